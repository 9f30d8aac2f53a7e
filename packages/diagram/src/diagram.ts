/** A diagram as plain data: where everything is, and what it says. Time goes down, one row a step; each node is a column. */
import type { Address, Millis } from '@weekend/protocol';
import type { Rank } from './artist.ts';

export interface Diagram {
  width: number;
  height: number;
  /** Where the texts of the steps begin; absent where they are left out. */
  captions?: number;
  lanes: Lane[];
  spans: Span[];
  arrows: Arrow[];
  marks: Mark[];
  /** One for each step, in the order of the steps. */
  rows: Row[];
  /** The epochs that are drawn, for a legend. */
  epochs: { epoch: number; name: string }[];
}

/** A node's column. `guest`: who is spoken of and is not a node of the run. */
export interface Lane {
  node: Address;
  x: number;
  guest: boolean;
}

/** A piece of a node's line, in which its epoch and rank stay as they are. `down`: nothing runs there. */
export interface Span {
  node: Address;
  x: number;
  top: number;
  bottom: number;
  state: 'up' | 'down' | 'paused';
  rank: Rank;
  epoch?: number;
}

export interface Arrow {
  /** The place in `rows` of the step in which it arrives, is lost, or (`open`) is sent. */
  row: number;
  from: Address;
  to: Address;
  start: Point;
  end: Point;
  /** `lost` on the way, `cut` off, at a node that is `down`; `open`: nobody says what became of it. */
  fate: 'arrives' | 'lost' | 'cut' | 'down' | 'open';
  /** A message that came twice. */
  again: boolean;
  label: string;
  epoch?: number;
}

/** What happens at a node. `change` is what it has become by it. */
export interface Mark {
  row: number;
  node: Address;
  at: Point;
  kind: 'receives' | 'timer' | 'boot' | 'crash' | 'throw' | 'pause' | 'resume' | 'clock';
  label: string;
  change: string;
  /** Where there is room for words. */
  side: 'left' | 'right';
  epoch?: number;
}

export interface Row {
  /** The place of the step among `steps` of the trace, and of its event in the trace. */
  step: number;
  event: number;
  at: Millis;
  y: number;
  text: string;
  node?: Address;
  /** A line across all nodes: a partition, say. */
  across: boolean;
}

export interface Point {
  x: number;
  y: number;
}
