/**
 * Loaded before a node: lets a stage's file lie anywhere on the disk. What it cannot find from there of `@weekend/…`, it
 * gets from the repository.
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (!specifier.startsWith('@weekend/')) throw error;
      return next(specifier, { ...context, parentURL: import.meta.url });
    }
  },
});
