/** Consul's `/v1/status/…`: who leads and who belongs to the cluster, each as `host:port`. */
import { type Door, formatHostPort } from '@weekend/process';
import type { Raft } from '@weekend/raft';
import type { Hono } from 'hono';
import { json } from './answers.ts';

export function statusPages(pages: Hono, door: Door<Raft>): void {
  pages.get('/v1/status/leader', () => {
    const { leader } = door.description();
    const [, at] = door.nodes().find(([id]) => id === leader) ?? [];
    return json(at ? formatHostPort(at) : '');
  });
  pages.get('/v1/status/peers', () => json(door.nodes().map(([, at]) => formatHostPort(at))));
  pages.all('/v1/status/:what{leader|peers}', ({ req, text }) =>
    text(`Cannot ${req.method} ${req.path}: it can only be read, with GET`, 405, { Allow: 'GET' }),
  );
  pages.all('/v1/*', ({ req, text }) =>
    text(`There is no ${req.path} here; there are /v1/kv/KEY, /v1/status/leader and /v1/status/peers`, 404),
  );
}
