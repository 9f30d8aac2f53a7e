/** The command as a student runs it, over a copy of the repository: his stubs, his progress and his cluster stay as they are. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../..');

export interface Whole {
  root: string;
  link: string;
  /** Saves a student's file: the reference, changed. */
  save(stage: string, change?: (reference: string) => string): void;
  /** As Ctrl-C does. Resolves to what it printed. */
  stop(): Promise<string>;
}

export async function openWhole(): Promise<Whole> {
  const root = copy();
  const child = spawn(process.execPath, ['--no-warnings', join(root, 'packages/cli/bin/weekend.js'), 'workbench'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = heard(child);
  const link = await printed.until(/http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/);
  return {
    root,
    link,
    save(stage, change = (text) => text) {
      const folder = readdirSync(join(root, 'exercises')).find((name) => name.endsWith(`-${stage}`)) as string;
      const text = readFileSync(join(root, 'solutions', folder, `${stage}.ts`), 'utf8');
      writeFileSync(join(root, 'exercises', folder, `${stage}.ts`), change(text));
    },
    async stop() {
      const ended = once(child, 'close');
      child.kill('SIGINT');
      await ended;
      rmSync(root, { recursive: true, force: true });
      return printed.text();
    },
  };
}

/** The command finds the repository from where it lies itself, so it is copied; what it only reads is linked. */
function copy(): string {
  const root = mkdtempSync(join(tmpdir(), 'weekend-whole-'));
  for (const name of ['node_modules', 'docs', 'package.json', 'pnpm-lock.yaml', 'tsconfig.base.json'])
    symlinkSync(join(repository, name), join(root, name));
  mkdirSync(join(root, 'packages'));
  for (const name of readdirSync(join(repository, 'packages')))
    if (name !== 'cli') symlinkSync(join(repository, 'packages', name), join(root, 'packages', name));
  const isSource = (path: string): boolean => !/[/\\](node_modules|[.]results|[.]turbo)$/.test(path);
  for (const name of ['packages/cli', 'exercises', 'solutions'])
    cpSync(join(repository, name), join(root, name), { recursive: true, filter: isSource });
  return root;
}

function heard(child: ChildProcess) {
  let text = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      for (const look of waiting) look();
    });
  return {
    text: () => text,
    until: (wanted: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = wanted.exec(text)?.[0];
          if (found !== undefined) resolve(found);
        };
        waiting.add(look);
        child.once('close', (code) => reject(new Error(`the command ended with ${code} and said: ${text}`)));
        look();
      }),
  };
}
