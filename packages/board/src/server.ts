/**
 * The board's server. Students join with a code and report; the mentor, who has the link, watches. It expects strangers,
 * floods and nonsense: each costs it little and changes nothing.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { drawnCode } from './code.ts';
import { codeLength } from './identity.ts';
import { openJournal } from './journal.ts';
import { type Curriculum, fromJson, isRecord } from './report.ts';
import { pages } from './routes.ts';

export type { Curriculum, Report } from './report.ts';

export interface BoardOptions {
  /** Where the board lives between two starts. */
  folder: string;
  /** The address to listen on, and the port; 0 for any. */
  host: string;
  port: number;
  curriculum: Curriculum;
  /** Milliseconds since 1970. */
  now?: () => number;
}

export interface Board {
  port: number;
  /** What students type to join. */
  code: string;
  /** What opens the mentor's page. */
  mentorKey: string;
  close(): Promise<void>;
}

/** Throws what `listen` throws, as `EADDRINUSE`. */
export async function openBoard({ folder, host, port, curriculum, now = Date.now }: BoardOptions): Promise<Board> {
  const { id, code, mentorKey } = settled(folder);
  const journal = openJournal(join(folder, 'journal'));
  const { app, end } = pages({ id, code, mentorKey, journal, curriculum, now });
  try {
    const server = await listening(app.fetch, host, port);
    const address = server.address();
    return {
      port: typeof address === 'object' && address ? address.port : port,
      code,
      mentorKey,
      async close() {
        end();
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
        journal.close();
      },
    };
  } catch (error) {
    end();
    journal.close();
    throw error;
  }
}

function listening(fetch: Parameters<typeof serve>[0]['fetch'], hostname: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port, serverOptions: patience }, () => resolve(server)) as Server;
    server.maxConnections = mostConnections;
    server.once('error', reject);
  });
}

/** Who is slow on purpose holds nothing for long. */
const patience = { headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 5_000 };
const mostConnections = 1_000;

interface Settled {
  id: string;
  code: string;
  mentorKey: string;
}

/** The same code and the same link after a restart, or nobody would find the board again. */
function settled(folder: string): Settled {
  const file = join(folder, 'board.json');
  const known = fromJson(textOf(file));
  if (isRecord(known) && [known.id, known.code, known.mentorKey].every((each) => typeof each === 'string'))
    return known as unknown as Settled;
  const secret = (bytes: number): string => randomBytes(bytes).toString('base64url');
  const anew = { id: secret(9), code: drawnCode(codeLength), mentorKey: secret(24) };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(anew, null, 2)}\n`, { mode: 0o600 });
  return anew;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
