/** Who tells and draws the runs of a stage. */
import type { Artist } from '@weekend/diagram';
import type { Shape } from '@weekend/protocol';
import { drawRaft } from '@weekend/raft';
import type { Stage } from '../stages.ts';

/** The runs of other stages tell of themselves: kinds of messages and what is in them. */
export function artistOf(stage: Stage): Artist<Shape> {
  return (stage.imports.includes('@weekend/raft') ? drawRaft : plain) as Artist<Shape>;
}

const plain: Artist<Shape> = {
  message({ kind, ...rest }) {
    const fields = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    return [kind, ...fields].join(' ');
  },
  brief: ({ kind }) => kind,
};
