/** A workbench over a small repository of its own, with hands that only take notes. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Hands } from '../hands.ts';
import { startWorkbench } from '../index.ts';
import type { ClusterOrder } from '../wire.ts';

const repository = join(import.meta.dirname, '../../../..');

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** `files`: by their path from the root. */
export async function openDesk(files: Record<string, string> = {}, hands: Partial<Hands> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'weekend-workbench-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  mkdirSync(join(root, 'packages'));
  symlinkSync(join(repository, 'docs'), join(root, 'docs'));
  for (const name of ['checkers', 'concurrency', 'consistency', 'log-store', 'protocol', 'raft'])
    symlinkSync(join(repository, 'packages', name), join(root, 'packages', name));
  cpSync(join(repository, 'solutions/03-election/election.ts'), join(root, 'solutions/03-election/election.ts'));
  write('exercises/03-election/election.ts', 'export const election = {};\n');
  write('pages/index.html', '<!doctype html><title>The page</title>');
  write('pages/assets/app-1a2b.js', `${'// a line\n'.repeat(200)}`);
  write('secret.txt', 'the secret');
  write('pages-beside/index.html', 'the secret');
  for (const [path, text] of Object.entries(files)) write(path, text);

  const orders: ClusterOrder[] = [];
  const bench = await startWorkbench({
    root,
    pages: join(root, 'pages'),
    port: 0,
    say: () => {},
    stages: [
      {
        name: 'election',
        folder: '03-election',
        exportName: 'election',
        imports: ['@weekend/protocol', '@weekend/raft'],
      },
    ],
    hands: {
      language: () => undefined,
      speak: async () => {},
      told: (_stage, sentence) => sentence,
      stages: () => [stageCard],
      grade: async () => grade,
      hint: () => undefined,
      story: async (question) => (question.stage === 'election' ? { ...question } : undefined),
      cluster: {
        look: async () => undefined,
        scenarios: () => [],
        docker: async () => false,
        obey: async (order) => {
          orders.push(order);
          return 'done';
        },
        log: async () => '',
        close: async () => {},
      },
      ...hands,
    },
  });
  onTestFinished(async () => {
    await bench.close();
    rmSync(root, { recursive: true });
  });

  const { port, searchParams } = new URL(bench.link);
  const token = searchParams.get('token') as string;
  const host = `127.0.0.1:${port}`;
  const ask = (path: string, asked: Asked = {}) => send(Number(port), path, { host, ...asked.headers }, asked);
  const first = await ask(`/?token=${token}`);
  const cookie = String(first.headers['set-cookie']?.[0]).split(';')[0] as string;
  /** As a page of ours asks. */
  const askInside = (path: string, { headers, ...asked }: Asked = {}) =>
    ask(path, { ...asked, headers: { cookie, origin: `http://${host}`, ...headers } });
  return { root, write, ask, askInside, first, cookie, token, host, orders, link: bench.link };
}

const stageCard = {
  stage: 'election',
  number: '03',
  title: 'Leader election',
  folder: '03-election',
  stub: 'exercises/03-election/election.ts',
  passed: false,
  graded: false,
  points: { earned: 0, possible: 100 },
  milestones: [],
  playable: true,
};

export const grade = {
  stage: 'election',
  submission: 'exercises/03-election/election.ts',
  passed: true,
  points: { earned: 100, possible: 100 },
  milestones: [],
  ms: 1,
};

/** As it stands: nothing is tidied on the way, neither a path nor a header. */
function send(port: number, path: string, headers: Record<string, string>, { method = 'GET', body }: Asked) {
  return new Promise<Answered>((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers, setHost: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (more: string) => {
        text += more;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asking.on('error', reject).end(body);
  });
}
