/** Whether what came from a sandbox is an answer at all. What its writes may do, the mirror says; its wishes, `grant`. */
import { Illegal } from '../wire/mirror.ts';
import type { Answer } from '../wire/words.ts';

type Check = (part: unknown) => boolean;

const isText = (part: unknown, most: number): boolean => typeof part === 'string' && part.length <= most;
const isList: Check = Array.isArray;
const isCount: Check = (part) => Number.isSafeInteger(part) && (part as number) >= 0;
const isSentence: Check = (part) => isText(part, 10_000);
const isName: Check = (part) => isText(part, 100) && /^[\w$]+$/.test(part as string);
const anything: Check = () => true;

const areNames: Check = (part) =>
  isList(part) && (part as unknown[]).length <= 200 && (part as unknown[]).every(isName);
const areFrames: Check = (part) =>
  isList(part) && (part as unknown[]).length <= 50 && (part as unknown[]).every((frame) => isText(frame, 2_000));

const isError: Check = (part) =>
  isObject(part) && isText(part.name, 2_000) && isText(part.message, 2_000) && areFrames(part.frames);
const areWishes: Check = (part) => isObject(part) && isList(part.saves) && isList(part.sends) && isList(part.timers);

const shapes: Record<Answer[0], readonly Check[]> = {
  ready: [],
  loaded: [areNames],
  refused: [isSentence, areFrames],
  done: [isList, anything, areWishes],
  threw: [isError],
  broken: [isSentence],
  draw: [isCount],
  ask: [isCount, isList, isList, areWishes],
};

/** Throws `Illegal` if it is none. */
export function legalAnswer(document: unknown): Answer {
  if (!Array.isArray(document)) throw new Illegal('it said something that is no answer');
  const [kind, ...parts] = document as unknown[];
  const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind as Answer[0]] : undefined;
  if (!shape || parts.length !== shape.length || !shape.every((check, i) => check(parts[i])))
    throw new Illegal('it said something that is no answer');
  return document as unknown as Answer;
}

function isObject(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
