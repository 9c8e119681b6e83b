import { describe, expect, it } from '@jest/globals';
import type { SurveyWeek } from '../../core/model/survey-week.ts';
import { parseWeek } from '../../core/model/calendar.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';

const campaign = '0123456789abcdef';
const weekNamed = (text: string) => {
  const week = parseWeek(text);
  if (week === undefined) throw new Error('no week');
  return week;
};
const counted = (counts: SurveyWeek['counts'], differences: Partial<SurveyWeek> = {}): SurveyWeek => ({
  campaign,
  phase: 'before',
  week: weekNamed('2026-W48'),
  counts,
  ...differences,
});

/** What every SurveyCounters promises. */
export function surveyCountersContract(name: string, open: OpenStore): void {
  describe(`PulseCounters of ${name}`, () => {
    it(
      'has nothing where nothing was counted',
      withOpenStore(open, async ({ surveyCounters }) => {
        expect(await surveyCounters.listWeeks(campaign)).toEqual([]);
      }),
    );

    it(
      'adds up what is added, in one row a week, and keeps phases, weeks and campaigns apart',
      withOpenStore(open, async ({ surveyCounters }) => {
        await surveyCounters.add(counted({ gladly: { report: 1 }, trust: { fully: 2 } }));
        await surveyCounters.add(counted({ gladly: { report: 2, leave: 1 } }));
        await surveyCounters.add(counted({ gladly: { report: 5 } }, { phase: 'after' }));
        await surveyCounters.add(counted({ gladly: { report: 7 } }, { week: weekNamed('2026-W49') }));
        await surveyCounters.add(counted({ gladly: { report: 9 } }, { campaign: 'fedcba9876543210' }));
        const found = await surveyCounters.listWeeks(campaign);
        expect(found).toHaveLength(3);
        expect(found).toEqual(
          expect.arrayContaining([
            counted({ gladly: { report: 3, leave: 1 }, trust: { fully: 2 } }),
            counted({ gladly: { report: 5 } }, { phase: 'after' }),
            counted({ gladly: { report: 7 } }, { week: weekNamed('2026-W49') }),
          ]),
        );
      }),
    );

    it(
      'loses nothing of what ten add at the same time',
      withOpenStore(open, async ({ surveyCounters }) => {
        await Promise.all(Array.from({ length: 10 }, () => surveyCounters.add(counted({ trust: { fully: 3 } }))));
        expect(await surveyCounters.listWeeks(campaign)).toEqual([counted({ trust: { fully: 30 } })]);
      }),
    );
  });
}
