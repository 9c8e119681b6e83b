import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { artefactCommandNames } from '../../release/artefact-commands.ts';
import { placeholderValues } from '../support/walk/placeholder-values.ts';
import {
  countTyped,
  type GuideBlock,
  parseGuideSteps,
  matchesExpected,
  listPlaceholders,
} from '../support/walk/guide-steps.ts';
import { isPerson } from '../support/walk/person.ts';

const readGuide = (name: string): string =>
  readFileSync(join(resolve(import.meta.dirname, '../..'), 'docs/guides', name), 'utf8');
const guide = readGuide('install.md');
const steps = [guide, readGuide('keeping.md')].flatMap(parseGuideSteps);
const blocks = steps.filter((step): step is GuideBlock => step.kind === 'block');
const tried = blocks.filter(({ notTried }) => notTried === undefined);

describe('the guides for installing and for keeping it', () => {
  it('have each block typed by somebody whom the walk knows, or says why no test types it', () => {
    expect(tried.length).toBeGreaterThan(30);
    const odd = blocks.filter(
      ({ language, who, notTried }) =>
        language !== 'sh' || (notTried === undefined && who !== 'service' && !isPerson(who)),
    );
    expect(odd).toEqual([]);
    expect(blocks.filter(({ notTried }) => notTried !== undefined && notTried.length < 20)).toEqual([]);
  });

  it('have nothing that needs another account than the test has typed by it', () => {
    const left = /^\s*(?:sudo|useradd|userdel|podman|docker|az|npx|npm|curl)\b|\binstall -d -o\b/mu;
    expect(tried.filter(({ code }) => left.test(code)).map(({ line }) => line)).toEqual([]);
    expect(tried.filter(({ who, code }) => who !== 'service' && code.includes('systemctl'))).toEqual([]);
  });

  it('name commands that the artefact has, and lead through those that every force needs', () => {
    const named = blocks.flatMap(({ code }) => [...code.matchAll(/candour\.mjs ([a-z-]+)/gu)].map(([, name]) => name));
    const known: readonly (string | undefined)[] = [...artefactCommandNames, 'help'];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
    const needed = [
      'setup',
      'keys',
      'serve',
      'health',
      'package',
      'page',
      'doctor',
      'backup',
      'drill',
      'restore',
      'audit',
    ];
    expect([...needed, 'export-all', 'import-all'].filter((name) => !named.includes(name))).toEqual([]);
  });

  it('have a value of the walk for each name in angle brackets, and the walk has none beside', () => {
    const asked = new Set(tried.flatMap(({ code, expected }) => listPlaceholders(`${code}\n${expected}`)));
    expect([...asked].toSorted()).toEqual(Object.keys(placeholderValues).toSorted());
  });

  it('have no secret typed into a command, where a shell would remember it', () => {
    const lines = blocks.flatMap(({ code }) => code.split('\n'));
    const typed = lines.filter((line) =>
      /^[A-Z_]*(?:PASSWORD|SECRET|SIGNING_KEY)[A-Z_]*=|<[^>]*secret[^>]*>/u.test(line),
    );
    expect(typed).toEqual([]);
  });

  // The walk counts the answers to setup as well: with them there are at most 40.
  it('have somebody type at most 19 lines until a made-up report is opened', () => {
    const { lines, blocks } = countTyped(guide);
    expect(lines).toBeLessThanOrEqual(19);
    expect(blocks).toBeLessThan(15);
  });

  it('end each terminal that they open', () => {
    const opened = tried.flatMap(({ stays }) => stays ?? []);
    const ended = steps.flatMap((step) => (step.kind === 'mark' ? (/^ends (\w+)$/u.exec(step.name)?.[1] ?? []) : []));
    expect(ended).toEqual(opened);
  });
});

describe('a guide that is walked', () => {
  it.each([
    ['```sh root\ntrue\n', 'line 1: the block has no end'],
    ['\n```text\nready\n```\n', 'line 2: the text follows no block'],
    ['```sh root\ntrue\n```\n```text\na\n```\n```text\nb\n```\n', 'line 7: the text follows no block'],
    ['*Not tried by the test: nobody can.*\n', 'line 1: no block follows the reason'],
    ['*Not tried by the test: one.*\n*Not tried by the test: two.*\n```sh root\n```\n', 'line 1: no block'],
  ])('is refused with its line where it is none: %j', (text, why) => {
    expect(() => parseGuideSteps(text)).toThrow(why);
  });

  it.each([
    ['ready\r\n', 'ready', true],
    ['not ready\n', 'ready', false],
    ['ready\nand more\n', 'ready', false],
    ['', '', true],
    ['a word\n', '', false],
    ['Signed by 12 34.\n', 'Signed by ….', true],
    ['one\ntwo\nthree\n', 'one\n…\nthree', true],
    ['one\nthree\n', 'one\n…\nthree', true],
    ['one\ntwo\n', 'one\n…', true],
    ['one\n', 'one\n…', true],
    ['one\ntwo\n', '…\none', false],
    ['a.b (c)\n', 'a.b (c)', true],
    ['axb (c)\n', 'a.b (c)', false],
  ])('has %j for %j: %p', (printed, expected, is) => {
    expect(matchesExpected(printed, expected)).toBe(is);
  });
});
