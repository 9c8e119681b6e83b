// Runs first, so that an old Node or missing libraries are one sentence. An old Node must be able to read it: no types,
// no new syntax, no library.
import { existsSync, readFileSync, writeSync } from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath } from 'url';

const oldest = 24;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export function refuse(sentence, code = 1) {
  writeSync(2, `Candour cannot start. ${sentence}\n`);
  process.exit(code);
}

const has = process.versions.node;
if (Number(has.split('.')[0]) < oldest) {
  refuse(
    `This is Node ${has}, and Candour needs Node ${oldest} or newer: install it from https://nodejs.org (on Linux x64 "npm ci" brings it).`,
  );
}

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const installed = (name) => join(root, 'node_modules', name, 'package.json');

export const wanted = read(join(root, 'package.json'));

export function expectLibraries(libraries, command) {
  for (const name of Object.keys(libraries)) {
    if (!existsSync(installed(name))) refuse(`The library ${name} is not in the folder node_modules: run "${command}".`);
    if (read(installed(name)).version !== libraries[name]) {
      refuse(
        `The library ${name} in the folder node_modules is not of the version that package.json names: run "${command}".`,
      );
    }
  }
}

expectLibraries(wanted.dependencies, 'npm ci');
