import { expect, test } from 'vitest';
import { blocksOf } from './code-blocks.ts';

const page = `# Title

## One

\`\`\`sh not-run: goes on
npx weekend watch
\`\`\`

- in a list

  \`\`\`sh
  npm start
  \`\`\`

## Two

\`\`\`ts
console.log(1);
\`\`\`

\`\`\`text
1
\`\`\`

\`\`\`ts
console.log(2);
\`\`\`

Words between.

\`\`\`text
something else
\`\`\`
`;

test('each block is found, with its heading, its mark and its output', () => {
  expect(
    blocksOf(page).map(({ language, notRun, code, heading, output }) => [language, notRun, code, heading, output]),
  ).toEqual([
    ['sh', 'goes on', 'npx weekend watch\n', '## One', undefined],
    ['sh', undefined, 'npm start\n', '## One', undefined],
    ['ts', undefined, 'console.log(1);\n', '## Two', '1\n'],
    ['text', undefined, '1\n', '## Two', undefined],
    ['ts', undefined, 'console.log(2);\n', '## Two', undefined],
    ['text', undefined, 'something else\n', '## Two', undefined],
  ]);
});
