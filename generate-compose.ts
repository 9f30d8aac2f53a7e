/** `pnpm tsx generate-compose.ts 5` writes docker-compose.yml for a cluster of five nodes. */
import { CannotRun, exitCodes } from './packages/cli/src/cannot-run.ts';
import { generate } from './packages/cli/src/compose/generate.ts';
import { usage } from './packages/cli/src/compose/options.ts';

const args = process.argv.slice(2);

try {
  const lines = args.includes('--help') || args.includes('-h') ? [usage.trimEnd()] : await generate(args);
  console.log(lines.join('\n'));
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  console.error(error.message);
  process.exitCode = exitCodes.couldNotRun;
}
