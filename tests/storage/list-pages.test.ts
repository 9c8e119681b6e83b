import { expect, it } from '@jest/globals';
import { everybody } from '../../concerns/ports/case-list.ts';
import { daySchema } from '../../concerns/records/case-record.ts';
import { pageOfWalks, type Walker } from '../../storage/list-pages.ts';
import { aCase, freshCaseId } from '../support/contracts/records.ts';

interface Row {
  readonly day: string;
  /** Whether a list may show it: a case that the record gives to others is found and left out. */
  readonly isShown: boolean;
}
const row = (day: string, isShown = true) => ({ caseId: freshCaseId(), row: { day, isShown } });

it('a page takes from each walk only as far as all of them reach, also where what was found is left out', async () => {
  const walks = {
    acknowledge: [row('2026-11-01', false), row('2026-11-02', false), row('2026-11-03'), row('2026-11-04')],
    triage: [row('2026-11-01', false), row('2026-11-09'), row('2026-11-10')],
  };
  const walker: Walker<Row & { readonly caseId: ReturnType<typeof freshCaseId> }> = {
    find: async ({ over }, after, limit) => {
      const all =
        over.by === 'clock' && (over.clock === 'acknowledge' || over.clock === 'triage') ? walks[over.clock] : [];
      return all
        .map(({ caseId, row }) => ({
          day: row.day,
          caseId,
          clocks: { clock: undefined, clockSince: undefined, referralDueOn: undefined },
          row: { ...row, caseId },
        }))
        .filter(({ day, caseId }) => !after || day > after.day || (day === after.day && caseId > after.caseId))
        .slice(0, limit);
    },
    read: async (rows) =>
      rows.map(({ caseId, day, isShown }) => ({
        record: aCase({ caseId, receivedOn: daySchema.parse(day), handledBy: isShown ? 'acu' : 'reserve' }),
        isAsItIs: true,
      })),
  };
  const question = { handledBy: 'acu', viewer: everybody, status: 'open', order: { by: 'unansweredFirst' } } as const;
  const found = await pageOfWalks(walker, question, undefined, 2);
  expect(found.map(({ receivedOn }) => receivedOn)).toEqual(['2026-11-03', '2026-11-04']);
  const all = await pageOfWalks(walker, question, undefined, 10);
  expect(all.map(({ receivedOn }) => receivedOn)).toEqual(['2026-11-03', '2026-11-04', '2026-11-09', '2026-11-10']);
});
