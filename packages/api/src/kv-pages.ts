/** Consul's `/v1/kv/KEY`: GET, PUT and DELETE, with blocking queries. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Asker, NotDone, OutcomeUnknown } from '@weekend/client/gateway';
import type { Read, Write } from '@weekend/raft';
import type { Hono } from 'hono';
import { foundResponse, json } from './answers.ts';
import { readBody } from './body.ts';
import { takingTimeout } from './limits.ts';
import { type Method, methods, type Question, readQuestion } from './question.ts';
import { Refusal } from './refusal.ts';
import type { Watches } from './watches.ts';

export interface KvOptions {
  store: Asker;
  watches: Watches;
  hold: number;
}

interface Exchange {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
}

export function kvPages(pages: Hono, options: KvOptions): void {
  pages.all('/v1/kv/*', async ({ env }) => {
    const { incoming, outgoing } = env as unknown as Exchange;
    const response = await answer(options, incoming, outgoing).catch(asResponse);
    const late = setTimeout(() => outgoing.destroy(), takingTimeout);
    outgoing.once('close', () => clearTimeout(late));
    return response;
  });
}

async function answer(options: KvOptions, incoming: IncomingMessage, outgoing: ServerResponse): Promise<Response> {
  const method = methodOf(incoming.method);
  const question = readQuestion(method, incoming.url ?? '');
  switch (method) {
    case 'GET':
      return foundResponse(await find(options, question, outgoing), question);
    case 'PUT': {
      const { key, flags, cas } = question;
      const value = (await readBody(incoming)).toString('latin1');
      return write(options, { kind: 'put', key, value, flags, ...(cas !== undefined && { cas }) });
    }
    case 'DELETE': {
      const { key, recurse, cas } = question;
      if (recurse) return write(options, { kind: 'delete-tree', prefix: key });
      return write(options, { kind: 'delete', key, ...(cas !== undefined && { cas }) });
    }
    default:
      return method satisfies never;
  }
}

/** What is there; for a blocking query, once there is more than the client knows or it has waited long enough. */
async function find({ store, watches, hold }: KvOptions, question: Question, outgoing: ServerResponse) {
  const read = readOf(question);
  if (question.index === 0) return store.read(read, hold);
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), question.wait);
  outgoing.once('close', () => over.abort());
  try {
    for (;;) {
      // Watched from before it is read, so that nothing falls between.
      const change = watches.change(read, over.signal);
      const found = await store.read(read, hold);
      if (found.index > question.index || over.signal.aborted) return found;
      await change;
    }
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}

const readOf = ({ key, mode, recurse, keys }: Question): Read =>
  recurse || keys ? { kind: 'list', prefix: key, mode } : { kind: 'get', key, mode };

const write = async ({ store, hold }: KvOptions, write: Write): Promise<Response> =>
  json((await store.write(write, hold)).done);

function methodOf(given: string | undefined): Method {
  // A HEAD is a GET whose answer stays without its body.
  const method = given === 'HEAD' ? 'GET' : methods.find((method) => method === given);
  if (method) return method;
  throw new Refusal(405, `Cannot ${given} a key: ${methods.join(', ')} are what can be done with it`);
}

function asResponse(error: unknown): Response {
  if (error instanceof Refusal) {
    const headers: Record<string, string> = error.status === 405 ? { Allow: methods.join(', ') } : {};
    // What is still to come of the body is not waited for.
    if (error.status === 413) headers.Connection = 'close';
    return new Response(error.message, { status: error.status, headers });
  }
  if (error instanceof NotDone) return new Response('No cluster leader', { status: 500 });
  if (error instanceof OutcomeUnknown) return new Response(error.message, { status: 500 });
  throw error;
}
