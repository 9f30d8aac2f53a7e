/** Grade: the milestones of a stage, as they come while the student saves. */
import { useEffect } from 'preact/hooks';
import type { StageCard } from '../../../server/wire.ts';
import { Scroller } from '../../scroller.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import '../parts/parts.css';
import './grade.css';
import { chosen, gradeNow, isThere, type Shown, shown, stages, trouble, watchGrades } from './grades.ts';
import { Letter } from './letter.tsx';
import { Milestones } from './milestones.tsx';

export const Grade = () => {
  useEffect(watchGrades, []);
  const stage = chosen.value;
  return (
    <div class="two-columns grade">
      <StageList />
      <div class="column">
        {!isThere.value && <Gone />}
        {trouble.value && (
          <p class="notice bad" role="alert">
            {trouble.value}
          </p>
        )}
        {stage ? <StageView key={stage.stage} card={stage} /> : <p class="quiet">Looking at your stages …</p>}
      </div>
    </div>
  );
};

const Gone = () => (
  <p class="notice bad" role="alert">
    The workbench does not answer. Start it again in the terminal, and this page goes on.
  </p>
);

const StageList = () => (
  <nav class="beside" aria-label="Stages">
    <ul class="stage-list">
      {stages.value.map(({ stage, number, title, passed, points }) => (
        <li key={stage}>
          <a href={`#/grade/${stage}`} aria-current={chosen.value?.stage === stage ? 'page' : undefined}>
            <span class="number">{number}</span>
            <span class="title">{title}</span>
            <span class={passed ? 'score good' : 'score'}>
              {passed ? '✔ ' : ''}
              {points.earned}
              <span class="visually-hidden"> of {points.possible} points</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const StageView = ({ card }: { card: StageCard }) => {
  const now = shown.value[card.stage];
  const points = pointsOf(card, now);
  const first = card.milestones.map(({ id }) => now?.results[id]).find((result) => result?.failure);
  return (
    <>
      <header class="page-head">
        <div>
          <h1>
            {card.number} · {card.title}
          </h1>
          <p class="quiet">
            <code>{card.stub}</code> is graded whenever you save it.
          </p>
        </div>
        <button type="button" class="primary" onClick={() => gradeNow(card.stage)}>
          {now?.running ? 'Grade again' : 'Grade now'}
        </button>
      </header>
      <ProgressBar
        label={`${points.earned} of ${points.possible} points`}
        value={points.earned}
        most={points.possible}
      />
      <Status now={now} count={card.milestones.length} />
      {now?.trouble && (
        <p class="notice bad" role="alert">
          {now.trouble}
        </p>
      )}
      <div class="grade-columns">
        <Milestones card={card} now={now} />
        <div class="letter-place">
          {first?.failure ? (
            <Letter
              key={`${first.id} ${first.failure.message}`}
              result={first}
              problem={now?.grade?.problem}
              card={card}
            />
          ) : (
            <NoLetter card={card} now={now} />
          )}
          {now?.grade?.printed && (
            <details class="card">
              <summary>Your code printed</summary>
              <Scroller class="scroll" label="What your code printed">
                <pre>{now.grade.printed}</pre>
              </Scroller>
            </details>
          )}
        </div>
      </div>
    </>
  );
};

/** While it is being graded, of what has come so far. */
function pointsOf(card: StageCard, now: Shown | undefined): { earned: number; possible: number } {
  if (!now?.running) return now?.grade?.points ?? card.points;
  const earned = Object.values(now.results).reduce((sum, { passed, points }) => sum + (passed ? points : 0), 0);
  return { earned, possible: card.points.possible };
}

const Status = ({ now, count }: { now: Shown | undefined; count: number }) => {
  const done = Object.keys(now?.results ?? {}).length;
  if (now?.running)
    return (
      <p class="status-line">
        <span class="spinner" aria-hidden="true" />
        {now.why === 'saved' ? 'Saved, and being graded' : 'Being graded'}: {done} of {count} milestones
      </p>
    );
  if (!now?.grade) return <p class="status-line">Not graded since the workbench was opened.</p>;
  return <p class="status-line">Graded in {(now.grade.ms / 1000).toFixed(1)} s. Waiting for you to save.</p>;
};

const NoLetter = ({ card, now }: { card: StageCard; now: Shown | undefined }) => {
  if (now?.grade?.passed)
    return (
      <section class="card good-card" aria-label="All of it holds">
        <h2>All of it holds.</h2>
        <p>
          {card.playable ? 'Now see it lead: ' : 'On to the next stage. '}
          {card.playable && <a href="#/cluster">start a real cluster of it</a>}
        </p>
      </section>
    );
  return (
    <section class="card" aria-label="How this works">
      <h2>What broke, in a letter</h2>
      <p class="quiet">
        Where a milestone does not hold, you read here which rule of the paper was broken, the shortest story that
        breaks it, and a hint if you want one.
      </p>
    </section>
  );
};
