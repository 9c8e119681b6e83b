import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { artefactCommandNames } from '../../release/artefact-commands.ts';
import { installedProgram, rewriteCommandNames } from '../../release/command-names.ts';
import { importedPath } from '../support/imported-file.ts';

it('names the commands of the artefact as they are typed there, and leaves those that it does not have', () => {
  expect(rewriteCommandNames('  npm run backup -- --to <file>')).toBe('  node candour.mjs backup --to <file>');
  expect(rewriteCommandNames('made by "npm run open-report"; then npm run keys')).toBe(
    'made by "node candour.mjs open-report"; then node candour.mjs keys',
  );
  expect(rewriteCommandNames('`npm run audit -- verify`, `npm run test:deploy`', installedProgram)).toBe(
    '`node /opt/candour/candour.mjs audit verify`, `npm run test:deploy`',
  );
  expect(rewriteCommandNames('npm run health: says')).toBe('node candour.mjs health: says');
  expect(rewriteCommandNames('npm run deploy -- check a, npm run deploy -- write')).toBe(
    'node candour.mjs deploy check a, npm run deploy -- write',
  );
  expect(rewriteCommandNames('run "npm run build" and npm run fill-weeks')).toBe(
    'run "npm run build" and npm run fill-weeks',
  );
});

it('sends nobody to npm for a newer Node', () => {
  const said = readFileSync(
    importedPath(() => import('../../bot/config/require-dependencies.mjs'), import.meta.url),
    'utf8',
  );
  expect(rewriteCommandNames(said)).toContain('install it from https://nodejs.org.`');
});

/** What is not handed on, and why. */
const left: Readonly<Record<string, string>> = {
  start: 'development',
  'fill-weeks': 'development',
  words: 'works on the sources',
};

it('has each command that npm has for those who run a server, by its name', () => {
  const begun = Object.entries(packageJson.scripts).filter(
    ([name, script]) =>
      / (?:bot|cli|deploy|development|manifest)\/[\w/-]+\.ts/u.test(script) && left[name] === undefined,
  );
  expect(begun.map(([name]) => name).sort()).toEqual([...artefactCommandNames].sort());
});
