import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseLazyModules } from '../../../contract/build-metadata.ts';
import { builtPartners, filesFor } from '../../support/tab/built-tab.ts';

const root = resolve(import.meta.dirname, '../../..');

describe("what is loaded before the partners' page is shown", () => {
  const page = readFileSync(join(builtPartners, 'index.html'), 'utf8');
  const files = filesFor([], builtPartners);

  it.each([
    ["Microsoft's components", 'fui-'],
    ['what Teams brings', 'teams.microsoft.com'],
    ['what draws cards', 'Action.OpenUrl'],
    ['what opens and makes seals', 'AGE ENCRYPTED FILE'],
    ['the parsers of the core', 'ZodError'],
    ['the words that passphrases are drawn from', 'gwyrddni'],
  ])('is without %s', (_, mark) => {
    expect(files.filter(({ bytes }) => bytes.includes(mark)).map(({ file }) => file)).toEqual([]);
  });

  it('knows the files of each part that is loaded later, by the name that it is asked for', () => {
    const asked = globSync('tab/partners/**/*.{ts,tsx}', { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/loadModule\(\s*'([^']+)'/gu)].map((match) => match[1] ?? ''),
    );
    const [, listed = ''] = /name="candour-parts" content="([^"]*)"/u.exec(page) ?? [];
    const parts = parseLazyModules(listed);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((name) => (parts.get(name) ?? []).length === 0)).toEqual([]);
  });

  it('names nothing that is elsewhere', () => {
    const named = [...page.matchAll(/(?:src|href)="([^"]*)"/gu)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((address) => !address.startsWith('/partners/assets/'))).toEqual([]);
  });
});
