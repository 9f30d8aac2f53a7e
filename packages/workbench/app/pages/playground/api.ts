/** What the playground asks the workbench's server for. One function an endpoint. */
import { ask, listen } from '../server.ts';

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

/** Calls back once it listens, and whenever a stub was saved, with what there is now. Returns how to stop it. */
export const onCodeChange = (listener: (code: Code) => void): (() => void) =>
  listen<{ code: Code }>('/api/events', { code: listener }, () => {});

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
