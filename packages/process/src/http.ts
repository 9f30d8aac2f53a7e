/**
 * A node's pages: `/status` for people and scripts, `/metrics` for Prometheus, `/events` as a stream, `/healthz` for
 * whoever restarts what is not well. They can be read by whoever reaches the port, so they only tell and never take
 * orders; what a gateway adds is its own business.
 */
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Shape } from '@weekend/protocol';
import { Hono } from 'hono';
import type { HostPort } from './addresses.ts';
import { EventStreams } from './event-streams.ts';
import type { Gateway } from './gateway.ts';
import type { Happenings } from './happenings.ts';
import { headersTimeout, mostHttpConnections, requestTimeout } from './limits.ts';
import { listening } from './listening.ts';
import { metricsText } from './metrics.ts';
import type { Status } from './status.ts';

export class StatusServer {
  readonly #server: ServerType;
  readonly #streams: EventStreams;

  constructor(status: () => Status, happenings: Happenings, gateway?: Gateway<Shape>) {
    this.#streams = new EventStreams(() => status().state, happenings);
    const pages = new Hono();
    gateway?.mount(pages);
    pages.use(async ({ req, text }, next) => {
      if (req.method === 'GET') return next();
      return text(`Cannot ${req.method} ${req.path}: these pages can only be read, with GET.\n`, 405, { Allow: 'GET' });
    });
    pages.get('/status', ({ json }) => json(status()));
    pages.get('/metrics', ({ text }) =>
      text(metricsText(status()), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }),
    );
    pages.get('/events', () => this.#streams.open());
    pages.get('/healthz', ({ text }) => text('ok\n'));
    pages.notFound(({ req, text }) =>
      text(`There is no ${req.path} here; there are /status, /metrics, /events and /healthz.\n`, 404),
    );
    this.#server = createAdaptorServer({ fetch: pages.fetch, serverOptions: patience });
    if ('maxConnections' in this.#server) this.#server.maxConnections = mostHttpConnections;
    if (gateway) this.#server.on('upgrade', (request, socket, head) => gateway.onUpgrade(request, socket, head));
  }

  /** Starts to listen, and tells where. */
  listen(at: HostPort): Promise<HostPort> {
    return listening(this.#server, at, 'show the status pages');
  }

  close(): void {
    this.#streams.close();
    this.#server.close();
    if ('closeAllConnections' in this.#server) this.#server.closeAllConnections();
  }
}

/** With somebody who has not finished his request. */
const patience = { headersTimeout, requestTimeout, connectionsCheckingInterval: 1_000 };
