import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { StoredPublication } from '../../../core/ports/store.ts';
import { canonicalJson } from '../../../core/model/digests.ts';
import { getPeriodKey, getPublicationPeriod } from '../../../summary/disclosure-control/period-hierarchy.ts';
import {
  createNextPublication,
  parsePublication,
  parsePublicationHistory,
  type PublishedPeriodCounts,
} from '../../../summary/disclosure-control/publication-record.ts';
import { createPublishedPeriodCounts } from '../../../summary/disclosure-control/published-counts.ts';
import { parseTestDay, parseTestWeek } from '../../support/summary/figures.ts';
import { trueFigures } from '../../support/summary/publication-fixture.ts';

const issuedOn = parseTestDay('2026-09-01');
const toldOf = (week: string, reports: number): PublishedPeriodCounts =>
  createPublishedPeriodCounts(
    getPublicationPeriod(parseTestWeek(week), 'week'),
    [],
    [trueFigures(parseTestWeek(week), { kind: { bribery: reports }, outcome: {}, inTime: 1 })],
  );
/** The issue after those that there are, which tells of a week. */
const after = (kept: readonly StoredPublication[], week: string, reports = 20): StoredPublication =>
  createNextPublication(parsePublicationHistory(kept), { period: week, issuedOn, told: [toldOf(week, reports)] });

const one = after([], '2026-W27');
const two = after([one], '2026-W28');
const three = after([one, two], '2026-W29');
const junk = (number: number): StoredPublication => ({ number, record: '{"v":1}' });

describe('what was issued', () => {
  it('is whole as it was written, and stands by the number of its issue', () => {
    const issued = parsePublicationHistory([one, two, three]);
    expect(issued).toMatchObject({ isIntact: true, last: { number: 3 } });
    expect(issued).not.toHaveProperty('brokenAt');
    expect([...issued.current.values()].map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('begins after nothing, and has the digest of its own text', () => {
    const { record } = after([], '2026-W27');
    const { digest, ...said } = z.record(z.string(), z.unknown()).parse(JSON.parse(record));
    expect(said).toMatchObject({ number: 1, previous: '' });
    const text = canonicalJson(['candour/1/issue', said]);
    expect(digest).toBe(createHash('sha256').update(text).digest('base64url'));
  });

  it('stands as it was told first', () => {
    const again = after([one], '2026-W27', 40);
    expect(
      parsePublicationHistory([one, again]).current.get(
        getPeriodKey(getPublicationPeriod(parseTestWeek('2026-W27'), 'week')),
      ),
    ).toMatchObject({
      number: 1,
      counts: { received: { shown: 20 } },
    });
  });

  it.each([
    ['one is missing', [one, three], 3],
    ['the first is missing', [two], 2],
    ['the last cannot be read', [one, junk(2)], 2],
    ['two cannot be read', [one, junk(2), three, junk(4)], 2],
    ['one follows on another ledger', [one, after([after([], '2026-W27', 30)], '2026-W28')], 2],
    [
      'a number was passed over',
      [
        one,
        createNextPublication(
          {
            ...parsePublicationHistory([one]),
            last: { number: 2, digest: parsePublicationHistory([one]).last.digest },
          },
          { period: '2026-W28', issuedOn, told: [] },
        ),
      ],
      3,
    ],
    ['one is kept under the number of another', [one, { ...one, number: 2 }], 2],
  ])('is not whole from where %s', (_name, kept, brokenAt) => {
    expect(parsePublicationHistory(kept)).toMatchObject({ isIntact: false, brokenAt });
  });

  it('is none if it was changed, if it is of another form, or no text of JSON', () => {
    const changed = { ...one, record: one.record.replace('"shown":20', '"shown":25') };
    expect(changed.record).not.toBe(one.record);
    const records = [changed, junk(1), { ...one, record: 'no JSON' }, { ...one, number: 2 }];
    expect(records.map(parsePublication)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
