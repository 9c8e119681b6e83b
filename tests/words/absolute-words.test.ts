import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { catalogue as cardWords } from '../../words/cards/catalogue.ts';
import { catalogue as partnerWords } from '../../words/partners/catalogue.ts';

/** The parts of the catalogue that people read who report, come back, or look whether they should. */
const readByReporters =
  /^(?:campaign|comeBack|common|hub|hubForm|hubOption|hubQuestion|limits|messages|option|pages|problem|public|pulse|question|receipt|report|review|staffing|ways|welcome)\./u;
const absolute = /\b(?:never|only|nobody|no one|cannot)\b/iu;

const threatModel = readFileSync(new URL('../../docs/threat-model.md', import.meta.url), 'utf8');
const heading = '### Words without exception';
const [, after = ''] = threatModel.split(`\n${heading}\n`);
const [section = ''] = after.split(/\n##/u);
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, keys = '', why = '']) => ({ keys: [...keys.matchAll(/`([^`]+)`/gu)].map(([, key = '']) => key), why }));

const textsOf = (word: { readonly en: string }): string => word.en;
const said = [
  ...Object.entries(cardWords).filter(([key]) => readByReporters.test(key)),
  ...Object.entries(partnerWords),
].filter(([, word]) => absolute.test(textsOf(word)));

describe('words without exception that reporters read', () => {
  it('each have a line in the threat model that says why they hold', () => {
    expect(rows.flatMap(({ keys }) => keys).toSorted()).toEqual(said.map(([key]) => key).toSorted());
  });

  it('each lead to a section or a test that there is, or promise nothing', () => {
    const sections = new Set(
      [...threatModel.matchAll(/^#{2,3} (.+)$/gmu)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(/[^\w -]/gu, '')
          .replaceAll(' ', '-'),
      ),
    );
    for (const { keys, why } of rows) {
      const [, anchor] = /\(#([\w-]+)\)/u.exec(why) ?? [];
      const leads = anchor === undefined ? /\]\(\.\.\/[\w./-]+\)|^No promise: /u.test(why) : sections.has(anchor);
      expect({ keys, leads }).toEqual({ keys, leads: true });
    }
  });
});
