/** What a page in Japanese still says in English: to the eye and to a screen reader. */
import type { Page } from 'playwright-core';

/** Names that are the same in every language: of Raft's messages and fields, of formats, keys and products. */
const names = new Set(
  `Raft Weekend Docker JSON PNG HTML TCP Tab Home End Figure Election Safety
   RequestVote RequestVoteReply AppendEntries AppendEntriesReply ConfirmLeader PreVote
   votedFor commitIndex lastApplied ms steady n T N`.split(/\s+/),
);

/**
 * Not looked at: code, what a run's transcript says (its notation is the same everywhere), and what is marked as English, as
 * the way back to it is.
 */
const apart =
  'code, pre, kbd, svg, input, script, [lang=en], .event-list, .entry, .changes, .message-text, .message-dot, .mono';

const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];

export async function leftInEnglish(page: Page): Promise<string[]> {
  const texts = await page.evaluate(
    ([skipped, attributes]) => {
      const own = ({ childNodes }: Element) =>
        [...childNodes].map((child) => (child.nodeType === Node.TEXT_NODE ? (child.textContent ?? '') : ''));
      return [...document.body.querySelectorAll('*')]
        .filter((element) => !element.closest(skipped))
        .flatMap((element) => [...own(element), ...attributes.map((name) => element.getAttribute(name) ?? '')]);
    },
    [apart, spoken] as const,
  );
  return texts.filter((text) => wordsIn(text).some((word) => !names.has(word)));
}

/** Without paths. */
const wordsIn = (text: string): string[] => text.replaceAll(/\S*[/.]\S*/g, '').match(/[A-Za-z]+/g) ?? [];
