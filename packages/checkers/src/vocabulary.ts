/** How registers and key-value stores speak in logs. */
import type { Vocabulary } from './event.ts';
import type { KvInput, KvOutput } from './kv.ts';
import type { RegisterInput, RegisterOutput, Value } from './register.ts';

/** `read`, `write 3`, `cas [3 4]`. */
export const registerWords: Vocabulary<RegisterInput, RegisterOutput> = {
  input({ f, value }) {
    if (f === 'read') return { kind: 'read' };
    if (f === 'write' && isValue(value)) return { kind: 'write', value };
    if (f !== 'cas' || !Array.isArray(value)) return undefined;
    const [from, to] = value as unknown[];
    return isValue(from) && isValue(to) ? { kind: 'cas', from, to } : undefined;
  },
  output(input, { value }) {
    if (input.kind === 'read') return isValue(value) ? value : undefined;
    return input.kind === 'cas' ? value !== false : null;
  },
};

/** `get`, `put "v"`, `append "v"`, `cas ["v" "w"]`, `delete`, each with a key. */
export const kvWords: Vocabulary<KvInput, KvOutput> = {
  input({ f, key, value }) {
    if (key === undefined) return undefined;
    if (f === 'get' || f === 'delete') return { kind: f, key };
    if ((f === 'put' || f === 'append') && typeof value === 'string') return { kind: f, key, value };
    if (f !== 'cas' || !Array.isArray(value)) return undefined;
    const [from, to] = value as unknown[];
    const isRight = (typeof from === 'string' || from === null) && typeof to === 'string';
    return isRight ? { kind: 'cas', key, from, to } : undefined;
  },
  output(input, { value }) {
    if (input.kind === 'get') return typeof value === 'string' || value === null ? value : undefined;
    return input.kind === 'cas' ? value !== false : null;
  },
};

function isValue(value: unknown): value is Value {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
