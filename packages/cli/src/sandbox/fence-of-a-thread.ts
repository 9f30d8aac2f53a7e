/** Imported by a thread that will load a submission, before it does. Which one is said in the URL of the import. */
import { fromModule, raise } from './fence.ts';

await raise(fromModule(import.meta.url));
