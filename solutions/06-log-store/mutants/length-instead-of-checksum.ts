/** K31: a record says how long it is, and that is all that is checked. */
import { recorded } from '../around.ts';

export const logStore = recorded(
  (body) => `${body.length}:${body}`,
  (value) => {
    const [length, ...rest] = value.split(':');
    const body = rest.join(':');
    return Number(length) === body.length ? body : undefined;
  },
);
