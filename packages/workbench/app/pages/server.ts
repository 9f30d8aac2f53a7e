/** How the pages of grades, the cluster and the book talk to the workbench's server. */
import type { Answer } from '../../server/wire.ts';
import { words } from '../words/words.ts';

export async function ask<Told>(path: string): Promise<Told> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(words.peek().shell.notRead(path, answer.status));
  return answer.json();
}

/** What the server says to an order, also where it refuses. */
export const order = (path: string, body?: object): Promise<Answer> => post<Answer>(path, body);

/** What is told in return, or why nothing is. Never throws: whether somebody is there is told the same way. */
export async function post<Told>(path: string, body: object = {}): Promise<Told | Answer> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return await answer.json();
  } catch {
    return { ok: false, message: words.peek().shell.noAnswer };
  }
}

export const isAnswer = (told: object): told is Answer => 'ok' in told;

/** Hears the server's events by their names, until the function that it returns is called. `onLine`: whether it is there. */
export function listen<Events extends object>(
  path: string,
  ears: { [Name in keyof Events]: (event: Events[Name]) => void },
  onLine: (isThere: boolean) => void,
): () => void {
  const source = new EventSource(path);
  for (const [name, ear] of Object.entries(ears) as [string, (event: unknown) => void][])
    source.addEventListener(name, ({ data }: MessageEvent<string>) => ear(JSON.parse(data)));
  source.addEventListener('open', () => onLine(true));
  source.addEventListener('error', () => onLine(false));
  return () => source.close();
}
