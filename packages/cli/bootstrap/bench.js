// `pnpm bench [PACKAGE…]`: how fast things are, in all packages that measure it or in those that are named.
import { run } from './run.js';

const filters = process.argv.slice(2).map((name) => `--filter=@weekend/${name}`);

process.exitCode = await run('turbo', ['run', 'bench', ...filters], { shell: process.platform === 'win32' });
