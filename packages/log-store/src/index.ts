/** Stage 06: the nouns of the log store, and a checksum. */
export { checksum } from './checksum.ts';
export type { LogStore, OpenedLog, Saved } from './log-store.ts';
export type { Operation, OrderedStore, Range, WriteOptions } from './ordered-store.ts';
