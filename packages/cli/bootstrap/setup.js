// Installs what pnpm-lock.yaml names, and nothing when that was done already: a repeat costs milliseconds.
import './node-version.js';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules, packageFolders, root } from './places.js';
import { pnpm } from './pnpm.js';
import { readsJapanese } from './reads-japanese.js';

const stamp = join(modules, '.raft-weekend');

/** Everything that decides what an install leaves behind, as one short text. */
const fingerprint = () => {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  const manifests = packageFolders().map((folder) => join(folder, 'package.json'));
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests]) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
};

const isSetUp = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();

/** Ends the program in one sentence when it cannot be done. */
export const setup = async () => {
  if (isSetUp()) return;
  console.log(
    readsJapanese
      ? '準備しています：pnpm-lock.yaml にあるものをインストールします。最初の一度だけ、1 分ほどかかります。'
      : 'Setting up: installing what pnpm-lock.yaml names. This takes a minute, once.',
  );
  const code = await pnpm(['install', '--frozen-lockfile']);
  if (code !== 0) {
    console.error(
      readsJapanese
        ? `準備できません：pnpm install が 0 ではなく ${code} で終わりました。上に出ている理由を直して、もう一度実行してください。`
        : `Cannot set up: pnpm install ended with ${code} instead of 0, for the reason above; mend that and try again.`,
    );
    process.exit(2);
  }
  writeFileSync(stamp, fingerprint());
};
