/** What happens in a run, in English: for whoever listens, and for what was done by hand. */
import { handText } from '../../../run/deed-text.ts';
import type { News } from '../../../run/index.ts';
import type { Upcoming } from '../../pages/playground/messages.ts';

export const run = {
  byHand: handText,
  news(news: News): string {
    switch (news.kind) {
      case 'threw':
        return `The code of ${news.node} threw an error, and the node is down.`;
      case 'crashed':
        return `${news.node} has crashed.`;
      case 'started':
        return `${news.node} has started again.`;
      case 'leads':
        return `${news.node} leads term ${news.term}.`;
      case 'stands':
        return `${news.node} stands for election in term ${news.term}.`;
      case 'leads-no-longer':
        return `${news.node} no longer leads.`;
      case 'commits':
        return `${news.node} commits entry ${news.index}.`;
      default:
        return news satisfies never;
    }
  },
  upcoming(next: Upcoming): string {
    switch (next.kind) {
      case 'message':
        return `${next.to} receives ${next.message} from ${next.from}`;
      case 'timer':
        return `the ${next.timer} timer of ${next.node} fires`;
      case 'boot':
        return 'the nodes boot';
      case 'load':
        return 'the code is loaded';
      case 'nothing':
        return '';
      default:
        return next satisfies never;
    }
  },
  neverReturned: 'The code of a node never returned. The run was stopped.',
  stoppedBy: (broken: string) => `The run is stopped. ${broken}`,
  saved: (ms: number) => `Your code was saved: the same run on it, in ${ms} ms`,
};
