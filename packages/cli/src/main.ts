/** The command `weekend`: does what its words ask for, and ends with the exit code that tells how it went. */
import { run } from './program.ts';

// Somebody who reads only the first lines (`weekend status | head`) closes the pipe, and that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2));
