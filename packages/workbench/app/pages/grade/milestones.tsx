/** The milestones in the order in which a student meets them. What each is about opens on request, the hint after that. */
import type { MilestoneCard, StageCard, WireResult } from '../../../server/wire.ts';
import type { Shown } from './grades.ts';
import { Hints } from './hints.tsx';

type State = 'holds' | 'broken' | 'not-written' | 'unknown' | 'waiting';

const marks: Record<State, { sign: string; words: string }> = {
  holds: { sign: '✔', words: 'holds' },
  broken: { sign: '✘', words: 'does not hold' },
  'not-written': { sign: '·', words: 'not written yet' },
  unknown: { sign: '·', words: 'not graded' },
  waiting: { sign: '…', words: 'being proved' },
};

export const Milestones = ({ card, now }: { card: StageCard; now: Shown | undefined }) => (
  <ol class="milestones" aria-label="Milestones">
    {card.milestones.map((milestone) => (
      <Milestone
        key={milestone.id}
        stage={card.stage}
        milestone={milestone}
        state={stateOf(milestone, now)}
        result={now?.results[milestone.id]}
      />
    ))}
  </ol>
);

const Milestone = ({
  stage,
  milestone,
  state,
  result,
}: {
  stage: string;
  milestone: MilestoneCard;
  state: State;
  result: WireResult | undefined;
}) => {
  const { sign, words } = marks[state];
  return (
    <li class={`milestone ${state}`}>
      <details>
        <summary>
          <span class="state-sign" aria-hidden="true">
            {sign}
          </span>
          <span class="what">{milestone.title}</span>
          <span class="visually-hidden">, {words}, </span>
          <span class="points">{milestone.points > 0 ? `${milestone.points} points` : ''}</span>
        </summary>
        <div class="inside">
          <p>
            <strong>Rule</strong> {milestone.rule}
          </p>
          {result?.failure && result.failure.kind !== 'not-written' && <p>{result.failure.message}</p>}
          <Hints stage={stage} milestone={milestone.id} title={milestone.title} />
        </div>
      </details>
    </li>
  );
};

function stateOf({ id, state }: MilestoneCard, now: Shown | undefined): State {
  const result = now?.results[id];
  if (!result) return now?.running ? 'waiting' : fromKept[state];
  if (!result.failure) return 'holds';
  switch (result.failure.kind) {
    case 'broken':
    case 'threw':
    case 'problem':
      return 'broken';
    case 'not-written':
      return 'not-written';
    case 'not-reached':
      return 'unknown';
    default:
      return result.failure.kind satisfies never;
  }
}

const fromKept: Record<MilestoneCard['state'], State> = {
  passed: 'holds',
  failed: 'broken',
  'not-written': 'not-written',
  'not-graded': 'unknown',
};
