/** The milestones in the order in which a student meets them. What each is about opens on request, the hint after that. */
import type { MilestoneCard, StageCard, WireResult } from '../../../server/wire.ts';
import { words } from '../../words/words.ts';
import type { Shown } from './grades.ts';
import { Hints } from './hints.tsx';

type State = 'holds' | 'broken' | 'not-written' | 'unknown' | 'waiting';

const marks: Record<State, string> = {
  holds: '✔',
  broken: '✘',
  'not-written': '·',
  unknown: '·',
  waiting: '…',
};

export const Milestones = ({ card, now }: { card: StageCard; now: Shown | undefined }) => (
  <ol class="milestones" aria-label={words.value.grade.milestones}>
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
  const w = words.value.grade;
  return (
    <li class={`milestone ${state}`}>
      <details>
        <summary>
          <span class="state-sign" aria-hidden="true">
            {marks[state]}
          </span>
          <span class="what">{milestone.title}</span>
          <span class="visually-hidden">, {w[state]}, </span>
          <span class="points">{milestone.points > 0 ? w.points(milestone.points) : ''}</span>
        </summary>
        <div class="inside">
          <p>
            <strong>{w.rule}</strong> {milestone.rule}
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
