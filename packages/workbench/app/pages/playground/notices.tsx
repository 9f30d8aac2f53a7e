/** What stops a run, and whose it is: an invariant, a handler that throws, one that never returns, a file that can not be loaded. */
import { evenLineup } from '../../../run/index.ts';
import { words } from '../../words/words.ts';
import { again, back, begin, busy, news, scene, setup, stageOfCode, story, trouble } from './model.ts';
import { inWords } from './told.ts';
import type { Trouble } from './trouble.ts';

interface Notice {
  key: string;
  tone: 'bad' | 'good' | 'plain';
  title: string;
  /** Sentences, or code where somebody will want to copy it. */
  lines: readonly (string | { code: string })[];
  button?: { text: string; press: () => void };
}

export const Notices = () => (
  <div class="notices">
    {current().map(({ key, tone, title, lines, button }) => (
      <div key={key} class={`notice ${tone}`} role={tone === 'bad' && key !== 'story' ? 'alert' : 'status'}>
        <strong>{title}</strong>
        {lines.map((line, i) =>
          typeof line === 'string' ? <span key={i}>{line}</span> : <code key={i}>{line.code}</code>,
        )}
        {button ? (
          <button type="button" onClick={button.press}>
            {button.text}
          </button>
        ) : null}
      </div>
    ))}
  </div>
);

const current = (): Notice[] =>
  [ofTrouble(), ofStory(), ofBroken(), ofThrown(), ofNews(), ofBusy()].filter((notice) => notice !== undefined);

function ofTrouble(): Notice | undefined {
  const now = trouble.value;
  if (now === undefined) return undefined;
  const w = words.value.beside;
  switch (now.kind) {
    case 'hung':
      return {
        key: 'hung',
        tone: 'bad',
        title: w.neverReturned,
        lines: [w.loops(now.index, words.value.run.upcoming(now.what)), w.allIsKept],
        button: { text: w.stepBefore, press: () => void again(now.index) },
      };
    case 'hung-at-load':
      return {
        key: 'hung-at-load',
        tone: 'bad',
        title: w.neverEnds(w.file(now.stage, now.who)),
        lines: [w.loopsOutside, w.loadedOnSave],
        button: toReference(),
      };
    case 'not-loaded':
      return {
        key: 'not-loaded',
        tone: 'bad',
        title: w.notLoaded(w.file(now.stage, now.who)),
        lines: [words.value.shell.ended(whyNotLoaded(now.why)), w.loadedOnSave],
        button: toReference(),
      };
    case 'broke':
      return {
        key: 'broke',
        tone: 'bad',
        title: w.cannotGoOn,
        lines: [now.message],
        button: { text: w.reload, press: () => location.reload() },
      };
    default:
      return now satisfies never;
  }
}

function whyNotLoaded(why: Extract<Trouble, { kind: 'not-loaded' }>['why']): string {
  const w = words.value.beside;
  switch (why.kind) {
    case 'no-file':
      return w.noFile;
    case 'failed':
      return w.loadFailed(inWords(why.message));
    case 'no-export':
      return w.noExport(why.name);
    case 'told':
      return w.at(inWords(why.message), why.place);
    default:
      return why satisfies never;
  }
}

function ofStory(): Notice | undefined {
  const now = story.value;
  if (!now) return undefined;
  const hint = now.hint ? [words.value.beside.hint(now.hint)] : [];
  return {
    key: 'story',
    tone: 'bad',
    title: now.rule,
    lines: [words.value.shell.ended(now.message), ...hint, { code: now.replay }],
  };
}

function ofBroken(): Notice | undefined {
  const broken = scene.value?.broken;
  if (broken === undefined) return undefined;
  const [rule = '', ...rest] = broken.split(': ');
  const w = words.value.beside;
  return {
    key: 'broken',
    tone: 'bad',
    title: w.ruleBroken(inWords(rule)),
    lines: [w.stopsHere(inWords(rest.join(': ')))],
    button: { text: w.oneBack, press: () => void back() },
  };
}

function ofThrown(): Notice | undefined {
  const thrown = scene.value?.thrown;
  if (!thrown) return undefined;
  const { node, message, notWritten } = thrown;
  const w = words.value.beside;
  return {
    key: 'thrown',
    tone: 'bad',
    title: notWritten ? w.needsUnwritten(node) : w.threw(node),
    lines: [{ code: inWords(message) }, w.othersGoOn],
    ...(notWritten ? { button: toReference() } : {}),
  };
}

function ofNews(): Notice | undefined {
  if (news.value === undefined) return undefined;
  const forget = (): void => {
    news.value = undefined;
  };
  return {
    key: 'news',
    tone: 'good',
    title: words.value.run.saved(news.value),
    lines: [],
    button: { text: words.value.beside.hide, press: forget },
  };
}

function ofBusy(): Notice | undefined {
  return busy.value ? { key: 'busy', tone: 'plain', title: words.value.beside.running, lines: [] } : undefined;
}

const toReference = () => ({
  text: words.value.beside.useReference,
  press: (): void => {
    const lineup = evenLineup(stageOfCode(setup.value), 'reference');
    void begin({ ...setup.value, lineups: setup.value.lineups.map(() => lineup) });
  },
});
