// `npm start`: sets the repository up and hands over to `weekend`, which says where to begin. In a terminal, offers the workbench.

import { readsJapanese } from './reads-japanese.js';
import { setup } from './setup.js';

await setup();
// Last of all, also where another Node says the rest: its end is ours. Nobody is there to read it where this is no terminal.
if (process.stdout.isTTY)
  process.once('exit', (code) => {
    if (code === 0)
      console.log(
        `\n${readsJapanese ? 'ブラウザーですべてを見ることもできます：' : 'Or see it all in the browser:'}\n  npx weekend workbench --open`,
      );
  });
await import('../bin/weekend.js');
