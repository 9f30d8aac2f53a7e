/** The files of one folder, and nothing outside it: compressed once, and cached by the browser where their name tells their content. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface Served {
  bytes: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest']);

/** Answers nothing for what is not there, is no plain file, or lies outside, also by a link. */
export function filesOf(folder: string): (path: string, accepts: string) => Promise<Served | undefined> {
  const kept = new Map<string, Promise<Served>>();

  return async (path, accepts) => {
    const extension = extname(path);
    const type = types[extension];
    if (type === undefined) return undefined;
    const file = await inside(folder, path);
    if (file === undefined) return undefined;
    const encoding = compressible.has(extension) ? encodingFor(accepts) : undefined;
    const key = `${encoding} ${file}`;
    const found = kept.get(key) ?? read(file, path, type, encoding);
    kept.set(key, found);
    return found;
  };
}

/** The real path of a file of the folder. */
async function inside(folder: string, path: string): Promise<string | undefined> {
  try {
    const home = await realpath(folder);
    const file = await realpath(join(home, path));
    return file.startsWith(home + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

type Encoding = 'br' | 'gzip';

function encodingFor(accepts: string): Encoding | undefined {
  const named = accepts.split(',').map((each) => each.split(';')[0]?.trim());
  return named.includes('br') ? 'br' : named.includes('gzip') ? 'gzip' : undefined;
}

async function read(file: string, path: string, type: string, encoding: Encoding | undefined): Promise<Served> {
  const plain = await readFile(file);
  const bytes = encoding === undefined ? plain : await compress[encoding](plain);
  return {
    bytes: new Uint8Array(bytes),
    headers: {
      'Content-Type': type,
      Vary: 'Accept-Encoding',
      // The builder writes a hash of the content into every name below assets/.
      'Cache-Control': /(^|\/)assets\//.test(path) ? 'private, max-age=31536000, immutable' : 'no-cache',
      ...(encoding && { 'Content-Encoding': encoding }),
    },
  };
}

const compress: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};
