/** The fence of a thread: the same as that of the process, raised by an import. */
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { election, referenceText, submission } from '../../testing/submissions.ts';
import { asModule, urlOf } from './fence.ts';

/** What a thread finds out that raises the fence and then loads the submission. */
function inThread(file: string): Promise<unknown> {
  const fence = asModule({ file, imports: election.imports });
  const code = `
    import { parentPort } from 'node:worker_threads';
    await import(${JSON.stringify(fence)});
    const loaded = await import(${JSON.stringify(urlOf(file))}).then((module) => Object.keys(module), (error) => error.message);
    parentPort.postMessage(loaded);`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
}

test('a thread loads a submission that lies outside the repository', async () => {
  expect(await inThread(submission(referenceText, 'wählen 1.ts'))).toEqual(['election']);
});

test('a submission in a thread reaches no machine', async () => {
  expect(await inThread(submission("import 'node:fs';\n"))).toContain('imports "node:fs"');
  expect(await inThread(submission('process.exit(0);\n'))).toContain('your code used process.exit');
});
