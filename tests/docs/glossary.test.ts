import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const rows = read('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, word = '', , , not = '']) => ({ word, not: not === '' ? [] : not.split(', ') }));

/** All that is no test, but for `words/`, whose files bear the first part of their keys. */
const files = globSync(
  '{bot,cards,cli,contract,core,crypto,deploy,development,dialogs,documents,guidance,manifest,release,storage,summary,tab}/**/*.{ts,tsx,mjs}',
  {
    cwd: root,
  },
);

/** `readWiderFile` and `read-wider-file` as ` read wider file `. */
const spaced = (name: string): string =>
  ` ${name
    .replaceAll(/([a-z\d])([A-Z])/gu, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/gu, '$1 $2')
    .replaceAll(/[-.]/gu, ' ')
    .toLowerCase()} `;

const declaration = /^(?:export )?(?:default )?(?:async )?(?:function\*?|class|const|let|interface|type|enum) (\w+)/gmu;
const names = files.flatMap((file) => [
  { file, name: basename(file).replace(/\.\w+$/u, '') },
  ...[...read(file).matchAll(declaration)].map(([, name = '']) => ({ file, name })),
]);

describe('the glossary', () => {
  it('has at most forty words, each once', () => {
    const words = rows.flatMap(({ word }) => word.split(', '));
    expect(rows.length).toBeLessThanOrEqual(40);
    expect(words.length).toBe(new Set(words).size);
    expect(names.length).toBeGreaterThan(5000);
  });

  it.each(rows.flatMap(({ word, not }) => not.map((name) => [name, word] as const)))(
    'has no name with "%s": it is called "%s"',
    (name) => {
      const found = names.filter((one) => [name, `${name}s`].some((word) => spaced(one.name).includes(` ${word} `)));
      expect(found).toEqual([]);
    },
  );
});
