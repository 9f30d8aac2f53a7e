/** Shows rounds line by line: in a pipe, with --plain, and for whoever has the screen read to him. */
import { print } from '../../output.ts';
import { begunLine, endLines, newsLines } from './log.ts';
import type { Show } from './session.ts';

export function textShow(out: (text: string) => void = print): Show {
  let told = new Set<string>();
  return {
    begun(round) {
      told = new Set();
      out(begunLine(round));
    },
    heard(round, news) {
      if (news.kind === 'result') told.add(news.result.id);
      for (const line of newsLines(round, news)) out(line);
    },
    ended(round) {
      for (const line of endLines(round, told)) out(line);
    },
    toggleAll() {},
    hint() {},
    close() {},
  };
}
