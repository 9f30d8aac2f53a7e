/** The files of a tar archive, packed or not. Only what may be a part of a stage is kept; the rest flows by. */
import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { type Entry, inside, mostBytes, mostEntries, Refused, size, tooMany } from './entry.ts';

/** So much may flow by: a small archive can unpack into more than a disk holds. */
const mostUnpacked = 256 * 2 ** 20;

/** All that is kept of one archive. */
const mostKept = 32 * 2 ** 20;

export async function entriesOfTar(file: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let kept = 0;
  const tar = extract();
  tar.on('entry', (header, stream, next) => {
    const parts: Buffer[] = [];
    let refused: unknown;
    try {
      const entry = entryOf(header, parts);
      if (entries.length >= mostEntries) throw tooMany();
      if (header.type !== 'directory') entries.push(entry);
      if (mayBePart(entry)) {
        kept += entry.bytes;
        if (kept > mostKept)
          throw new Refused(`its archive holds more than ${size(mostKept)} of code; wanted the stubs`);
        stream.on('data', (part) => parts.push(part as Buffer));
      }
    } catch (error) {
      refused = error;
    }
    stream.on('error', next).on('end', () => next(refused as Error | undefined));
    stream.resume();
  });
  const packed = /\.(tgz|gz)$/i.test(file);
  const steps = [createReadStream(file), ...(packed ? [createGunzip()] : []), atMost(mostUnpacked), tar];
  await pipeline(steps as never);
  return entries;
}

function entryOf({ name, size: bytes = 0, type }: Header, parts: readonly Buffer[]): Entry {
  const isFile = type === 'file' || type === 'contiguous-file';
  const isLink = type === 'symlink' || type === 'link';
  const kind = isFile ? 'file' : isLink ? 'link' : 'other';
  return { path: inside(name), kind, bytes, read: async () => Buffer.concat(parts) };
}

/** Of a stage. Nothing else is kept. */
const mayBePart = ({ kind, bytes, path }: Entry): boolean =>
  kind === 'file' && bytes <= mostBytes && /\.[cm]?[jt]s$/.test(path);

/** Passes on what comes, up to so many bytes. */
function atMost(most: number): Transform {
  let passed = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      passed += part.length;
      if (passed > most)
        done(new Refused(`its archive unpacks into more than ${size(most)}; wanted the stubs and little else`));
      else done(null, part);
    },
  });
}
