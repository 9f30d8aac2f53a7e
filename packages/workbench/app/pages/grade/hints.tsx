/** The three hints of a milestone, one at a time: a thought, where to look, what to compare. Each is free, none is the answer. */
import { signal } from '@preact/signals';
import type { Hints as Told } from '../../../server/wire.ts';
import { announce } from '../../announce.tsx';
import { words } from '../../words/words.ts';
import { isAnswer, post } from '../server.ts';

/** Those that were asked for here, by stage and milestone: the letter and the list show the same. */
const told = signal<Readonly<Record<string, Told>>>({});
const trouble = signal('');

export const Hints = ({ stage, milestone, title }: { stage: string; milestone: string; title: string }) => {
  const key = `${stage}/${milestone}`;
  const now = told.value[key];
  const w = words.value.grade;
  const left = now ? now.most - now.hints.length : undefined;
  return (
    <div class="hints">
      {now && (
        <ol aria-label={w.hintsFor(title)} lang={now.language}>
          {now.hints.map((text, i) => (
            <li key={text} class="hint">
              <strong>{w.hint(i + 1)}</strong> {text}
            </li>
          ))}
        </ol>
      )}
      {left !== 0 && (
        <button type="button" class="small" onClick={() => void oneMore(key)}>
          {left === undefined ? w.showHint : w.oneMore(left)}
          <span class="visually-hidden">{w.hintFor(title)}</span>
        </button>
      )}
      {trouble.value && <p class="quiet">{trouble.value}</p>}
    </div>
  );
};

async function oneMore(key: string): Promise<void> {
  const given = await post<Told>(`/api/hint/${key}`);
  trouble.value = isAnswer(given) ? given.message : '';
  if (isAnswer(given)) return;
  told.value = { ...told.value, [key]: given };
  announce(given.hints.at(-1) ?? '');
}
