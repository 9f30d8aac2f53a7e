/** Prints what a container has printed, and what follows until somebody has read enough. */
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import type Docker from 'dockerode';

const both = { stdout: true, stderr: true } as const;

export async function printLog(
  docker: Docker,
  container: Docker.Container,
  write: (text: string) => void,
  until?: AbortSignal,
): Promise<void> {
  if (!until) {
    write(textIn(await container.logs(both)));
    return;
  }
  const stream = (await container.logs({
    ...both,
    follow: true,
    abortSignal: until,
  } as never)) as unknown as PassThrough;
  const text = new PassThrough({ encoding: 'utf8' }).on('data', write);
  docker.modem.demuxStream(stream, text, text);
  // It ends when the container does, and by an error when somebody has read enough: both are the end that was wanted.
  await finished(stream).catch(() => {});
}

/** Docker sends both outputs as one, in pieces: a byte for which of them, three empty ones, four for the length. */
function textIn(pieces: Buffer): string {
  const heading = 8;
  const texts: Buffer[] = [];
  for (let at = 0; at + heading <= pieces.length; ) {
    const end = at + heading + pieces.readUInt32BE(at + 4);
    texts.push(pieces.subarray(at + heading, end));
    at = end;
  }
  return Buffer.concat(texts).toString('utf8');
}
