// Ends the program in one sentence when this Node is too old for what follows.
// Imported first and for its effect. Old Nodes must be able to read every file that `npm start` and `npm test` load.
import { readsJapanese } from './reads-japanese.js';

const wanted = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const newEnough = major > wanted[0] || (major === wanted[0] && minor >= wanted[1]);

if (!newEnough) {
  process.stderr.write(
    readsJapanese
      ? `Raft Weekend を実行できません：この Node は ${process.versions.node} で、${wanted.join('.')} 以降が必要です。` +
          'https://nodejs.org から新しいものをインストールして、もう一度実行してください。\n'
      : `Cannot run Raft Weekend: this is Node ${process.versions.node}, and ${wanted.join('.')} or newer is wanted; ` +
          'install a newer one from https://nodejs.org and try again.\n',
  );
  process.exit(2);
}
