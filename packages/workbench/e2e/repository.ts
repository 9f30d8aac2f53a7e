/** A small repository with every stage's files, in which a test may write, and a workbench over it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Hands, Workbench } from '../server/index.ts';
import { startWorkbench } from '../server/index.ts';

const repository = join(import.meta.dirname, '../../..');

const stages = [
  { name: 'election', folder: '03-election', exportName: 'election' },
  { name: 'log-replication', folder: '04-log-replication', exportName: 'logReplication' },
  { name: 'kv-store', folder: '05-kv-store', exportName: 'kvStore' },
].map((stage) => ({ ...stage, imports: ['@weekend/protocol', '@weekend/raft'] }));

export interface Bench {
  link: string;
  /** Writes what the student has saved: the reference, changed. */
  save(stage: 'election' | 'log-replication' | 'kv-store', change: (reference: string) => string): void;
  close(): Promise<void>;
}

/** `pages`: where the built pages are. */
export async function openBench(pages: string, hands: Partial<Hands> = {}): Promise<Bench> {
  const root = mkdtempSync(join(tmpdir(), 'weekend-browser-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  symlinkSync(join(repository, 'packages'), join(root, 'packages'));
  for (const { name, folder } of stages) {
    const isSource = (path: string): boolean => !path.includes('node_modules');
    cpSync(join(repository, 'solutions', folder), join(root, 'solutions', folder), {
      recursive: true,
      filter: isSource,
    });
    cpSync(join(repository, 'solutions', folder, `${name}.ts`), join(root, 'exercises', folder, `${name}.ts`));
  }
  const bench: Workbench = await startWorkbench({
    root,
    pages,
    port: 0,
    say: () => {},
    stages,
    hands: { ...nobody, ...hands },
  });
  return {
    link: bench.link,
    save(stage, change) {
      const { folder } = stages.find(({ name }) => name === stage) ?? { folder: '' };
      const text = readReference(folder, stage);
      write(join('exercises', folder, `${stage}.ts`), change(text));
    },
    async close() {
      await bench.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const readReference = (folder: string, stage: string): string =>
  readFileSync(join(repository, 'solutions', folder, `${stage}.ts`), 'utf8');

/** Grades nothing and has no cluster. */
const nobody: Hands = {
  language: () => undefined,
  speak: async () => {},
  told: (_stage, sentence) => sentence,
  stages: () => [],
  grade: () => Promise.reject(new Error('nobody grades here')),
  hint: () => undefined,
  story: async () => undefined,
  cluster: {
    look: async () => undefined,
    scenarios: () => [],
    docker: async () => false,
    obey: async () => '',
    log: async () => '',
    close: async () => {},
  },
};
