/** A client of a Raft Weekend cluster: `const store = await connect({ nodes: ['127.0.0.1:8080'] })`. */
export { type Client, type ClientOptions, connect, type Pair, type ReadOptions } from './connect.ts';
export { NotDone, OutcomeUnknown } from './errors.ts';
