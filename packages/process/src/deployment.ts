/** Loads the modules that were named: a protocol, with the stages that were given, and what speaks with its clients. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LogStore } from '@weekend/log-store';
import type { Protocol, Shape } from '@weekend/protocol';
import { CannotStart } from './cannot-start.ts';
import type { Door, Gateway } from './gateway.ts';
import type { Description } from './status.ts';

export interface Deployment {
  protocol: Protocol<Shape>;
  describe(state: object): Description;
}

/** What such a module exports. `stages`: for each stage the URL of its file. */
interface DeploymentModule {
  deploy(stages: Record<string, string>): Promise<Protocol<Shape>>;
  describe(state: object): Description;
}

export async function loadDeployment(module: string, stageFiles: Record<string, string>): Promise<Deployment> {
  const stages = Object.fromEntries(Object.entries(stageFiles).map(([stage, file]) => [stage, urlOf(file)]));
  try {
    const { deploy, describe }: DeploymentModule = await import(urlOfModule(module));
    if (typeof deploy !== 'function' || typeof describe !== 'function')
      throw new Error('it does not export the functions deploy and describe');
    return { protocol: await deploy(stages), describe };
  } catch (error) {
    throw new CannotStart(`Cannot load the protocol ${module}: ${whatAndWhere(error, Object.values(stages))}`);
  }
}

export async function loadLogStore(file: string): Promise<LogStore> {
  const url = urlOf(file);
  try {
    const { logStore }: { logStore?: LogStore } = await import(url);
    if (typeof logStore?.open !== 'function') throw new Error('it does not export logStore, an object with open');
    return logStore;
  } catch (error) {
    throw new CannotStart(`Cannot load the log store ${file}: ${whatAndWhere(error, [url])}`);
  }
}

/** What an --api module exports. */
interface ApiModule {
  openGateway(door: Door<Shape>): Gateway<Shape>;
}

export async function loadApi(module: string): Promise<ApiModule['openGateway']> {
  try {
    const { openGateway }: ApiModule = await import(urlOfModule(module));
    if (typeof openGateway !== 'function') throw new Error('it does not export the function openGateway');
    return openGateway;
  } catch (error) {
    throw new CannotStart(`Cannot load the API ${module}: ${whatAndWhere(error, [])}`);
  }
}

/** A path, a file URL, or the name of a package as it is known in the working directory. */
function urlOfModule(module: string): string {
  if (/^(file:|[./\\]|[A-Za-z]:[/\\])/.test(module)) return urlOf(module);
  return pathToFileURL(createRequire(pathToFileURL(resolve('package.json'))).resolve(module)).href;
}

const urlOf = (file: string) => (file.startsWith('file:') ? file : pathToFileURL(resolve(file)).href);

/** The first line of what was thrown, and where, if that is in the file of a stage. */
function whatAndWhere(error: unknown, stageFiles: string[]): string {
  if (!(error instanceof Error)) return String(error);
  const [what] = error.message.split('\n');
  const places = stageFiles.map((file) => lineIn(file, error.stack ?? '')).filter((place) => place !== undefined);
  return places[0] ? `${what} (${places[0]})` : `${what}`;
}

/** A stack names a file by its URL, or by its path if the error is in the syntax. */
function lineIn(url: string, stack: string): string | undefined {
  const path = fileURLToPath(url);
  for (const name of [url, path]) {
    const at = stack.indexOf(`${name}:`);
    if (at >= 0) return `${path}:${Number.parseInt(stack.slice(at + name.length + 1), 10)}`;
  }
  return undefined;
}
