/**
 * Looks at what a container tells in which the suite runs beside the code. Milestones are ours, in our order, each told
 * once; texts are cut; whatever else is told is tampering.
 */
import { dirname } from 'node:path';
import type { Broken, Outcome } from '@weekend/grading';
import { urlOf } from '../sandbox/fence.ts';
import { suiteOf } from '../suites.ts';
import type { Case } from './boxes/box.ts';
import type { Told } from './judge/events.ts';
import { type Folders, framesHere } from './judge/revived.ts';

type Fields = Record<string, unknown>;

const mostLine = 2 ** 20;
const mostText = 20_000;
const mostLines = 500;

/** Reads one line after another. `inside`: the submission's folder as the container sees it. */
export function legalEvents({ stage, file, milestone, dice }: Case, inside: string): (line: string) => Told {
  const milestones = suiteOf(stage.name).milestones.filter(({ id }) => milestone === undefined || id === milestone);
  const waiting = milestones.map(({ id }) => id);
  const listed = milestones.map(({ id, title, points, rule, hint }) => ({ id, title, points, rule, hint }));
  const folders = { inside: `${urlOf(inside)}/`, here: `${urlOf(dirname(file))}/` };
  let proving: string | undefined;
  return (line) => {
    const told = parsed(line);
    switch (told?.kind) {
      case 'suite':
        return { kind: 'suite', milestones: listed, dice };
      case 'refused':
        return { kind: 'refused', message: text(told.message), frames: framesHere(texts(told.frames), folders) };
      case 'proving':
        if (proving !== undefined || told.id !== waiting[0]) return tampered;
        proving = waiting.shift() as string;
        return { kind: 'proving', id: proving };
      case 'proved': {
        const outcome = outcomeOf(told.outcome, folders);
        if (proving === undefined || told.id !== proving || !outcome) return tampered;
        const id = proving;
        proving = undefined;
        return { kind: 'proved', id, outcome, ms: Number(told.ms) || 0 };
      }
      case 'our-mistake':
        return { kind: 'our-mistake', told: text(told.told) };
      case 'done':
        return proving === undefined && waiting.length === 0 ? { kind: 'done' } : isEarly;
      default:
        return tampered;
    }
  };
}

const tampered: Told = { kind: 'tampered', told: 'it told what no suite tells' };

/** After it was refused, there is nothing to prove. */
const isEarly: Told = { kind: 'gone' };

function parsed(line: string): Fields | undefined {
  if (line.length > mostLine) return undefined;
  try {
    const told: unknown = JSON.parse(line);
    return isFields(told) ? told : undefined;
  } catch {
    return undefined;
  }
}

function outcomeOf(value: unknown, folders: Folders): Outcome | undefined {
  if (!isFields(value)) return undefined;
  const seed = typeof value.seed === 'number' ? { seed: value.seed } : {};
  switch (value.kind) {
    case 'passed':
      return { kind: 'passed' };
    case 'not-written':
      return { kind: 'not-written', message: text(value.message) };
    case 'threw':
      return {
        kind: 'threw',
        message: text(value.message),
        frames: framesHere(texts(value.frames), folders),
        story: texts(value.story),
        ...seed,
      };
    case 'broken':
      return isFields(value.broken) ? { kind: 'broken', broken: brokenOf(value.broken) } : undefined;
    default:
      return undefined;
  }
}

const brokenOf = ({ rule, message, story, seed }: Fields): Broken => ({
  message: text(message),
  story: texts(story),
  ...(typeof rule === 'string' && { rule: text(rule) }),
  ...(typeof seed === 'number' && { seed }),
});

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => String(value ?? '').slice(0, mostText);

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.slice(0, mostLines).map(text) : []);
