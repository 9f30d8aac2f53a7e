/** The playground's keys. They are left alone where somebody types, and where a control uses them itself. */
import { helpOpen } from './help.tsx';
import { back, length, play, scene, seek, selected, speed, step, toNews } from './model.ts';
import { focusNode, nodeKeys } from './node-menu.ts';
import { speeds } from './words.ts';

const deeds: Record<string, () => void> = {
  ' ': () => play(),
  ArrowRight: () => void step(),
  ArrowLeft: () => void back(),
  n: () => void toNews(),
  Home: () => void seek(0),
  End: () => void seek(length.peek()),
  '+': () => faster(1),
  '-': () => faster(-1),
  '?': () => {
    helpOpen.value = true;
  },
};

/** Returns how to stop listening. */
export function listenToKeys(): () => void {
  document.addEventListener('keydown', onKey);
  document.addEventListener('mousedown', keepFocus);
  return () => {
    document.removeEventListener('keydown', onKey);
    document.removeEventListener('mousedown', keepFocus);
  };
}

/** Who has crashed a node with the mouse and then presses space wants to play, not to crash again. */
function keepFocus(event: MouseEvent): void {
  const button = event.target instanceof Element && event.target.closest('.playground button:not(.node)');
  if (!button) return;
  event.preventDefault();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
  const deed = deeds[event.key] ?? ofNode(event.key);
  if (!deed) return;
  event.preventDefault();
  deed();
}

function ofNode(key: string): (() => void) | undefined {
  const nodes = scene.peek()?.view.nodes ?? [];
  if (/^[1-9]$/.test(key)) return nodes[Number(key) - 1] ? () => focusNode(Number(key) - 1) : undefined;
  const node = nodes.find(({ address }) => address === selected.peek());
  const deed = nodeKeys[key];
  return node && deed ? () => deed(node) : undefined;
}

function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element) || document.querySelector('dialog[open]')) return target instanceof Element;
  if (target.matches('select, textarea, input:not([type=range], [type=checkbox])')) return true;
  if (target.matches('button:not(.node), summary, a, input[type=checkbox]') && (key === ' ' || key === 'Enter'))
    return true;
  const scrolls = target.matches('[tabindex="0"]:not(.node)') && /^(Arrow|Home|End)/.test(key);
  return scrolls || (target.matches('input[type=range]') && /^(Arrow|Home|End)/.test(key));
}

function faster(by: number): void {
  const now = speeds.indexOf(speed.peek() as (typeof speeds)[number]);
  speed.value = speeds[Math.min(speeds.length - 1, Math.max(0, now + by))] ?? 1;
}
