/** Grade: the milestones of a stage, as they come while the student saves. */
import { useEffect } from 'preact/hooks';
import type { StageCard } from '../../../server/wire.ts';
import { Scroller } from '../../scroller.tsx';
import { words } from '../../words/words.ts';
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
        {stage ? <StageView key={stage.stage} card={stage} /> : <p class="quiet">{words.value.grade.looking}</p>}
      </div>
    </div>
  );
};

const Gone = () => (
  <p class="notice bad" role="alert">
    {words.value.shell.gone}
  </p>
);

const StageList = () => (
  <nav class="beside" aria-label={words.value.grade.stages}>
    <ul class="stage-list">
      {stages.value.map(({ stage, number, title, passed, points }) => (
        <li key={stage}>
          <a href={`#/grade/${stage}`} aria-current={chosen.value?.stage === stage ? 'page' : undefined}>
            <span class="number">{number}</span>
            <span class="title">{title}</span>
            <span class={passed ? 'score good' : 'score'}>
              {passed ? '✔ ' : ''}
              {points.earned}
              <span class="visually-hidden">{words.value.grade.ofPoints(points.possible)}</span>
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
  const w = words.value.grade;
  const first = card.milestones.map(({ id }) => now?.results[id]).find((result) => result?.failure);
  return (
    <>
      <header class="page-head">
        <div>
          <h1>
            {card.number} · {card.title}
          </h1>
          <p class="quiet">
            {w.gradedOnSave.before}
            <code>{card.stub}</code>
            {w.gradedOnSave.after}
          </p>
        </div>
        <button type="button" class="primary" onClick={() => gradeNow(card.stage)}>
          {now?.running ? w.again : w.now}
        </button>
      </header>
      <ProgressBar label={w.score(points.earned, points.possible)} value={points.earned} most={points.possible} />
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
              <summary>{w.yourCodePrinted}</summary>
              <Scroller class="scroll" label={w.whatYourCodePrinted}>
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
  const w = words.value.grade;
  if (now?.running)
    return (
      <p class="status-line">
        <span class="spinner" aria-hidden="true" />
        {w.underWay(now.why === 'saved', done, count)}
      </p>
    );
  if (!now?.grade) return <p class="status-line">{w.notYet}</p>;
  return <p class="status-line">{w.done((now.grade.ms / 1000).toFixed(1))}</p>;
};

const NoLetter = ({ card, now }: { card: StageCard; now: Shown | undefined }) => {
  const w = words.value.grade;
  if (now?.grade?.passed)
    return (
      <section class="card good-card" aria-label={w.allHolds}>
        <h2>{words.value.shell.ended(w.allHolds)}</h2>
        <p>
          {card.playable ? w.seeItLead : w.nextStage}
          {card.playable && <a href="#/cluster">{w.startCluster}</a>}
        </p>
      </section>
    );
  return (
    <section class="card" aria-label={w.howThisWorks}>
      <h2>{w.inALetter}</h2>
      <p class="quiet">{w.letterIs}</p>
    </section>
  );
};
