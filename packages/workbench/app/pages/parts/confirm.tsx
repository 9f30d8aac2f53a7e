/** Asks before something is done that can not be taken back. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../../words/words.ts';

interface Question {
  title: string;
  text: string;
  verb: string;
  act(): void;
}

const asked = signal<Question | undefined>(undefined);

export function confirmed(question: Question): void {
  asked.value = question;
}

/** Once on a page that asks. */
export const ConfirmDialog = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  const question = asked.value;
  useEffect(() => {
    if (question) dialog.current?.showModal();
  }, [question]);
  const close = () => {
    asked.value = undefined;
  };
  if (!question) return null;
  return (
    <dialog
      ref={dialog}
      class="confirm"
      aria-labelledby="confirm-title"
      aria-describedby="confirm-text"
      onClose={close}
    >
      <h2 id="confirm-title">{question.title}</h2>
      <p id="confirm-text">{question.text}</p>
      <form method="dialog" class="row">
        <button type="submit">{words.value.shell.leaveIt}</button>
        <button type="submit" class="danger" onClick={() => question.act()}>
          {question.verb}
        </button>
      </form>
    </dialog>
  );
};
