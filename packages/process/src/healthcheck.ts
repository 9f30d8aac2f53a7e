/**
 * Whether the node in this container is well: exit 0 or 1. For Docker's HEALTHCHECK, which needs no shell then:
 * `["node", "packages/process/src/healthcheck.ts"]`, with the node's WEEKEND_HTTP, or an address as the argument.
 */
import { formatHostPort, parseHostPort } from './addresses.ts';

const patience = 2_000;

async function isWell(): Promise<boolean> {
  const at = parseHostPort(process.argv[2] ?? process.env.WEEKEND_HTTP ?? '');
  if (!at) {
    console.error('Cannot check the node: give its HTTP address (127.0.0.1:8080) or set WEEKEND_HTTP');
    return false;
  }
  // Who listens everywhere can be asked here.
  const host = at.host === '0.0.0.0' ? '127.0.0.1' : at.host === '::' ? '::1' : at.host;
  const page = `http://${formatHostPort({ host, port: at.port })}/healthz`;
  try {
    return (await fetch(page, { signal: AbortSignal.timeout(patience) })).ok;
  } catch (error) {
    console.error(`Cannot read ${page}: ${(error as Error).message}`);
    return false;
  }
}

process.exitCode = (await isWell()) ? 0 : 1;
