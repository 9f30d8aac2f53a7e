/** What a sandbox is started with, as JSON on its command line. */
export interface Errand {
  /** The stage's name. */
  stage: string;
  /** The absolute path of the submission, as the sandbox sees it, links followed. */
  file: string;
  /** The packages that the submission may import. */
  imports: readonly string[];
  /** The functions that it must have. */
  handlers: readonly string[];
  /** They may answer with promises. */
  async?: true | undefined;
  /** The pipes, by their paths or as file descriptors. */
  line: { questions: string; answers: string } | { questions: number; answers: number };
}
