/** Printing is allowed in a stage, so it compiles; a stage has nothing else from outside but what its `World` gives. */
declare const console: Record<'log' | 'info' | 'warn' | 'error' | 'debug' | 'table', (...args: unknown[]) => void>;
