/** What works on one machine only: its folders, and the host that its packages came from. */
import { eachLine, type Rule } from '../rule.ts';

const folder = /(^|[\s"'`(=:])\/(root|home|work|Users)(\/|["'`\s]|$)/;
const host = /https?:\/\/[^/\s]*registry[^/\s]*\/|^\s*resolved |tarball: *http/;

export const machines: Rule = {
  name: 'nothing names the machine that it was written on',
  check: (files) =>
    files.flatMap((file) => [
      ...eachLine(file, folder, 'write the path from the root of the repository, or from import.meta.dirname'),
      ...eachLine(file, host, 'leave the host out: each machine knows its own registry'),
    ]),
  broken: [{ path: 'packages/a/src/a.ts', text: "const place = '/root/here';\n" }],
};
