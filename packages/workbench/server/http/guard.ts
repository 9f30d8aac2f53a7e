/**
 * Who may ask: only the pages that this server has sent, in a browser that was shown the token. It runs students' code and can
 * kill containers, and every page that is open in the same browser can reach loopback.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ServerWords } from '../words.ts';

export interface Secrets {
  /** In the link that is printed once. */
  token: string;
  /** In the cookie: who reads it from a browser's disk has not got the link. */
  session: string;
}

export const newSecrets = (): Secrets => ({
  token: randomBytes(24).toString('base64url'),
  session: randomBytes(24).toString('base64url'),
});

/** Loopback by each of its names. Any other Host is a name that somebody else has pointed at loopback (DNS rebinding). */
const hostsAt = (port: number): string[] => ['127.0.0.1', '[::1]', 'localhost'].map((name) => `${name}:${port}`);

/** Two workbenches differ in their port alone, which a cookie does not know. */
const cookieAt = (port: number): string => `weekend-${port}`;

type Inner = Context<{ Bindings: HttpBindings }>;

export function guard(
  secrets: Secrets,
  port: () => number,
  words: () => ServerWords,
): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const why = refusal(c, port());
    if (why !== undefined) return c.text(why, 403);
    const shown = c.req.query('token');
    if (shown !== undefined && isReading(c))
      return welcome(c, shown, { ...secrets, cookie: cookieAt(port()), words: words() });
    if (!isSame(getCookie(c, cookieAt(port())) ?? '', secrets.session)) return c.html(stranger(words()), 403);
    return next();
  };
}

/** Why nothing is answered, whoever asks. */
function refusal(c: Inner, port: number): string | undefined {
  const host = c.req.header('host') ?? '';
  if (!hostsAt(port).includes(host)) return 'This is no name of the workbench.\n';
  if (climbs(c.env.incoming.url ?? '')) return 'This path leads out of the workbench.\n';
  // A browser sends an Origin with all but reading.
  const origin = c.req.header('origin');
  const isForeign = origin === undefined ? !isReading(c) : origin !== `http://${host}`;
  const isAway = isFromElsewhere(c.req.header('sec-fetch-site'), c.req.header('sec-fetch-mode'));
  return isForeign || isAway ? 'The workbench answers its own pages only.\n' : undefined;
}

/** Takes the token out of the address at once: addresses are copied, sent and kept in histories. */
function welcome(
  c: Inner,
  shown: string,
  { token, session, cookie, words }: Secrets & { cookie: string; words: ServerWords },
): Response | Promise<Response> {
  if (!isSame(shown, token)) return c.html(stranger(words), 403);
  setCookie(c, cookie, session, { httpOnly: true, sameSite: 'Strict', path: '/' });
  const url = new URL(c.req.url);
  url.searchParams.delete('token');
  return c.redirect(`${url.pathname}${url.search}`, 303);
}

const isReading = ({ req }: Inner): boolean => req.method === 'GET' || req.method === 'HEAD';

/** Another port of loopback is the same site to a browser, so the cookie alone keeps nobody out. A link may be followed. */
const isFromElsewhere = (site: string | undefined, mode: string | undefined): boolean =>
  (site === 'cross-site' || site === 'same-site') && mode !== 'navigate';

/** Whether a raw path goes upwards, however often it is encoded. */
function climbs(raw: string): boolean {
  let path = raw.split('?')[0] as string;
  for (let round = 0; round < 3; round++) {
    if (path.split(/[/\\]/).includes('..') || path.includes('\0')) return true;
    try {
      path = decodeURIComponent(path);
    } catch {
      return true;
    }
  }
  return false;
}

/** Hashed first, so that neither content nor length shows in the time it takes. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

const stranger = ({
  language,
  openTheLink,
  notKnown,
}: ServerWords): string => `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Raft Weekend</title><main><h1>${openTheLink}</h1>
<p>${notKnown}</p></main></html>
`;
