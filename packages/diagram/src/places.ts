/** Where the columns and rows are, for whoever puts something there. */
import type { Lane, Row } from './diagram.ts';

export interface Places {
  lanes: readonly Lane[];
  rows: readonly Row[];
  height: number;
  top: number;
  bottom: number;
}
