/** Every word of the pages, in English: the source of what each other language has to say. */
import { beside } from './en/beside.ts';
import { book } from './en/book.ts';
import { cluster } from './en/cluster.ts';
import { grade } from './en/grade.ts';
import { playground } from './en/playground.ts';
import { run } from './en/run.ts';
import { shell } from './en/shell.ts';

export const en = { shell, playground, run, beside, grade, cluster, book };

/** A word that is missing in another language is an error of the compiler. */
export type Words = typeof en;
