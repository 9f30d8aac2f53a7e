/** What the page and the worker that runs the students' code say to each other. Plain data. */
import type { Millis } from '@weekend/protocol';
import type { Deed, Happening, Moment, RunAddress, TimerView, View } from '../../../run/index.ts';

/** Where each module is, by `keyOf`. */
export type CodeUrls = Record<string, string>;

export type Command =
  /** A run from its address, or from after so many of its events. */
  | { kind: 'open'; run: RunAddress; code: CodeUrls; index?: number }
  | { kind: 'open-story'; trace: readonly unknown[] }
  | { kind: 'reload'; code: CodeUrls }
  | { kind: 'advance'; until: Millis }
  | { kind: 'step' | 'back' | 'news' }
  | { kind: 'seek'; index: number }
  | { kind: 'switch'; branch: number }
  | { kind: 'act'; deed: Deed }
  | { kind: 'select'; node: string | undefined }
  /** `width`: how much room there is, in pixels; `title`: what the drawing is called. */
  | { kind: 'draw'; width: number; title: string }
  | { kind: 'export' };

export type Answer =
  | { kind: 'scene'; scene: Scene }
  | { kind: 'drawing'; svg: string; events: number[] }
  | { kind: 'exported'; json: string }
  /** A module could not be loaded, or is not what it should be. */
  | { kind: 'not-loaded'; key: string; why: NotLoadedWhy }
  /** Our own mistake. */
  | { kind: 'broke'; message: string };

export type FromWorker =
  | { kind: 'answer'; to: number; answer: Answer }
  /** Nothing has hung so far. */
  | { kind: 'alive' }
  /** Somebody's code is about to be called, after so many events; `loading`: the module of this key, by `keyOf`. */
  | { kind: 'about'; index: number; what: Upcoming; loading?: string };

export type NotLoadedWhy =
  | { kind: 'no-file' }
  | { kind: 'failed'; message: string }
  | { kind: 'no-export'; name: string };

/** What is about to happen. */
export type Upcoming =
  | { kind: 'message'; message: string; from: string; to: string }
  | { kind: 'timer'; timer: TimerView['timer']; node: string }
  | { kind: 'boot' | 'load' | 'nothing' };

export interface ToWorker {
  id: number;
  command: Command;
}

/** Everything that the page shows of a run at one moment. */
export interface Scene {
  view: View;
  index: number;
  moment: Moment;
  branch: number;
  branches: BranchView[];
  /** Where this branch has been acted in, by events. */
  deeds: number[];
  /** The query of the address. Empty for a story, which has its own. */
  query: string;
  /** New events; all that are remembered, if `anew`. */
  told: Happening[];
  anew: boolean;
  /** The sentence of the invariant that is broken. */
  broken?: string;
  thrown?: { node: string; message: string; notWritten: boolean };
  /** What the selected node knows. */
  selected?: { node: string; state: unknown };
  /** What happens next by itself. */
  next: Upcoming;
}

interface BranchView {
  id: number;
  length: number;
  origin?: { branch: number; index: number };
}
