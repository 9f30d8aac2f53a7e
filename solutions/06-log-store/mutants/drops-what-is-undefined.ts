/** JSON drops a field that is undefined, and so the old value stays. */
import { withLog } from '../around.ts';

export const logStore = withLog((log) => ({ save: (changes) => log.save(JSON.parse(JSON.stringify(changes))) }));
