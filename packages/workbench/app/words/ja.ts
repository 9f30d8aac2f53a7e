/** Every word of the pages, in Japanese. Its terms are those of the book's glossary. */
import type { Words } from './en.ts';
import { beside } from './ja/beside.ts';
import { book } from './ja/book.ts';
import { cluster } from './ja/cluster.ts';
import { grade } from './ja/grade.ts';
import { playground } from './ja/playground.ts';
import { run } from './ja/run.ts';
import { shell } from './ja/shell.ts';

export const ja: Words = { shell, playground, run, beside, grade, cluster, book };
