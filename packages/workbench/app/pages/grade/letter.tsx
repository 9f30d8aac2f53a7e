/** The letter of a failure: the rule, what is and what was wanted, the story beside it, a hint if it is wanted. */
import type { StageCard, WireFailure, WireResult } from '../../../server/wire.ts';
import { announce } from '../../announce.tsx';
import { Scroller } from '../../scroller.tsx';
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
  if (failure.kind === 'not-written')
    return (
      <section class="card letter" aria-label="What is next">
        <h2>Next: {result.title}</h2>
        <p lang={failure.language}>{sentence(failure.message)}</p>
        <p class="quiet">
          Write it in <code>{card.stub}</code> and save.
        </p>
      </section>
    );
  return (
    <section class="card letter" aria-label="What broke">
      <p class="kicker" lang={failure.language}>
        {problem === undefined ? failure.rule : 'Your file can not be graded to its end'}
      </p>
      <h2>{problem === undefined ? result.title : failure.rule}</h2>
      <p class="letter-text" lang={failure.language}>
        {sentence(failure.message)}
      </p>
      {failure.link && (
        <p>
          <a class="button primary" href={failure.link.replace(/^\//, '')}>
            See it in the playground
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
      <h3>{kind === 'problem' ? 'Where' : 'The story'}</h3>
      <Scroller class="scroll story" label="The story, one event a line">
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
  const copy = () =>
    navigator.clipboard.writeText(replay).then(
      () => announce('The command is copied.'),
      () => announce('The browser does not allow to copy; select the command instead.'),
    );
  return (
    <>
      <h3>Again in the terminal</h3>
      <div class="command">
        <code>{replay}</code>
        <button type="button" class="small" onClick={copy}>
          Copy<span class="visually-hidden"> the command</span>
        </button>
      </div>
    </>
  );
};

function sentence(text: string): string {
  const ended = /[.!?…。]$/.test(text) ? text : `${text}.`;
  // A node's name stays as it is.
  return /^n\d/.test(ended) ? ended : `${ended.charAt(0).toUpperCase()}${ended.slice(1)}`;
}
