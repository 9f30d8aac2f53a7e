/** The modules as the playground asks for them: for each stage, who can stand there. */
import type { CodeProblem, Module } from '../wire.ts';

export interface CodeOffer {
  list: Record<string, Choice>;
  troubles: readonly Trouble[];
}

interface Choice {
  /** Empty while the file can not be loaded; `troubles` says why. */
  mine: string;
  reference: string;
  mutants: string[];
  variants: string[];
}

interface Trouble extends CodeProblem {
  stage: string;
}

export function codeOf(modules: readonly Module[]): CodeOffer {
  const list: Record<string, Choice> = {};
  const troubles: Trouble[] = [];
  for (const { stage, who, url = '', problem } of modules) {
    if (problem) troubles.push({ stage, ...problem });
    const choice = (list[stage] ??= { mine: '', reference: '', mutants: [], variants: [] });
    switch (who) {
      case 'mine':
      case 'reference':
        choice[who] = url;
        break;
      case 'mutant':
        if (url) choice.mutants.push(url);
        break;
      case 'variant':
        if (url) choice.variants.push(url);
        break;
      default:
        who satisfies never;
    }
  }
  return { list, troubles };
}
