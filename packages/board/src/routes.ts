/** What can be asked of the board, by students and by the mentor, and what each is refused. */
import { readFileSync } from 'node:fs';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { buckets } from './buckets.ts';
import { isEqualSecret, isPublicKey, isSignedBy, proof } from './identity.ts';
import type { Journal } from './journal.ts';
import { view } from './register.ts';
import { type Curriculum, fromJson, isRecord, parsedName, parsedReport } from './report.ts';

export interface Open {
  id: string;
  code: string;
  mentorKey: string;
  journal: Journal;
  curriculum: Curriculum;
  now: () => number;
}

/** Far more than a room of students needs, far less than it takes to keep the board busy. */
const asking = { burst: 120, perSecond: 10 };
const joining = { burst: 60, perSecond: 1 };
const mostMembers = 500;
const mostBytes = 16 * 1024;

export function pages({ id, code, mentorKey, journal, curriculum, now }: Open): { app: Hono; end: () => void } {
  const app = new Hono();
  const mayAsk = buckets(asking);
  const mayJoin = buckets(joining);
  const watching = new Set<() => void>();
  const show = (): void => {
    for (const wake of watching) wake();
  };

  app.use(secureHeaders({ contentSecurityPolicy: policy, referrerPolicy: 'no-referrer' }));
  app.use(async (c, next) => {
    if (mayAsk.take(visitor(c))) await next();
    else c.res = refused(c, 429, 'too many requests from this machine; wait a second');
  });
  app.use('/api/*', bodyLimit({ maxSize: mostBytes, onError: (c) => refused(c, 413, 'that is too long') }));

  app.get('/api/board', (c) => c.json({ board: id }));

  app.post('/api/join', async (c) => {
    if (!mayJoin.take(visitor(c))) return refused(c, 429, 'too many joined from this machine; wait a minute');
    const asked = fromJson(await c.req.text());
    if (!isRecord(asked) || !isPublicKey(asked.publicKey) || typeof asked.proof !== 'string')
      return refused(c, 400, 'joining takes a name, a public key and a proof');
    const name = parsedName(asked.name);
    if (name === undefined || name !== asked.name) return refused(c, 400, 'a name has 1 to 30 letters, in one line');
    if (!isEqualSecret(asked.proof, proof(code, id, name, asked.publicKey)))
      return refused(c, 403, 'this is not the code of this board');
    if (journal.register.size >= mostMembers && !journal.register.has(asked.publicKey))
      return refused(c, 403, `the board is full: ${mostMembers} have joined`);
    journal.enter({ kind: 'joined', at: now(), publicKey: asked.publicKey, name });
    show();
    return c.json({ name });
  });

  app.post('/api/report', async (c) => {
    const asked = fromJson(await c.req.text());
    if (!isRecord(asked) || typeof asked.report !== 'string' || typeof asked.signature !== 'string')
      return refused(c, 400, 'a report comes with a public key and a signature');
    const { publicKey, report: text, signature } = asked;
    if (!isPublicKey(publicKey) || !journal.register.has(publicKey))
      return refused(c, 403, 'whoever reports has to join first');
    if (!isSignedBy(publicKey, text, signature)) return refused(c, 403, 'the signature does not fit');
    const report = parsedReport(text, curriculum);
    if (typeof report === 'string') return refused(c, 400, report);
    if (journal.enter({ kind: 'reported', at: now(), publicKey, report })) show();
    return c.json({});
  });

  app.get('/', (c) => {
    const key = c.req.query('key');
    if (key !== undefined && isEqualSecret(key, mentorKey)) {
      setCookie(c, cookie, mentorKey, { httpOnly: true, sameSite: 'Strict', path: '/' });
      // Not a redirect: a cookie that is strict would not come along with one that a foreign page began.
      return c.html(staticFile('index.html'));
    }
    return isMentor(c)
      ? c.html(staticFile('index.html'))
      : refused(c, 403, 'this page opens with the link of the mentor');
  });
  app.get('/board.js', (c) =>
    c.body(staticFile('board.js'), 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/board.css', (c) => c.body(staticFile('board.css'), 200, { 'content-type': 'text/css; charset=utf-8' }));

  app.get('/events', (c) => {
    if (!isMentor(c)) return refused(c, 403, 'this page opens with the link of the mentor');
    return streamSSE(c, async (stream) => {
      let wake = (): void => {};
      const again = (): void => wake();
      watching.add(again);
      stream.onAbort(() => {
        watching.delete(again);
        again();
      });
      while (!stream.aborted && watching.has(again)) {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await stream.writeSSE({ data: JSON.stringify(view(journal.register, curriculum, now())) });
        await woken;
      }
    });
  });

  app.post('/api/remove', async (c) => {
    const asked = fromJson(await c.req.text());
    if (!isMentor(c) || !isOurPage(c)) return refused(c, 403, 'only the mentor removes somebody');
    if (!isRecord(asked) || !isPublicKey(asked.publicKey)) return refused(c, 400, 'removing takes a public key');
    journal.enter({ kind: 'removed', at: now(), publicKey: asked.publicKey });
    show();
    return c.json({});
  });

  const isMentor = (c: Context): boolean => isEqualSecret(getCookie(c, cookie) ?? '', mentorKey);

  const end = (): void => {
    const all = [...watching];
    watching.clear();
    for (const wake of all) wake();
  };
  return { app, end };
}

const cookie = 'mentor';

const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  connectSrc: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
};

const visitor = (c: Context): string => getConnInfo(c).remote.address ?? '';

/** A page of somebody else's that posts here says so in its Origin. */
const isOurPage = (c: Context): boolean => c.req.header('origin') === new URL(c.req.url).origin;

const refused = (c: Context, status: 400 | 403 | 413 | 429, why: string): Response => c.json({ refused: why }, status);

const staticFile = (name: string): string => readFileSync(new URL(`../page/${name}`, import.meta.url), 'utf8');
