/** What the playground knows, and what can be done in it. One for the page; its components read the signals. */
import { batch, computed, signal } from '@preact/signals';
import {
  type Deed,
  decode,
  type Happening,
  keyOf,
  needed,
  type RunAddress,
  type Setup,
  type StageName,
  stageNames,
} from '../../../run/index.ts';
import { announce } from '../../announce.tsx';
import { replaceAddress } from '../../router.ts';
import { words } from '../../words/words.ts';
import { type Code, fetchCode, fetchStory, onCodeChange } from './api.ts';
import { Host } from './host.ts';
import { forgetLost, noteLost } from './lost.ts';
import { chosenMessage } from './message-choice.ts';
import type { Answer, CodeUrls, Command, Scene } from './messages.ts';
import { toldInWords } from './told.ts';
import { type Trouble, troubleFrom, troubleOfHung } from './trouble.ts';

/** What the panels show. While time flows they follow a few times a second, which is as much as one can read. */
export const scene = signal<Scene | undefined>(undefined);
/** What the ring draws: always the newest. */
export const latest: { scene: Scene | undefined } = { scene: undefined };
export const setup = signal<Setup>(decode(new URLSearchParams()).setup);
export const told = signal<readonly Happening[]>([]);
const code = signal<Code | undefined>(undefined);
export const playing = signal(false);
export const speed = signal(0.1);
export const selected = signal<string>('n1');
export const trouble = signal<Trouble | undefined>(undefined);
export const busy = signal(false);
/** Whether the chosen node's whole state is shown. */
export const stateOpen = signal(false);
/** Whether a recorded story is shown, in which nothing can be done. */
export const story = signal<{ id: string; rule: string; message: string; hint?: string; replay: string } | undefined>(
  undefined,
);
/** How long a reload has just taken, in milliseconds. */
export const news = signal<number | undefined>(undefined);

export const length = computed(() => {
  const now = scene.value;
  return now?.branches.find(({ id }) => id === now.branch)?.length ?? 0;
});
export const canAct = computed(() => story.value === undefined && scene.value?.broken === undefined);

/** How many of the last events the page lists. */
const listed = 240;

/** How often the panels follow while time flows, in milliseconds. */
const panelsEvery = 90;

let host = newHost();
let stopListening: (() => void) | undefined;
/** Commands in flight; a frame is not asked for while another is drawn. */
let waiting = 0;

export const isIdle = (): boolean => waiting === 0;

function newHost(): Host {
  return new Host((hung) => {
    playing.value = false;
    waiting = 0;
    busy.value = false;
    news.value = undefined;
    trouble.value = troubleOfHung(hung);
    announce(words.peek().run.neverReturned);
  });
}

// —— opening and closing ——

export async function open(query: URLSearchParams): Promise<void> {
  const mine = anew();
  story.value = undefined;
  const fetched = await fetchCode().catch(tell);
  if (mine !== opened || !fetched) return;
  code.value = fetched;
  stopListening = onCodeChange((changed) => void reload(changed));
  await openRun(decode(query));
}

/** A failed grade's run, at its last step: the one that breaks the rule. */
export async function openStory(id: string): Promise<void> {
  const mine = anew();
  const fetched = await fetchStory(id).catch(tell);
  if (mine !== opened || !fetched) return;
  const { trace, rule, message, hint, replay } = fetched;
  story.value = { id, rule, message, replay, ...(hint !== undefined && { hint }) };
  replaceAddress('playground', new URLSearchParams({ story: id }).toString());
  await ask({ kind: 'open-story', trace });
  await ask({ kind: 'seek', index: Number.MAX_SAFE_INTEGER });
  await select(told.peek().at(-1)?.node ?? 'n1');
}

/** How many runs and stories have been opened: who has waited for the server looks whether it is still his turn. */
let opened = 0;

function anew(): number {
  close();
  forgetLost();
  // What was asked of the worker that is gone is not answered any more.
  waiting = 0;
  busy.value = false;
  host = newHost();
  trouble.value = undefined;
  news.value = undefined;
  host.warmUp();
  return ++opened;
}

function tell(error: unknown): undefined {
  trouble.value = { kind: 'broke', message: error instanceof Error ? error.message : String(error) };
}

export function close(): void {
  stopListening?.();
  stopListening = undefined;
  host.close();
  playing.value = false;
}

/** Another run, from its address or from after so many events. */
async function openRun(run: RunAddress, index?: number): Promise<void> {
  setup.value = run.setup;
  chosenMessage.value = undefined;
  trouble.value = undefined;
  if (!run.setup.lineups[Number(selected.peek().slice(1)) - 1]) selected.value = 'n1';
  await ask({ kind: 'open', run, code: urls(run.setup), ...(index === undefined ? {} : { index }) });
  if (trouble.peek() === undefined) await select(selected.peek());
}

/** The same lineup and network anew. */
export const begin = (changed: Setup): Promise<void> =>
  openRun({ setup: changed, actions: [], moment: { at: 0, nth: 0 } });

