/** The two commands that a newcomer needs are on the first page that he reads. */
import type { Rule } from '../rule.ts';

const commands = ['npm start', 'npm test'];

export const readme: Rule = {
  name: 'README.md names the two commands',
  check: (files) => {
    const text = files.find(({ path }) => path === 'README.md')?.text ?? '';
    return commands
      .filter((command) => !text.includes(command))
      .map((command) => `README.md does not name \`${command}\` — say on its first screen what it does`);
  },
  broken: [{ path: 'README.md', text: 'npm start\n' }],
};
