/** Which message on its way is chosen, by its number. */
import { signal } from '@preact/signals';

export const chosenMessage = signal<number | undefined>(undefined);
