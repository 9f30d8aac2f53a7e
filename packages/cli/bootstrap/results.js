// Adds up the results that each package's tests left behind as JSON. A result that should be there and is not counts as failed.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { packageFolders, readJson, root } from './places.js';

const reasonLines = 12;

const fileOf = (folder) => join(root, folder, '.results', 'vitest.json');

const testedPackages = () =>
  packageFolders().filter((folder) => readJson(join(root, folder, 'package.json')).scripts?.test);

/** What an earlier run left must not be taken for this one's. turbo puts back what it kept. */
export const forgetResults = () => {
  for (const folder of packageFolders()) rmSync(join(root, folder, '.results'), { recursive: true, force: true });
};

/** Why, for whoever sees no more than the end of it all: the first lines, without their colours. */
const reasonOf = (messages) =>
  stripVTControlCharacters(messages?.[0] ?? '')
    .split('\n')
    .filter((line) => !/^ +at .*(node_modules|node:)/.test(line))
    .slice(0, reasonLines)
    .map((line) => `\n    ${line.slice(0, 200)}`)
    .join('');

const ofFile = (folder, file) => {
  const named = file.assertionResults.map(({ fullName, status, failureMessages }) => ({
    name: `${folder}: ${fullName}${reasonOf(failureMessages)}`,
    status,
  }));
  const explained = file.status !== 'failed' || named.some(({ status }) => status === 'failed');
  // A file that breaks while it loads, or in a hook, has failed without a single test to show for it.
  return explained
    ? named
    : [...named, { name: `${file.name}: ${file.message || 'broke outside its tests'}`, status: 'failed' }];
};

const ofPackage = (folder) => {
  if (!existsSync(fileOf(folder))) return [{ name: `${folder}: its tests left no results`, status: 'failed' }];
  const report = readJson(fileOf(folder));
  const tests = report.testResults.flatMap((file) => ofFile(folder, file));
  const explained = report.success || tests.some(({ status }) => status === 'failed');
  return explained ? tests : [...tests, { name: `${folder}: an error outside any test`, status: 'failed' }];
};

/** The names of all tests of all packages: those that passed, those that failed, each with its reason, and those that did not run. */
export const collectResults = () => {
  const tests = testedPackages().flatMap(ofPackage);
  const named = (wanted) => tests.filter(({ status }) => wanted(status)).map(({ name }) => name);
  return {
    passed: named((status) => status === 'passed'),
    failed: named((status) => status === 'failed'),
    skipped: named((status) => status !== 'passed' && status !== 'failed'),
  };
};
