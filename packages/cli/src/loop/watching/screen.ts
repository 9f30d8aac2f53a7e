/** Draws lines on a terminal, again and again in one place. What is drawn outlives us: it stays when we go. */

export interface Screen {
  draw(lines: (rows: number, columns: number) => readonly string[]): void;
  close(): void;
}

/** Clears the window first, and leaves what was above to be scrolled back to. */
export function openScreen(out: NodeJS.WriteStream = process.stdout): Screen {
  let last: Parameters<Screen['draw']>[0] | undefined;
  const paintAll = (): void => {
    if (!last) return;
    // Some terminals say that they have no rows.
    const lines = last(out.rows || 24, Math.min(out.columns || 80, 100));
    out.write(`${home}${lines.map((line) => line + clearToEnd).join('\n')}${clearBelow}`);
  };
  out.write('\n'.repeat((out.rows || 24) - 1) + hideCursor);
  out.on('resize', paintAll);
  // Whatever ends us, the cursor is the student's again.
  const giveBack = (): void => void out.write(showCursor);
  process.on('exit', giveBack);
  return {
    draw(lines) {
      last = lines;
      paintAll();
    },
    close() {
      out.off('resize', paintAll);
      process.off('exit', giveBack);
      out.write(`${showCursor}\n`);
    },
  };
}

const home = '\u001b[H';
const clearToEnd = '\u001b[K';
const clearBelow = '\u001b[J';
const hideCursor = '\u001b[?25l';
const showCursor = '\u001b[?25h';
