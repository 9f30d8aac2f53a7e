/** Titles, rules and hints of the milestones, in the language of whoever reads them. */
import { language } from './language.ts';
import { concurrency } from './milestones/concurrency.ts';
import { consistency } from './milestones/consistency.ts';
import { election } from './milestones/election.ts';
import { kvStore } from './milestones/kv-store.ts';
import { logReplication } from './milestones/log-replication.ts';
import { logStore } from './milestones/log-store.ts';
import type { MilestoneTexts } from './milestones/texts.ts';

/** By the stage's name. */
export const milestoneTexts: Readonly<Record<string, MilestoneTexts>> = {
  concurrency,
  consistency,
  election,
  'log-replication': logReplication,
  'kv-store': kvStore,
  'log-store': logStore,
};

/** In English the suites themselves say it, and whoever has no other use for them need not load them. */
const suites = language() === 'ja' ? await import('../suites.ts') : undefined;

interface Words {
  title: string;
  rule: string;
}

/** The title and the rule of a milestone, translated. A rule that is not the milestone's own stays as it is. */
export function milestoneWords(stage: string, id: string, words: Words): Words {
  const texts = milestoneTexts[stage]?.[id]?.ja;
  if (language() !== 'ja' || !texts) return words;
  const own = suites?.suiteOf(stage).milestones.find((milestone) => milestone.id === id)?.rule;
  return { title: texts.title, rule: own === undefined || own === words.rule ? texts.rule : words.rule };
}

/** The three hints of a milestone: a thought, which is its suite's, where to look, what to compare. */
export function hintsOf(stage: string, id: string, thought: string): readonly string[] {
  const texts = milestoneTexts[stage]?.[id];
  if (!texts) return [thought];
  return language() === 'ja' ? texts.ja.hints : [thought, texts.where, texts.compare];
}
