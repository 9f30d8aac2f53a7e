/** What a container sees of this machine: a copy of one submission, and named pipes beside it. */
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export interface SubmissionFolder {
  path: string;
  /** Which the container reads. */
  questions: string;
  /** Which it writes. */
  answers: string;
  remove(): void;
}

/** Below `scratch`, in a folder that no other user of this machine can enter. */
export async function submissionFolder(file: string, scratch: string): Promise<SubmissionFolder> {
  mkdirSync(scratch, { recursive: true });
  const outer = mkdtempSync(join(scratch, 'submission-'));
  const remove = () => rmSync(outer, { recursive: true, force: true });
  try {
    const path = join(outer, 'submission');
    cpSync(dirname(file), path, { recursive: true });
    chmodSync(path, 0o755);
    const [questions, answers] = [join(path, 'questions'), join(path, 'answers')];
    await promisify(execFile)('mkfifo', [questions, answers]);
    // The container runs as another user.
    chmodSync(questions, 0o644);
    chmodSync(answers, 0o622);
    return { path, questions, answers, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
