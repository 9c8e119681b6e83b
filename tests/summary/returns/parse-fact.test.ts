import { describe, expect, it } from '@jest/globals';
import { assert, constantFrom, property, string, subarray } from 'fast-check';
import { allFigures } from '../../../summary/figures/figure-lookup.ts';
import {
  periodFacts,
  findNearestFactName,
  notHeld,
  parseFact,
  factNames,
  formatFact,
} from '../../../summary/returns/return-mapping.ts';

const sentenceOf = (text: string): string => {
  const read = parseFact(text);
  return read.kind === 'wrong' ? read.sentence : '';
};

describe('the content of a column', () => {
  it('is read back from its text', () => {
    const tables = [...new Set(allFigures.map(({ additiveGroup: addsWith }) => addsWith))];
    const added = constantFrom(...tables).chain((table) =>
      subarray(
        allFigures
          .filter(({ additiveGroup: addsWith }) => addsWith === table)
          .filter(({ of }, place) => of !== 'days' || place === 0),
        { minLength: 1 },
      ),
    );
    assert(
      property(added, constantFrom('+', ' + ', '  +'), (some, plus) => {
        const read = parseFact(some.map(({ id }) => id).join(plus));
        expect(read).toMatchObject({ kind: 'told', told: { kind: 'figures' } });
        if (read.kind === 'told') expect(parseFact(formatFact(read.told))).toEqual(read);
      }),
    );
    for (const name of factNames) expect(parseFact(name)).toMatchObject({ kind: 'told' });
    expect(parseFact(notHeld)).toEqual({ kind: 'told', told: { kind: 'notHeld' } });
  });

  it('is never thrown at, and never read from a name that is not known', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 300 }), (text) => {
        const read = parseFact(text);
        const isKnown = text.split('+').every((name) => factNames.includes(name.trim()));
        expect(read.kind).toBe(isKnown ? 'told' : 'wrong');
      }),
    );
  });

  it.each([
    ['kind.bribry', 'This is no figure of Candour. The nearest is kind.bribery.'],
    ['kind.bribery + kind.advntage', 'Number 2 of these is no figure of Candour. The nearest is kind.advantage.'],
    ['CATEGORY.DRUGS', 'This is no figure of Candour. The nearest is category.drugs.'],
    ['recieved.all', 'This is no figure of Candour. The nearest is received.all.'],
    ['received', 'This is no figure of Candour. The nearest is received.all.'],
    ['rank of the subject', 'This is no figure of Candour.'],
    ['__proto__', 'This is no figure of Candour.'],
    ['', 'This is no figure of Candour.'],
    ['+', 'Number 1 of these is no figure of Candour.'],
    ['kind.crime + kind.crime', 'A figure stands in it twice.'],
    [
      'flags.apsp + flags.domesticAbuse',
      'flags.apsp and flags.domesticAbuse are not added up, since one case can stand in both.',
    ],
    [
      'acknowledgement.inTime + acknowledgement.acknowledged',
      'acknowledgement.inTime and acknowledgement.acknowledged are not added up, since one case can stand in both.',
    ],
    [
      'kind.crime + urgency.urgent',
      'kind.crime and urgency.urgent are not added up, since one case can stand in both.',
    ],
    ['triagedDays.median + triagedDays.cases', 'A median or a percentile cannot be added to another figure.'],
    ['kind.crime + period.from', 'period.from stands alone in its column.'],
    [Array.from({ length: 41 }, () => 'kind.crime').join('+'), 'No more than 40 figures are added up.'],
  ])('says what is wrong with %j', (text, sentence) => expect(sentenceOf(text)).toBe(sentence));

  it('is looked for in no long time, however long the name', () => {
    expect(findNearestFactName('kind.bribery'.repeat(100_000))).toBeUndefined();
    expect(periodFacts.map(findNearestFactName)).toEqual([...periodFacts]);
  });
});
