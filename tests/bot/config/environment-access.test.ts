import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { contactSettingNames, replySettingNames } from '../../../bot/config/word-settings.ts';
import { settingNames } from '../../../bot/config/settings-schema.ts';
import { packageSettingNames } from '../../../manifest/package-settings.ts';
import { importedProjectPath } from '../../support/imported-file.ts';

const root = resolve(import.meta.dirname, '../../..');
const tops = [
  ...readFileSync(join(root, 'docs', 'architecture.md'), 'utf8').matchAll(/^\| `([a-z]+)\/(?:[a-z/]+\/)?` \|/gmu),
].flatMap((match) => match[1] ?? []);
const sources = [...new Set(tops)]
  .flatMap((top) => readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((name) => join(top, name)))
  .filter((path) => /\.(?:tsx?|mjs)$/u.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const named = (imports: () => Promise<object>) => importedProjectPath(imports, import.meta.url);

/** Who may read the environment of the process, and why. */
const readers: Readonly<Record<string, string>> = {
  [named(() => import('../../../bot/config/server-settings.ts'))]: 'a server is told all from there',
  [named(() => import('../../../bot/config/command-settings.ts'))]: 'so is a command beside it',
  [named(() => import('../../../bot/config/word-settings.ts'))]:
    '`npm run words` counts with what a force has set, and needs nothing else',
  [named(() => import('../../../bot/config/recipient-settings.ts'))]:
    '`npm run keys` looks at recipients, whatever else is set',
  [named(() => import('../../../bot/config/readiness-address.ts'))]:
    '`npm run health` asks the server beside it, and needs its address alone',
  [named(() => import('../../../bot/config/checks/deployment-settings.ts'))]:
    'a doctor looks at each part as far as it can be right',
  [named(() => import('../../../cli/setup.ts'))]: '`npm run setup` asks only for what is not set there',
  [named(() => import('../../../bot/config/checks/startup-checks.ts'))]:
    'a start looks for all that is wrong before anything is loaded',
  [named(() => import('../../../bot/config/env-file.mjs'))]:
    '.env is read into it, and no name that Node reads for itself',
  [named(() => import('../../../bot/config/development-environment.ts'))]:
    '`npm start` looks whether it may, before it makes a setting',
  [named(() => import('../../../development/development-settings.ts'))]:
    'development is told some, and fills in the rest',
  [named(() => import('../../../development/set-command-environment.ts'))]:
    'a command in development reads what was filled in, as it reads .env',
  [named(() => import('../../../manifest/package-settings.ts'))]: 'the app package is made without a server',
  [named(() => import('../../../release/main.ts'))]:
    'it sets one, so that the artefact has the same bytes wherever it is built',
  [named(() => import('../../../tab/build/build-pages.ts'))]:
    'it sets one, so that the page has the same bytes wherever it is built, and reads who signs a force’s list of keys',
};

/** Who may read a setting by its name, and why. */
const byName: Readonly<Record<string, string>> = {
  [`${dirname(named(() => import('../../../bot/config/settings-schema.ts')))}/`]: 'names become types there',
  [named(() => import('../../../development/development-settings.ts'))]:
    'what is given stands before what is filled in',
  [`${dirname(named(() => import('../../../cli/setup/questions.ts')))}/`]:
    'what was answered decides which question comes next',
  [named(() => import('../../../manifest/package-settings.ts'))]: 'the same for the app package',
};

const names = [
  ...settingNames,
  ...contactSettingNames,
  ...replySettingNames,
  ...packageSettingNames,
  'PLAYGROUND_PORT',
].join('|');
/** By a dot, in brackets, or taken apart. */
const read = new RegExp(
  `\\w\\??\\.(?:${names})\\b|\\w(?:\\?\\.)?\\['(?:${names})'\\]|\\{[^{}]*\\b(?:${names})\\b[^{}]*\\} =`,
  'u',
);

describe('the environment', () => {
  it('is read by the loaders of settings alone', () => {
    const reading = sources.filter(({ text }) =>
      /\bprocess\s*(?:\.\s*env\b|\[)|\benv\b[^'\n]*from 'node:process'/u.test(text),
    );
    expect(reading.map(({ path }) => path).sort()).toEqual(Object.keys(readers).sort());
  });

  it('has names that nobody else knows: what was read is passed on as types', () => {
    const reading = sources.filter(({ text }) => read.test(text)).map(({ path }) => path);
    const allowed = Object.keys(byName);
    expect(reading.filter((path) => !allowed.some((one) => path.startsWith(one)))).toEqual([]);
    expect(allowed.filter((one) => !reading.some((path) => path.startsWith(one)))).toEqual([]);
  });

  it('holds no setting that a server forgets: each is named beside the table, where names become types', () => {
    const table = named(() => import('../../../bot/config/settings-table.ts'));
    const naming = sources.filter(
      ({ path }) => path !== table && Object.keys(byName).some((one) => path.startsWith(one)),
    );
    const isNamed = (name: string) => naming.some(({ text }) => new RegExp(`\\b${name}\\b`, 'u').test(text));
    expect(settingNames.filter((name) => !isNamed(name))).toEqual([]);
  });

  it.each([
    'settings.TIME_ZONE',
    "given['STORE']",
    'const { TENANT_ID: tenantId } = settings',
    'const {\n  HOST,\n  PORT,\n} = environment;',
  ])('would be found where it is read: %j', (text) => {
    expect(text).toMatch(read);
  });
});
