/**
 * A locked container in which the suite runs beside the code, in one process and behind the same fence as in `weekend
 * grade`: for the stages whose functions are called with functions and answer with promises. What the container tells is
 * looked at before it counts, but who breaks out of the fence in there can tell what he likes.
 */
import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { Job } from '../../sandbox/events.ts';
import type { Box } from './box.ts';
import { submissionFolder as inside, startContainer, type Yard } from './container.ts';
import { submissionFolder } from './submission-folder.ts';

export const togetherBox = (yard: Yard, image: string): Box => ({
  async open({ stage, file, dice, milestone }, limits) {
    const folder = await submissionFolder(file, yard.scratch);
    const argument: Job = {
      stage: stage.name,
      file: `${inside}/${basename(file)}`,
      imports: stage.imports,
      dice,
      pipe: `${inside}/answers`,
      ...(milestone !== undefined && { milestone }),
    };
    const program = 'packages/cli/src/sandbox/child.ts';
    const order = { ...yard, image, limits, folder: folder.path, program, argument };
    const running = await startContainer(order).catch((error) => {
      folder.remove();
      throw error;
    });
    // To open a named pipe is to wait for the other side, and a process of its own can be ended while it waits.
    const reader = spawn('cat', [folder.answers], { stdio: ['ignore', 'pipe', 'ignore'] });
    const read = new Promise<string>((resolve, reject) =>
      reader.once('error', reject).once('close', () => resolve('')),
    );
    const dismiss = () => {
      reader.kill('SIGKILL');
    };
    running.started.catch(dismiss);
    return {
      ...running,
      told: reader.stdout,
      judged: read,
      dismiss,
      isTogether: true,
      inside,
      close: () => running.close().finally(folder.remove),
    };
  },
});
