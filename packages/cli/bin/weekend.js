#!/usr/bin/env node
// `weekend`, for whatever Node the machine has: finds one that runs TypeScript and hands over to it.
// In the right Node it is only a cache and an import; in an older one it starts itself again in the one that came along.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { nodeAlong, thisNodeWillDo } from '../bootstrap/node-along.js';
import { modules } from '../bootstrap/places.js';
import { readsJapanese } from '../bootstrap/reads-japanese.js';

const refuse = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
};

/** Ctrl-C in a terminal reaches the child by itself; told twice, it would think that somebody lost patience. */
const hasTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;

const handOver = (node) => {
  const args = ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(node, args, { stdio: 'inherit' });
  const pass = (signal) => {
    if (signal !== 'SIGINT' || !hasTerminal) child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
  child.once('error', (error) =>
    refuse(
      readsJapanese
        ? `weekend を起動できません：${node} が動きません：${error.message}`
        : `Cannot start weekend: ${node} does not run: ${error.message}.`,
    ),
  );
  child.once('exit', (code, signal) => {
    if (code !== null) process.exit(code);
    for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(each, pass);
    process.kill(process.pid, signal);
  });
};

if (!existsSync(modules)) {
  refuse(
    readsJapanese
      ? 'weekend を起動できません：パッケージがインストールされていません（node_modules がありません）。リポジトリで一度 `npm start` を実行してください。'
      : 'Cannot start weekend: its packages are not installed (no node_modules); run `npm start` once in the repository.',
  );
} else if (thisNodeWillDo) {
  module.enableCompileCache();
  await import('../src/main.ts');
} else if (nodeAlong()) {
  handOver(nodeAlong());
} else {
  refuse(
    readsJapanese
      ? `weekend を起動できません：この Node は ${process.versions.node} で、${process.platform} ${process.arch} 用のものは付属していません。` +
          'Node 24 以降を https://nodejs.org からインストールしてください。'
      : `Cannot start weekend: this is Node ${process.versions.node}, none came along for ${process.platform} ${process.arch}, ` +
          'and Node 24 or newer is wanted; install it from https://nodejs.org.',
  );
}
