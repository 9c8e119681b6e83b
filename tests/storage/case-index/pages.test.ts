import { expect, it } from '@jest/globals';
import { unrestrictedViewer } from '../../../core/ports/case-store.ts';
import { daySchema } from '../../../core/model/case-record.ts';
import { readListPage, toScanPage, type ScanReader } from '../../../storage/case-lists.ts';
import { createCase, newCaseId } from '../../support/contracts/records.ts';

interface Row {
  readonly day: string;
  /** Whether a list may show it: a case that the record gives to others is found and left out. */
  readonly isShown: boolean;
}
const row = (day: string, isShown = true) => ({ caseId: newCaseId(), row: { day, isShown } });
type Walked = Readonly<Record<'acknowledge' | 'triage', readonly ReturnType<typeof row>[]>>;

/** Walks through what stands here, and tells which clock was asked for. */
function walkerThrough(
  walks: Walked,
  asked: (clock: string) => void = () => undefined,
): ScanReader<Row & { readonly caseId: ReturnType<typeof newCaseId> }> {
  return {
    scan: async ({ index }, after, limit) => {
      if (index.by === 'clock') asked(index.clock);
      const all =
        index.by === 'clock' && (index.clock === 'acknowledge' || index.clock === 'triage') ? walks[index.clock] : [];
      const found = all
        .map(({ caseId, row }) => ({
          day: row.day,
          caseId,
          clocks: { clock: undefined, clockSince: undefined, referralDueOn: undefined },
          row: { ...row, caseId },
        }))
        .filter(({ day, caseId }) => !after || day > after.day || (day === after.day && caseId > after.caseId))
        .slice(0, limit);
      return toScanPage(found, limit);
    },
    read: async (rows) =>
      rows.map(({ caseId, day, isShown }) => ({
        record: createCase({ caseId, receivedOn: daySchema.parse(day), handledBy: isShown ? 'acu' : 'reserve' }),
        isConsistent: true,
      })),
  };
}

const question = {
  handledBy: 'acu',
  viewer: unrestrictedViewer,
  status: 'open',
  order: { by: 'unansweredFirst' },
} as const;

it('a page takes from each walk only as far as all of them reach, also where what was found is left out', async () => {
  const walker = walkerThrough({
    acknowledge: [row('2026-11-01', false), row('2026-11-02', false), row('2026-11-03'), row('2026-11-04')],
    triage: [row('2026-11-01', false), row('2026-11-09'), row('2026-11-10')],
  });
  const found = await readListPage(walker, question, undefined, 2);
  expect(found.map(({ receivedOn }) => receivedOn)).toEqual(['2026-11-03', '2026-11-04']);
  const all = await readListPage(walker, question, undefined, 10);
  expect(all.map(({ receivedOn }) => receivedOn)).toEqual(['2026-11-03', '2026-11-04', '2026-11-09', '2026-11-10']);
});

it('only the walk that ended first goes on, and what the others found is kept', async () => {
  const days = (from: number) => [0, 1, 2, 3].map((at) => row(`2026-11-${String(from + at).padStart(2, '0')}`));
  const walks = { acknowledge: days(1), triage: days(4) };
  const asked: string[] = [];
  const walker = walkerThrough(walks, (clock) => void asked.push(clock));
  // Two more at a time than are shown: the first walk ends with its second day, and the other one holds what follows.
  const found = await readListPage(
    { ...walker, scan: (walk, after, limit) => walker.scan(walk, after, Math.min(limit, 2)) },
    question,
    undefined,
    6,
  );
  expect(found.map(({ receivedOn }) => receivedOn.slice(-2))).toEqual(['01', '02', '03', '04', '04', '05']);
  expect(asked).toEqual(['acknowledge', 'triage', 'update', 'acknowledge', 'acknowledge']);
});
