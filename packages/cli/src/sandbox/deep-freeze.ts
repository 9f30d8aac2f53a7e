/** Makes what the framework exports unchangeable, so that a stage can't teach the grader to say yes. */

export function deepFreeze(value: unknown, seen = new Set<unknown>()): void {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (!isObject || seen.has(value)) return;
  seen.add(value);
  for (const key of Reflect.ownKeys(value)) {
    const described = Object.getOwnPropertyDescriptor(value, key);
    if (described && 'value' in described) deepFreeze(described.value, seen);
  }
  // The exports of a module are fixed already, and may not be frozen.
  if (!isModule(value)) Object.freeze(value);
}

const isModule = (value: object): boolean => Object.prototype.toString.call(value) === '[object Module]';
