/** What can be done to a node, in one place for buttons and keys. */
import type { NodeView } from '../../../run/index.ts';
import { act, scene, select } from './model.ts';

/** The keys of a chosen node; the help lists them. */
export const nodeKeys: Record<string, (node: NodeView) => void> = {
  k: ({ address, condition }) => void act({ kind: condition === 'down' ? 'restart' : 'crash', node: address }),
  p: ({ address, condition }) => void act({ kind: condition === 'paused' ? 'resume' : 'pause', node: address }),
  e: ({ address }) => void act({ kind: 'fire', node: address, timer: 'election' }),
};

/** Arrow keys go round the ring, letters act. */
export function nodeMenu(event: KeyboardEvent, place: number, count: number): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    event.preventDefault();
    event.stopPropagation();
    focusNode((place + step + count) % count);
    return;
  }
  const deed = nodeKeys[event.key];
  const node = scene.peek()?.view.nodes[place];
  if (!deed || !node) return;
  event.preventDefault();
  event.stopPropagation();
  deed(node);
}

export function focusNode(place: number): void {
  void select(`n${place + 1}`);
  document.querySelector<HTMLElement>(`[data-node="n${place + 1}"]`)?.focus();
}
