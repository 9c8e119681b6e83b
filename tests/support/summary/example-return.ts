import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../core/model/language.ts';
import type { Period } from '../../../summary/figures/periods.ts';
import { type FilledReturn, fillReturn } from '../../../summary/returns/query-return.ts';
import { parseReturnMapping } from '../../../summary/returns/return-mapping.ts';
import type { WeekFigures } from '../../../summary/figures/week-figures.ts';
import { createCountedWeek, triageCounts } from './counted-weeks.ts';
import { parseTestWeek } from './figures.ts';

const quarter: Period = { kind: 'quarter', year: 2026, quarter: 4 };

/** Three weeks of a quarter that has begun, in which all sorts of things were done. */
export const exampleWeeks: readonly WeekFigures[] = [
  createCountedWeek(parseTestWeek('2026-W40'), 0),
  createCountedWeek(parseTestWeek('2026-W41'), 12, {
    ...triageCounts({ 1: 2, 9: 3 }, 'abuseOfAuthority'),
    flags: { apsp: 3, harassmentOfColleague: 1, domesticAbuse: 0, discrimination: 0 },
    notTriaged: 7,
    referral: { decision: { refer: 1, doNotRefer: 1, referred: 2 }, days: { 4: 1, 10: 3 }, overdue: 1 },
  }),
  createCountedWeek(parseTestWeek('2026-W42'), 3, {
    ...triageCounts({ 366: 1 }, 'drugs'),
    acknowledgement: { target: 'days', days: 5, inTime: 1, late: 1, overdue: 1, notYetDue: 0 },
    notTriaged: 4,
  }),
];

/** The example of a mapping that is kept in the documents, followed over these weeks. */
export function exampleReturn(language: Language, weeks = exampleWeeks): FilledReturn {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/returns/example-mapping.json'), 'utf8');
  const read = parseReturnMapping(text);
  if (read.kind === 'wrong') throw new RangeError('the example is not right');
  return fillReturn(
    read.mapping,
    { period: quarter, weeks, unfinishedWeeks: [parseTestWeek('2026-W43'), parseTestWeek('2026-W44')] },
    language,
  );
}
