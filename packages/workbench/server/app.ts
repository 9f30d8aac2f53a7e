/** The pages' questions and orders, and who answers each. Behind the guard, every one of them. */
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bookOf } from './book/chapters.ts';
import { Pieces } from './book/pieces.ts';
import { inTheBrowser } from './code/framework.ts';
import type { Library } from './code/library.ts';
import { codeOf } from './code/offer.ts';
import { type Hands, isRefusal } from './hands.ts';
import type { EventHub } from './http/event-hub.ts';
import { filesOf } from './http/files.ts';
import { guard, type Secrets } from './http/guard.ts';
import { strictHeaders } from './http/headers.ts';
import { languages } from './language.ts';
import type { ClusterWatch } from './live/cluster-watch.ts';
import type { Grades } from './live/grades.ts';
import { ScenarioSoFar } from './live/scenario-so-far.ts';
import { orderFrom } from './orders.ts';
import type { Answer, ClusterEvent } from './wire.ts';
import { wordsOf } from './words.ts';

export interface Parts {
  root: string;
  /** Where the built pages are. */
  pages: string;
  secrets: Secrets;
  port(): number;
  hands: Hands;
  library: Library;
  grades: Grades;
  cluster: ClusterWatch;
  /** What the student's files and grades do; what the cluster does. */
  hub: EventHub;
  clusterHub: EventHub;
}

/** No order needs more, so nobody can fill our memory. */
const mostBytes = 16 * 1024;

export function appOf(parts: Parts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(strictHeaders);
  const words = () => wordsOf(parts.hands.language());
  app.use(guard(parts.secrets, parts.port, words));
  app.onError((error, c) => {
    if (!isRefusal(error)) process.stderr.write(`The workbench broke at ${c.req.path}: ${error.stack}\n`);
    return isRefusal(error) ? c.json(refused(error.message), 409) : c.json(refused(words().broke), 500);
  });
  addLanguage(app, parts);
  addBook(app, parts);
  addCode(app, parts);
  addGrades(app, parts);
  addCluster(app, parts);
  app.all('/api/*', (c) => c.json(refused(words().noSuch(c.req.path)), 404));
  addPages(app, parts);
  return app;
}

type App = Hono<{ Bindings: HttpBindings }>;

/** One student's own: whoever chooses in a page chooses for grades, hints and the cluster too. */
function addLanguage(app: App, { hands }: Parts): void {
  app.post('/api/language/:language', async (c) => {
    const chosen = languages.find((each) => each === c.req.param('language'));
    if (!chosen) return c.json(refused(wordsOf(hands.language()).noLanguage), 404);
    await hands.speak(chosen);
    return c.json(done(chosen));
  });
  app.get('/api/told/:stage', (c) =>
    c.json({ sentence: hands.told(c.req.param('stage'), c.req.query('sentence') ?? '') }),
  );
}

function addCode(app: App, { library, hub }: Parts): void {
  const code = () => codeOf(library.modules());
  // What was saved while nobody listened, as between a page's first question and this one, is heard here.
  app.get('/api/events', () => hub.open([['code', code()]]));
  app.get('/api/code', (c) => c.json(code()));
  app.get('/code/*', (c) => {
    const text = library.text(decodeURIComponent(c.req.path.slice('/code/'.length)));
    if (text === undefined) return c.text('There is no such code here, or not any more.\n', 404);
    return module(c, text);
  });
}

/** Its address tells its content. */
const module = (c: Context, text: string): Response =>
  c.body(text, 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'private, max-age=31536000, immutable',
  });

function addBook(app: App, { root, library }: Parts): void {
  const pieces = new Pieces(inTheBrowser, (name) => library.lead(name));
  app.get('/api/book/:language', (c) => c.json(bookOf(root, c.req.param('language'), pieces)));
  app.get('/code/book/:name{[0-9a-f]+.js}', (c) => {
    const text = pieces.text(c.req.param('name').replace('.js', ''));
    return text === undefined ? c.text('There is no such piece of code.\n', 404) : module(c, text);
  });
}

