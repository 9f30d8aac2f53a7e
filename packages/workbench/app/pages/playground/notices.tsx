/** What stops a run, and whose it is: an invariant, a handler that throws, one that never returns, a file that can not be loaded. */
import { evenLineup } from '../../../run/index.ts';
import { again, back, begin, busy, news, scene, setup, stageOfCode, story, trouble } from './model.ts';

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
  switch (now.kind) {
    case 'hung':
      return {
        key: 'hung',
        tone: 'bad',
        title: 'A handler never returned',
        lines: [
          `After event ${now.index}, when ${now.what}: the code of that node has looped for two seconds, so it was ended.`,
          'Everything before it is kept.',
        ],
        button: { text: 'Go to the step before it', press: () => void again(now.index) },
      };
    case 'hung-at-load':
      return {
        key: 'hung-at-load',
        tone: 'bad',
        title: `${fileOf(now)} never comes to its end`,
        lines: [
          'Something in it loops outside of the handlers: loading it took two seconds, so it was ended.',
          'It is loaded as soon as it is saved again.',
        ],
        button: toReference,
      };
    case 'not-loaded':
      return {
        key: 'not-loaded',
        tone: 'bad',
        title: `${fileOf(now)} can not be loaded`,
        lines: [`${now.message}.`, 'It is loaded as soon as it is saved again.'],
        button: toReference,
      };
    case 'broke':
      return {
        key: 'broke',
        tone: 'bad',
        title: 'The workbench can not go on',
        lines: [now.message],
        button: { text: 'Load the page again', press: () => location.reload() },
      };
    default:
      return now satisfies never;
  }
}

const fileOf = ({ who, stage }: { who: string; stage: string }): string =>
  who === 'mine' ? `Your ${stage}.ts` : `${stage} by ${who}`;

function ofStory(): Notice | undefined {
  const now = story.value;
  if (!now) return undefined;
  const hint = now.hint ? [`Hint: ${now.hint}`] : [];
  return { key: 'story', tone: 'bad', title: now.rule, lines: [sentence(now.message), ...hint, { code: now.replay }] };
}

function ofBroken(): Notice | undefined {
  const broken = scene.value?.broken;
  if (broken === undefined) return undefined;
  const [rule = '', ...rest] = broken.split(': ');
  return {
    key: 'broken',
    tone: 'bad',
    title: `${rule} is broken`,
    lines: [`${rest.join(': ')}. The run stops here.`],
    button: { text: 'One event back', press: () => void back() },
  };
}

function ofThrown(): Notice | undefined {
  const thrown = scene.value?.thrown;
  if (!thrown) return undefined;
  const { node, message, notWritten } = thrown;
  return {
    key: 'thrown',
    tone: 'bad',
    title: notWritten ? `${node} needs what is not written yet` : `The code of ${node} threw an error`,
    lines: [{ code: message }, 'The node is down; the others go on.'],
    ...(notWritten ? { button: toReference } : {}),
  };
}

function ofNews(): Notice | undefined {
  if (news.value === '') return undefined;
  const forget = (): void => {
    news.value = '';
  };
  return { key: 'news', tone: 'good', title: news.value, lines: [], button: { text: 'Hide', press: forget } };
}

function ofBusy(): Notice | undefined {
  return busy.value ? { key: 'busy', tone: 'plain', title: 'Running to that moment …', lines: [] } : undefined;
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

const toReference = {
  text: 'Use the reference',
  press: (): void => {
    const lineup = evenLineup(stageOfCode(setup.value), 'reference');
    void begin({ ...setup.value, lineups: setup.value.lineups.map(() => lineup) });
  },
};
