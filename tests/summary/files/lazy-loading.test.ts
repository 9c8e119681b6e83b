import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { importedProjectPath } from '../../support/imported-file.ts';

const root = resolve(import.meta.dirname, '../../..');
/** What is heavy, and written with by those who ask for a file. */
const heavy = ['pdfkit', 'fontkit', 'hucre/xlsx'];

/** Every module that a file loads before it runs, and those that they load. */
function loadedBy(file: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [join(root, file)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path) || !existsSync(path)) continue;
    seen.add(path);
    const source = readFileSync(path, 'utf8');
    for (const [, what = '', from = ''] of source.matchAll(/^(?:import|export) ([^;]*?)from '([^']+)';$/gmsu)) {
      if (what.startsWith('type ')) continue;
      if (from.startsWith('.')) waiting.push(join(dirname(path), from));
      else seen.add(from);
    }
  }
  return seen;
}

const named = (imports: () => Promise<object>) => importedProjectPath(imports, import.meta.url);

it.each([
  named(() => import('../../../bot/main.ts')),
  named(() => import('../../../bot/app.ts')),
  named(() => import('../../../cli/summary.ts')),
])('%s starts without what writes files', (file) => {
  const loaded = loadedBy(file);
  expect([...loaded].filter((name) => heavy.includes(name))).toEqual([]);
  expect(loaded.size).toBeGreaterThan(20);
});
it('would be told of what writes files', () => {
  expect([...loadedBy(named(() => import('../../../summary/files/summary-pdf.ts')))]).toEqual(
    expect.arrayContaining(['pdfkit', 'fontkit']),
  );
});
