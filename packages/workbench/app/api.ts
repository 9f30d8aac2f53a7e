/** What the page asks the workbench's server for. One function an endpoint; the token of the link goes along with each. */

/** The stages that a Raft node is made of, in the order in which a student meets them. */
type StageName = 'election' | 'log-replication' | 'kv-store';

/** For each stage, the modules that can stand there, as URLs with a hash of what is in them. Empty if one can not be loaded. */
type CodeList = Record<StageName, { mine: string; reference: string; mutants: readonly string[] }>;

/** Why a student's file can not be loaded: it does not compile, say. */
interface CodeTrouble {
  stage: string;
  message: string;
  file: string;
  line: number;
  column: number;
}

export interface Code {
  list: CodeList;
  troubles: readonly CodeTrouble[];
}

export const fetchCode = (): Promise<Code> => ask<Code>('/api/code');

/** Calls back whenever a stub was saved, with what there is now. Returns how to stop it. */
export function onCodeChange(listener: (code: Code) => void): () => void {
  const source = new EventSource(withToken('/api/events'));
  source.addEventListener('code', ({ data }: MessageEvent<string>) => listener(JSON.parse(data)));
  return () => source.close();
}

/** A failed grade's run: its trace, and the step that broke the rule. */
export interface Story {
  stage: string;
  rule: string;
  message: string;
  hint?: string;
  replay: string;
  /** A `Trace` of Raft. */
  trace: readonly unknown[];
}

export const fetchStory = (id: string): Promise<Story> => ask<Story>(`/api/story/${encodeURIComponent(id)}`);

async function ask<Answer>(path: string): Promise<Answer> {
  const response = await fetch(withToken(path));
  if (!response.ok) throw new Error(`Cannot read ${path}: the workbench answered ${response.status}`);
  return response.json();
}

function withToken(path: string): string {
  return path;
}
