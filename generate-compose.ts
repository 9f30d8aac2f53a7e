/** `pnpm tsx generate-compose.ts 5` writes docker-compose.yml for a cluster of five nodes. */
import { CannotRun, exitCodes } from './packages/cli/src/cannot-run.ts';
import { generate } from './packages/cli/src/compose/generate.ts';
import { heedFlags } from './packages/cli/src/words/asked.ts';
import { say } from './packages/cli/src/words/say.ts';

try {
  const args = heedFlags(process.argv.slice(2));
  const lines =
    args.includes('--help') || args.includes('-h') ? [say('compose-usage').trimEnd()] : await generate(args);
  console.log(lines.join('\n'));
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  console.error(error.message);
  process.exitCode = exitCodes.couldNotRun;
}
