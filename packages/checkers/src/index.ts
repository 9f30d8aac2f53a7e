/** Consistency checkers: could a correct object have given this history? `README.md` says which to take. */
export { type BadPattern, type CausalLevel, causal } from './causal.ts';
export { convergent } from './convergent.ts';
export { type Event, paired, type Vocabulary } from './event.ts';
export type { Completion, History, Operation } from './history.ts';
export { type KvInput, type KvOutput, keyValueStore, kvModel } from './kv.ts';
export { check, type Level, levels } from './level.ts';
export { linearizable } from './linearizable.ts';
export { eventsOf, kvLog, type Log, registerLog } from './log.ts';
export type { Access, Growth, Model } from './model.ts';
export { picture } from './picture.ts';
export { type RegisterInput, type RegisterOutput, register, registerModel, type Value } from './register.ts';
export { sequential } from './sequential.ts';
export { type SessionGuarantee, session, sessionGuarantees } from './sessions.ts';
export type { Budget, Evidence, Illegal, Ok, Unknown, Verdict } from './verdict.ts';