async function reload(changed: Code): Promise<void> {
  const before = urls(setup.peek());
  code.value = changed;
  const now = urls(setup.peek());
  if (story.peek() || JSON.stringify(before) === JSON.stringify(now)) return;
  const began = performance.now();
  news.value = undefined;
  const stuck = trouble.peek()?.kind;
  if (stuck === 'hung' || stuck === 'hung-at-load' || stuck === 'not-loaded') await again();
  else await ask({ kind: 'reload', code: now });
  if (trouble.peek() === undefined) news.value = Math.round(performance.now() - began);
}

/** The run that is shown, from its address, in a worker of its own. */
export async function again(index?: number): Promise<void> {
  const query = latest.scene?.query ?? '';
  await openRun({ ...decode(new URLSearchParams(query)), setup: setup.peek() }, index);
}

function urls({ lineups }: Setup): CodeUrls {
  const list = code.peek()?.list;
  if (!list) return {};
  return Object.fromEntries(
    needed({ seed: 0, network: 'quick', lineups }).map((each) => {
      const { mine, reference, mutants } = list[each.stage];
      if (each.who === 'mine') return [keyOf(each), mine];
      if (each.who === 'reference') return [keyOf(each), reference];
      return [keyOf(each), mutants[Number(each.who.slice('mutant-'.length)) - 1] ?? ''];
    }),
  );
}

export const mysteries = (stage: StageName): number => code.value?.list[stage]?.mutants.length ?? 0;

export const stageOfCode = (setup: Setup): StageName =>
  stageNames.findLast((stage) => setup.lineups.some((lineup) => lineup[stage] !== 'absent')) ?? 'election';

// —— moving and acting ——

export const step = (): Promise<void> => still({ kind: 'step' });
export const back = (): Promise<void> => still({ kind: 'back' });
export const toNews = (): Promise<void> => still({ kind: 'news' });
export const seek = (index: number): Promise<void> => still({ kind: 'seek', index });
export const switchTo = (branch: number): Promise<void> => still({ kind: 'switch', branch });

export async function act(deed: Deed): Promise<void> {
  if (canAct.peek()) await ask({ kind: 'act', deed });
}

export async function select(node: string): Promise<void> {
  selected.value = node;
  if (stateOpen.peek()) await ask({ kind: 'select', node });
}

/** The whole state is sent only where somebody looks at it. */
export async function openState(open: boolean): Promise<void> {
  if (stateOpen.peek() === open) return;
  stateOpen.value = open;
  await ask({ kind: 'select', node: open ? selected.peek() : undefined });
}

export const advance = (until: number): Promise<void> => ask({ kind: 'advance', until });

export function play(on = !playing.peek()): void {
  playing.value = on && latest.scene?.broken === undefined;
  showInPanels();
  if (!playing.peek() && latest.scene?.query) replaceAddress('playground', latest.scene.query);
}

async function still(command: Command): Promise<void> {
  playing.value = false;
  await ask(command);
}

/** What the worker answers besides a scene. */
export async function request(command: Command): Promise<Answer | undefined> {
  const answer = await host.ask(command);
  return answer?.kind === 'broke' ? undefined : answer;
}

/** After these, what a reload has said still stands. */
const passing: readonly Command['kind'][] = ['advance', 'reload', 'select', 'open'];

async function ask(command: Command): Promise<void> {
  if (!passing.includes(command.kind)) news.value = undefined;
  waiting++;
  const slow = setTimeout(() => {
    busy.value = true;
  }, 200);
  const answer = await host.ask(command);
  clearTimeout(slow);
  if (answer === undefined) return;
  waiting--;
  busy.value = false;
  if (answer.kind === 'scene') show(answer.scene);
  else if (answer.kind === 'not-loaded' || answer.kind === 'broke') {
    playing.value = false;
    trouble.value = troubleFrom(answer, code.peek());
  }
}

function show(shown: Scene): void {
  const before = latest.scene;
  latest.scene = shown;
  if (trouble.peek()) trouble.value = undefined;
  const lines = shown.anew ? [] : events;
  if (shown.anew || shown.told.length > 0) events = [...lines, ...shown.told].slice(-listed);
  if (shown.broken !== undefined || shown.thrown !== undefined) playing.value = false;
  if (shown.broken !== undefined && before?.broken !== shown.broken) void announceBroken(shown.broken);
  for (const happening of shown.anew ? [] : shown.told) sayAloud(happening);
  noteLost(shown.index, shown.told, playing.peek());
  showInPanels();
  if (!playing.peek() && shown.query !== '') replaceAddress('playground', shown.query);
}

async function announceBroken(broken: string): Promise<void> {
  const [rule = '', ...rest] = broken.split(': ');
  const why = await toldInWords(rest.join(': '));
  announce(words.peek().run.stoppedBy(`${rule}: ${why}`));
}

function sayAloud({ news: heard, byHand }: Happening): void {
  const { run } = words.peek();
  if (heard) announce(run.news(heard));
  else if (byHand) announce(run.byHand(byHand));
}

let events: readonly Happening[] = [];
let panelsAt = 0;

function showInPanels(): void {
  const now = performance.now();
  if (playing.peek() && now - panelsAt < panelsEvery) return;
  panelsAt = now;
  batch(() => {
    scene.value = latest.scene;
    told.value = events;
  });
}
