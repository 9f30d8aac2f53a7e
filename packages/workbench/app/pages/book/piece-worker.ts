/** Runs one piece of the book's code, named by its address, and tells what it prints. */

export type FromPiece = { kind: 'printed'; text: string } | { kind: 'done' };

const tell = (message: FromPiece): void => postMessage(message);

for (const method of ['log', 'info', 'warn', 'error'] as const)
  console[method] = (...values: unknown[]) => tell({ kind: 'printed', text: values.map(shown).join(' ') });

// The virtual world waits with Node's word for "after all that is ready"; a browser has the same under another name.
const after = new MessageChannel();
const waiting: (() => void)[] = [];
after.port1.onmessage = () => waiting.shift()?.();
Object.assign(globalThis, {
  setImmediate(act: (...values: unknown[]) => void, ...values: unknown[]) {
    waiting.push(() => act(...values));
    after.port2.postMessage(undefined);
  },
});

addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  tell({ kind: 'printed', text: String(event.reason) });
});

addEventListener('message', async ({ data }: MessageEvent<string>) => {
  try {
    await import(/* @vite-ignore */ data);
  } catch (error) {
    tell({ kind: 'printed', text: String(error) });
  }
  tell({ kind: 'done' });
});

/** As Node prints it, as far as the book goes. */
function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return String(value);
  if (typeof value === 'object' && value !== null) return inspected(value);
  return String(value);
}

function inspected(value: object): string {
  const inner = (each: unknown): string => (typeof each === 'string' ? `'${each}'` : shown(each));
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(inner).join(', ')} ]`;
  if (value instanceof Map)
    return `Map(${value.size}) {${[...value].map(([k, v]) => ` ${inner(k)} => ${inner(v)}`).join(',')} }`;
  if (value instanceof Set) return `Set(${value.size}) {${[...value].map((each) => ` ${inner(each)}`).join(',')} }`;
  const fields = Object.entries(value).map(([name, each]) => `${name}: ${inner(each)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