function addGrades(app: App, { hands, grades }: Parts): void {
  const words = () => wordsOf(hands.language());
  const stageOf = (c: Context) => hands.stages().find(({ stage }) => stage === c.req.param('stage'));
  app.get('/api/stages', (c) => c.json(hands.stages()));
  app.get('/api/grade/:stage', (c) => {
    const stage = stageOf(c);
    if (!stage) return c.json(refused(words().noStage), 404);
    return c.json(grades.standing(stage.stage));
  });
  app.post('/api/grade/:stage', (c) => {
    const stage = stageOf(c);
    if (!stage) return c.json(refused(words().noStage), 404);
    void grades.start(stage.stage, 'asked');
    return c.json(done(words().grading(stage.stage)), 202);
  });
  app.post('/api/hint/:stage/:milestone', (c) => {
    const told = hands.hint(c.req.param('stage'), c.req.param('milestone'));
    return told ? c.json(told) : c.json(refused(words().noMilestone), 404);
  });
  app.get('/api/story/:id', async (c) => {
    const question = questionFrom(c.req.param('id'));
    const story = question && (await hands.story(question));
    return story ? c.json(story) : c.json(refused(words().noStory), 404);
  });
}

/** `election.one-vote-a-term.4711`: whatever server answers, the address tells the same story. */
function questionFrom(id: string) {
  const [, stage, milestone, seed] = /^([a-z-]{1,40})\.([a-z0-9-]{1,80})\.(\d{1,15})$/.exec(id) ?? [];
  return stage && milestone && seed ? { stage, milestone, seed: Number(seed) } : undefined;
}

function addCluster(app: App, { hands, cluster, clusterHub }: Parts): void {
  const words = () => wordsOf(hands.language());
  const scenario = new ScenarioSoFar();
  app.get('/api/cluster/events', async () => {
    const seen = await cluster.look();
    const greeting: readonly ClusterEvent[] = [{ kind: 'cluster', cluster: seen }, ...scenario.told];
    return clusterHub.open(greeting.map((event) => [event.kind, event]));
  });
  app.get('/api/cluster', async (c) =>
    c.json({
      cluster: await cluster.look(),
      scenarios: hands.cluster.scenarios(),
      docker: await hands.cluster.docker(),
    }),
  );
  app.get('/api/cluster/log/:node{n[0-9]+}', async (c) => c.text(await hands.cluster.log(c.req.param('node'))));
  app.post('/api/cluster', async (c) => {
    if (Number(c.req.header('content-length') ?? mostBytes + 1) > mostBytes)
      return c.json(refused(words().tooLong), 413);
    const order = orderFrom(await c.req.json().catch(() => undefined));
    if (!order) return c.json(refused(words().noOrder), 400);
    const tell = (event: ClusterEvent) => {
      scenario.hear(event);
      clusterHub.tell(event.kind, event);
    };
    const message = await hands.cluster.obey(order, {
      line: (line, at) => tell({ kind: 'line', line, at }),
      playing: (scenario) => tell({ kind: 'playing', scenario }),
      verdict: (scenario, passed, verdict) => tell({ kind: 'verdict', scenario, passed, verdict }),
      load: (sample) => tell({ kind: 'load', sample }),
    });
    await cluster.look();
    return c.json(done(message));
  });
}

function addPages(app: App, { pages, hands }: Parts): void {
  const read = filesOf(pages);
  app.get('/', async (c) => {
    const page = await read('index.html', '');
    if (!page) return c.text(noPage, 404);
    // The page speaks as the command does, unless somebody chooses otherwise there.
    const language = hands.language();
    const text = new TextDecoder().decode(page.bytes);
    const html = language
      ? text.replace(/<html lang="\w+"/, `<html lang="${language}" data-command="${language}"`)
      : text;
    return c.body(html, 200, page.headers);
  });
  app.get('*', async (c) => {
    const path = decodeURIComponent(c.req.path);
    const file = await read(path, c.req.header('accept-encoding') ?? '');
    return file ? c.body(file.bytes, 200, file.headers) : c.text(noPage, 404);
  });
}

const noPage = 'There is no such page here.\n';
const refused = (message: string): Answer => ({ ok: false, message });
const done = (message: string): Answer => ({ ok: true, message });
