// Runs first, so that an old Node or missing libraries are one sentence. An old Node must read it: no types, no new
// syntax, no library.
import { existsSync, readFileSync, writeSync } from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath } from 'url';

const minNodeVersion = 24;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export function exitWithError(sentence, code = 1) {
  writeSync(2, `Candour cannot start. ${sentence}\n`);
  process.exit(code);
}

const nodeVersion = process.versions.node;
if (Number(nodeVersion.split('.')[0]) < minNodeVersion) {
  exitWithError(
    `This is Node ${nodeVersion}, but Candour needs Node ${minNodeVersion} or newer: install it from https://nodejs.org (on Linux x64 "npm ci" installs it).`,
  );
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const packageJsonPath = (name) => join(root, 'node_modules', name, 'package.json');

export const packageJson = readJson(join(root, 'package.json'));

export function assertDependencies(libraries, command) {
  for (const name of Object.keys(libraries)) {
    if (!existsSync(packageJsonPath(name))) exitWithError(`The library ${name} is not in the folder node_modules: run "${command}".`);
    if (readJson(packageJsonPath(name)).version !== libraries[name]) {
      exitWithError(
        `The library ${name} in the folder node_modules is not the version in package.json: run "${command}".`,
      );
    }
  }
}

assertDependencies(packageJson.dependencies, 'npm ci');
