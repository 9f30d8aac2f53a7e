/** K31: what reads as JSON is believed. */
import { recorded } from '../around.ts';

export const logStore = recorded(
  (body) => body,
  (value) => {
    try {
      JSON.parse(value);
      return value;
    } catch {
      return undefined;
    }
  },
);
