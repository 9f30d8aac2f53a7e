/** For tests: the site as it is built, in a folder of its own, and served from anywhere. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';

export interface Built {
  folder: string;
  remove(): void;
}

/** In a process of its own: VitePress looks for Vue from where it is started. */
export async function builtSite(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'weekend-book-site-'));
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../main.ts'), 'build', folder, '--no-pdf']);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Below a path, as on a server that has other things, too. */
export async function serve(folder: string): Promise<{ server: Server; url: string }> {
  const server = createServer(({ url = '' }, response) => {
    const asked = new URL(url, 'http://localhost').pathname;
    const file = join(folder, decodeURI(asked).replace(/^\/some\/where/, ''), asked.endsWith('/') ? 'index.html' : '');
    try {
      if (!asked.startsWith('/some/where/')) throw new Error('not here');
      const body = readFileSync(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Cannot serve the site: no port was given');
  return { server, url: `http://127.0.0.1:${address.port}/some/where/` };
}
