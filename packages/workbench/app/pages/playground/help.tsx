/** Keys and signs, in one dialog that `?` opens. */
import { signal } from '@preact/signals';
import type { Words } from '../../words/en.ts';
import { words } from '../../words/words.ts';
import { Dialog } from './dialog.tsx';
import { Shape } from './shape.tsx';

export const helpOpen = signal(false);

/** Where the space bar's name stands. */
const space = 'Space';

const keys: [keys: string, does: keyof Words['beside']['does']][] = [
  [space, 'play'],
  ['→  ←', 'step'],
  ['N', 'news'],
  ['Home  End', 'ends'],
  ['+  −', 'speed'],
  ['1 … 9', 'choose'],
  ['K', 'crash'],
  ['P', 'pause'],
  ['E', 'fire'],
  ['?', 'help'],
];

const letters: [letter: string, means: keyof Words['beside']['means']][] = [
  ['V v', 'vote'],
  ['H', 'heartbeat'],
  ['A a', 'append'],
  ['C c', 'confirm'],
  ['P p', 'preVote'],
  ['Q R', 'request'],
];

export const Help = () => {
  const { beside: w, playground } = words.value;
  return (
    <Dialog open={helpOpen} title={w.helpTitle}>
      <div class="help">
        <h3>{w.keys}</h3>
        <dl class="keys">
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                {key.split('  ').map((each) => (
                  <kbd key={each}>{each === space ? w.space : each}</kbd>
                ))}
              </dt>
              <dd>{w.does[does]}</dd>
            </div>
          ))}
        </dl>
        <p class="quiet">{w.arrows}</p>
        <h3>{w.helpNodes}</h3>
        <ul class="signs">
          {(['follower', 'candidate', 'leader', 'down'] as const).map((role) => (
            <li key={role}>
              <span class={`node sign ${role} up term-1`}>
                <Shape role={role} paused={false} />
              </span>
              {playground.roles[role]}
            </li>
          ))}
        </ul>
        <p class="quiet">{w.arc}</p>
        <h3>{w.messages}</h3>
        <dl class="keys">
          {letters.map(([letter, means]) => (
            <div key={letter}>
              <dt>
                {letter.split(' ').map((each) => (
                  <kbd key={each}>{each}</kbd>
                ))}
              </dt>
              <dd>{w.means[means]}</dd>
            </div>
          ))}
        </dl>
        <p class="quiet">{w.signs}</p>
      </div>
    </Dialog>
  );
};
