/** The letter of a failure: the rule, what is and what was wanted, the story beside it, a hint if it is wanted. */
import type { StageCard, WireFailure, WireResult } from '../../../server/wire.ts';
import { announce } from '../../announce.tsx';
import { Scroller } from '../../scroller.tsx';
import { words } from '../../words/words.ts';
import { Hints } from './hints.tsx';

export const Letter = ({
  result,
  problem,
  card,
}: {
  result: WireResult;
  problem: string | undefined;
  card: StageCard;
}) => {
  const { failure } = result;
  if (!failure) return null;
  const w = words.value.grade;
  if (failure.kind === 'not-written')
    return (
      <section class="card letter" aria-label={w.whatIsNext}>
        <h2>{w.next(result.title)}</h2>
        <p lang={failure.language}>{sentence(failure.message)}</p>
        <p class="quiet">
          {w.writeIt.before}
          <code>{card.stub}</code>
          {w.writeIt.after}
        </p>
      </section>
    );
  return (
    <section class="card letter" aria-label={w.whatBroke}>
      <p class="kicker" lang={failure.language}>
        {problem === undefined ? failure.rule : w.notToItsEnd}
      </p>
      <h2>{problem === undefined ? result.title : failure.rule}</h2>
      <p class="letter-text" lang={failure.language}>
        {sentence(failure.message)}
      </p>
      {failure.link && (
        <p>
          <a class="button primary" href={failure.link.replace(/^\//, '')}>
            {w.seeIt}
          </a>
        </p>
      )}
      <Story failure={failure} />
      <Again failure={failure} />
      {problem === undefined ? (
        <Hints stage={card.stage} milestone={result.id} title={result.title} />
      ) : (
        failure.hint && <p class="hint">{failure.hint}</p>
      )}
    </section>
  );
};

const Story = ({ failure: { story, kind } }: { failure: WireFailure }) => {
  if (story.length === 0) return null;
  return (
    <>
      <h3>{kind === 'problem' ? words.value.grade.where : words.value.grade.story}</h3>
      <Scroller class="scroll story" label={words.value.grade.storyLines}>
        <ol>
          {story.map((line, i) => (
            <li key={`${i} ${line}`} class={i === story.length - 1 ? 'last' : undefined}>
              <code>{line}</code>
            </li>
          ))}
        </ol>
      </Scroller>
    </>
  );
};

const Again = ({ failure: { replay } }: { failure: WireFailure }) => {
  const w = words.value.grade;
  const copy = () =>
    navigator.clipboard.writeText(replay).then(
      () => announce(w.copied),
      () => announce(w.notCopied),
    );
  return (
    <>
      <h3>{w.inTheTerminal}</h3>
      <div class="command">
        <code>{replay}</code>
        <button type="button" class="small" onClick={copy}>
          {w.copy}
          <span class="visually-hidden">{w.copyWhat}</span>
        </button>
      </div>
    </>
  );
};

function sentence(text: string): string {
  const ended = words.value.shell.ended(text);
  // A node's name stays as it is.
  return /^n\d/.test(ended) ? ended : `${ended.charAt(0).toUpperCase()}${ended.slice(1)}`;
}
