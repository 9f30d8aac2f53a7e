/**
 * A locked container for each submission, with a judge on this machine: no network, nothing that can be written, no
 * capabilities, another user, little memory and few processes, and nothing of this machine but the submission.
 */
import { basename } from 'node:path';
import { suiteOf } from '../../suites.ts';
import type { Errand } from '../sandbox/errand.ts';
import type { Box } from './box.ts';
import { submissionFolder as inside, startContainer, type Yard } from './container.ts';
import { startJudge } from './judge.ts';
import { sandboxProgram } from './programs.ts';
import { submissionFolder } from './submission-folder.ts';

export const dockerBox = (yard: Yard, image: string): Box => ({
  async open(given, limits) {
    const { stage, file } = given;
    const folder = await submissionFolder(file, yard.scratch);
    const argument: Errand = {
      stage: stage.name,
      file: `${inside}/${basename(file)}`,
      imports: stage.imports,
      handlers: suiteOf(stage.name).handlers,
      async: suiteOf(stage.name).async,
      line: { questions: `${inside}/questions`, answers: `${inside}/answers` },
    };
    const order = { ...yard, image, limits, folder: folder.path, program: sandboxProgram, argument };
    const running = await startContainer(order).catch((error) => {
      folder.remove();
      throw error;
    });
    const judge = startJudge(given, inside, { questions: folder.questions, answers: folder.answers });
    // A container that does not start leaves its judge standing at the pipe.
    running.started.catch(() => judge.dismiss());
    return {
      ...judge,
      ...running,
      close: () => running.close().finally(folder.remove),
    };
  },
});
