/** The workbench's server: the pages, the student's code as modules, grades as they come, and a real cluster to break. */
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { appOf } from './app.ts';
import { Library, type StageOfCode } from './code/library.ts';
import { codeOf } from './code/offer.ts';
import { pagesOf } from './dist.ts';
import type { Hands } from './hands.ts';
import { EventHub } from './http/event-hub.ts';
import { newSecrets } from './http/guard.ts';
import { listenOnLoopback } from './listen.ts';
import { ClusterWatch } from './live/cluster-watch.ts';
import { Grades } from './live/grades.ts';
import { watchFolders } from './live/saved.ts';
import { tellNobody, tellOthers } from './state-file.ts';
import { wordsOf } from './words.ts';

export { NotBuilt } from './dist.ts';
export type { ClusterEars, ClusterHand, GradeStep, Hands, StoryQuestion } from './hands.ts';
export type { Language } from './language.ts';
export { PortTaken } from './listen.ts';
export type * from './wire.ts';

export interface WorkbenchOptions {
  /** The repository. */
  root: string;
  stages: readonly StageOfCode[];
  hands: Hands;
  /** 0: any that is free. */
  port: number;
  /** Hears what takes a while. */
  say(line: string): void;
  /** Where the pages are, if they are built already. */
  pages?: string;
}

export interface Workbench {
  /** With the token: whoever has it can do what the pages can. */
  link: string;
  close(): Promise<void>;
}

/** Throws `PortTaken` and `NotBuilt`. */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { root, stages, hands } = options;
  const pages = options.pages ?? (await pagesOf(root, options.say, wordsOf(hands.language())));
  const secrets = newSecrets();
  const library = new Library(root, stages);
  // Whoever opens the first page does not wait for it.
  library.modules();
  const hub = new EventHub();
  const grades = new Grades(hands, (event) => hub.tell('grade', event));
  const cluster: ClusterWatch = new ClusterWatch(hands.cluster, (event) => clusterHub.tell(event.kind, event));
  const clusterHub = new EventHub((readers) => cluster.watchedBy(readers));

  let port = 0;
  const app = appOf({
    root,
    pages,
    secrets,
    port: () => port,
    hands,
    library,
    grades,
    cluster,
    hub,
    clusterHub,
  });
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const servers: [Server, Server] = [createServer(patience, listener), createServer(patience, listener)];
  port = await listenOnLoopback(servers, options.port);

  const folders = stages.map(({ folder }) => folder);
  const watching = watchFolders(join(root, 'exercises'), folders, (folder) => {
    const stage = stages.find((each) => each.folder === folder);
    if (!stage) return;
    hub.tell('code', codeOf(library.afterSave()));
    if (library.mine(stage.name)) void grades.start(stage.name, 'saved');
  });
  tellOthers(root, port);

  return {
    link: `http://127.0.0.1:${port}/?token=${secrets.token}`,
    async close() {
      tellNobody(root);
      watching.close();
      grades.close();
      cluster.close();
      hub.close();
      clusterHub.close();
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
      await hands.cluster.close();
    },
  };
}

/** With whoever has not finished a request. */
const patience = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };
