/** The files of a zip archive, by its directory: nothing is unpacked but what is asked for. */
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { type Entry, inside, mostEntries, outside, tooMany } from './entry.ts';

/** Of the attributes that Unix systems write into a zip: what kind of thing it is. */
const kindMask = 0o170000;
const linkKind = 0o120000;

export interface OpenZip {
  entries: Entry[];
  close(): void;
}

export async function entriesOfZip(file: string): Promise<OpenZip> {
  const zip = await yauzl.openPromise(file, { autoClose: false });
  const entries: Entry[] = [];
  try {
    for await (const found of zip.eachEntry()) {
      if (entries.length >= mostEntries) throw tooMany();
      const path = inside(found.fileName);
      if (found.fileName.endsWith('/')) continue;
      const isLink = ((found.externalFileAttributes >>> 16) & kindMask) === linkKind;
      const isReadable = found.canDecodeFileData();
      entries.push({
        path,
        kind: isLink ? 'link' : isReadable ? 'file' : 'other',
        bytes: found.uncompressedSize,
        read: async () => buffer(await zip.openReadStreamPromise(found)),
      });
    }
  } catch (error) {
    zip.close();
    throw inOurWords(error);
  }
  return { entries, close: () => zip.close() };
}

/** The library looks at each name before we do. */
function inOurWords(error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  const name = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/s.exec(message)?.[1];
  return name === undefined ? error : outside(name);
}
