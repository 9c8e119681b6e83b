import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readPdfFonts } from '../../../bot/runtime/pdf-fonts.ts';
import { summaryFormats } from '../../../core/model/output-formats.ts';
import type { Audience } from '../../../core/model/permissions.ts';
import { addDays, addWeeks, type Day, firstDayOfWeek } from '../../../core/model/calendar.ts';
import { languages } from '../../../core/model/language.ts';
import { revisionTableId } from '../../../summary/revisions/revision-tables.ts';
import { createSummaryFile } from '../../../summary/files/summary-file.ts';
import { summaryOverviewPage, summaryTablePage } from '../../../summary/summary-pages.ts';
import { querySummary } from '../../../summary/query-summary.ts';
import type { Summary } from '../../../summary/figures/summary.ts';
import { createRevisedStore, createReceivedCase } from '../../support/summary/revised-store.ts';
import { translate } from '../../../words/cards/translate.ts';
import { parseTestPeriod } from '../../support/summary/publication-fixture.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';

const week = parseTestWeek('2026-W40');
const monday = firstDayOfWeek(week);
const asked: Day = addDays(monday, 300);

let world: ReturnType<typeof createRevisedStore>;
beforeEach(() => {
  world = createRevisedStore(week);
});
afterEach(() => world.close());

async function pulled(audience: Audience, period: string, language: 'en' | 'cy' = 'en'): Promise<Summary> {
  const outcome = await querySummary(world.deps(asked), { audience, period: parseTestPeriod(period), language });
  if (outcome.kind !== 'summary') throw new Error(outcome.kind);
  return outcome.summary;
}
const amendedOf = ({ tables }: Summary) => tables.find(({ id }) => id === revisionTableId);
const kind = 'crime' as const;

describe('a later count of a week', () => {
  it('is shown to the unit beside the first one, figure by figure, with its number and its day', async () => {
    await world.save(createReceivedCase(week, { acknowledgedOn: monday, kind }));
    await world.freeze();
    await world.save(createReceivedCase(week, { acknowledgedOn: monday, kind }));
    await world.amend(addDays(monday, 20));
    await world.save(createReceivedCase(week, { acknowledgedOn: monday, kind: 'bribery' }));
    await world.amend(addDays(monday, 40));
    const summary = await pulled('acu', week);
    expect(summary.head.received).toEqual({ kind: 'count', value: 1 });
    expect(summary.tables[0]?.rows[0]?.cells[0]).toEqual({ kind: 'count', value: 1 });
    expect(summary.asAt).toBe(world.firstDay);
    const table = amendedOf(summary);
    expect(table?.columns).toEqual([
      { id: 'count', title: 'Count 1, 5 October 2026' },
      { id: 'again.2', title: 'Count 2, 18 October 2026' },
      { id: 'again.3', title: 'Count 3, 7 November 2026' },
    ]);
    const rows = table?.rows.map(({ id, cells }) => [id, ...cells.map((cell) => ('value' in cell ? cell.value : ''))]);
    expect(rows).toContainEqual(['received.all', 1, 2, 3]);
    expect(rows).toContainEqual(['kind.bribery', 0, 0, 1]);
    expect(table?.of).toBe('mixed');
    // What no count has anything of is left out.
    expect(rows?.filter((cells) => cells.slice(1).every((cell) => cell === 0 || cell === ''))).toEqual([]);
    expect(rows).toContainEqual(['acknowledgement.inTime', 1, 2, 3]);
    expect(rows?.map(([id]) => id)).not.toContain('mode.named');
    expect(summary.tables[0]?.notes).toEqual([
      'One week: 28 September to 4 October 2026.',
      'Counted again on 18 October 2026 (count number 2). Reports received: 2, and 1 at the first count.',
      'Counted again on 7 November 2026 (count number 3). Reports received: 3, and 1 at the first count.',
      'All other figures come from the first count, on 5 October 2026, and do not change.',
    ]);
  });

  it('is told on the card of the week, and its table has the first count and the last', async () => {
    await world.freeze();
    for (const days of [20, 40]) {
      await world.save(createReceivedCase(week, { acknowledgedOn: monday, kind }));
      await world.amend(addDays(monday, days));
    }
    for (const language of languages) {
      const summary = await pulled('acu', week, language);
      const table = amendedOf(summary);
      if (!table) throw new Error('no table');
      expect(summaryOverviewPage(summary, {}).sections?.[0]?.text?.join(' ')).toContain(table.notes[1]);
      expect(summaryTablePage(summary, table).tables?.[0]?.columns.slice(1)).toEqual([
        table.columns[0]?.title,
        table.columns[2]?.title,
      ]);
    }
  });

  it('is in no sum of weeks: a longer period is of first counts, and names the weeks that were counted again', async () => {
    await world.save(createReceivedCase(week, { acknowledgedOn: monday, kind }));
    await world.freeze();
    const periods = ['2026-Q3', '2026-Q4', '2026-W39-to-2026-W41', `4-to-${addWeeks(week, 1)}`];
    const before = await Promise.all(periods.map((period) => pulled('acu', period)));
    await world.save(createReceivedCase(week, { acknowledgedOn: monday, kind }));
    await world.amend(addDays(monday, 20));
    const [quarter, ...ranges] = await Promise.all(periods.map((period) => pulled('acu', period)));
    expect(quarter).toEqual(before[0]);
    for (const [place, range] of ranges.entries()) {
      const { head, trend, tables } = range;
      expect({ head, trend }).toEqual({ head: before[place + 1]?.head, trend: before[place + 1]?.trend });
      expect(tables.slice(1, -1)).toEqual(before[place + 1]?.tables.slice(1));
      expect(tables[0]?.rows).toEqual(before[place + 1]?.tables[0]?.rows);
      expect(tables[0]?.notes).toContain('One of these weeks was counted again later.');
      expect(amendedOf(range)).toMatchObject({
        of: 'mixed',
        columns: [
          { id: 'count', title: translate('en', 'summary.receivedFirst') },
          { id: 'again', title: translate('en', 'summary.receivedLast') },
        ],
      });
      expect(amendedOf(range)?.rows).toEqual([
        {
          id: week,
          label: '28 September to 4 October 2026, counted again on 18 October 2026 (count number 2)',
          cells: [
            { kind: 'count', value: 1 },
            { kind: 'count', value: 2 },
          ],
        },
      ]);
    }
  });

  it('is told of each week by itself, with the days that something took', async () => {
    const before = addWeeks(week, -1);
    const beforeMonday = firstDayOfWeek(before);
    const done = (of: typeof week, days: number) =>
      createReceivedCase(of, {
        acknowledgedOn: addDays(firstDayOfWeek(of), days),
        triagedOn: addDays(firstDayOfWeek(of), days),
      });
    await world.save(done(before, 1), done(week, 1));
    await world.freeze('acu', before);
    await world.freeze();
    await world.save(done(before, 5), done(before, 5), done(week, 1));
    await world.amend(addDays(beforeMonday, 30), 'acu', before);
    await world.amend(addDays(monday, 30));
    const rows = amendedOf(await pulled('acu', `${before}-to-${week}`))?.rows;
    expect(rows?.map(({ id, cells }) => [id, ...cells])).toEqual([
      [before, { kind: 'count', value: 1 }, { kind: 'count', value: 3 }],
      [week, { kind: 'count', value: 1 }, { kind: 'count', value: 2 }],
    ]);
    const daysRow = (summary: Summary) =>
      amendedOf(summary)?.rows.find(({ cells }) => cells.some((cell) => cell.kind === 'days'))?.cells;
    expect(daysRow(await pulled('acu', before))).toEqual([
      { kind: 'days', value: 1 },
      { kind: 'days', value: 5 },
    ]);
    expect(daysRow(await pulled('acu', week))).toBeUndefined();
  });

  it.each([
    ['of another week', addWeeks(week, 1), 'acu'],
    ['of the reserve', week, 'reserve'],
  ] as const)('that is %s is not shown as one of this week', async (_name, ofWeek, handledBy) => {
    await world.freeze();
    await world.freeze('reserve');
    await world.freeze('acu', addWeeks(week, 1));
    const foreign = await world.store.weeks.read(ofWeek, handledBy);
    await world.store.weeks.addRevision({ week, handledBy: 'acu', number: 1, figures: foreign?.figures ?? '' });
    expect(amendedOf(await pulled('acu', week))).toMatchObject({
      rows: [],
      notes: expect.arrayContaining([
        'A later count of the week of 28 September to 4 October 2026 cannot be read, so it is not shown.',
      ]),
    });
  });

  it('that this version cannot read is said to be there, and keeps nothing else from being shown', async () => {
    await world.save(createReceivedCase(week));
    await world.freeze();
    const before = await pulled('acu', week);
    await world.store.weeks.addRevision({ week, handledBy: 'acu', number: 1, figures: '{"v":3}' });
    const foreign = await world.store.weeks.read(week, 'acu');
    await world.store.weeks.addRevision({
      week: addWeeks(week, 1),
      handledBy: 'acu',
      number: 1,
      figures: foreign?.figures ?? '',
    });
    const after = await pulled('acu', week);
    expect(after.head).toEqual(before.head);
    expect(after.tables.slice(0, -1).map(({ rows }) => rows)).toEqual(before.tables.map(({ rows }) => rows));
    expect(amendedOf(after)).toMatchObject({
      rows: [],
      notes: expect.arrayContaining([
        'A later count of the week of 28 September to 4 October 2026 cannot be read, so it is not shown.',
      ]),
    });
    expect((await pulled('acu', '2026-W40-to-2026-W41')).tables.at(-1)?.rows).toEqual([]);
  });
});

describe('whoever does not handle the cases', () => {
  it.each(['acu', 'reserve'] as const)('is never told of a later count of %s weeks', async (handledBy) => {
    const others = (['acu', 'reserve', 'wider'] as const).filter((audience) => audience !== handledBy);
    const first = Array.from({ length: 7 }, () =>
      createReceivedCase(week, { handledBy, kind, acknowledgedOn: monday }),
    );
    await world.save(...first);
    await world.freeze();
    await world.freeze('reserve');
    const periods = ['2026-W40', '2026-Q4', '2026-W40-to-2026-W43', '2026-27'];
    const told = async () => {
      const files: string[] = [];
      for (const audience of others) {
        for (const period of periods) {
          const asOf = { ...world.deps(asked), clock: () => new Date('2027-07-01T12:00:00Z') };
          const outcome = await querySummary(asOf, { audience, period: parseTestPeriod(period), language: 'en' });
          if (outcome.kind !== 'summary') throw new Error(outcome.kind);
          files.push(JSON.stringify([outcome.summary, summaryOverviewPage(outcome.summary, {})]));
          for (const format of period === '2026-W40' ? summaryFormats : (['csv', 'json'] as const)) {
            const { bytes } = await createSummaryFile(outcome.summary, format, readPdfFonts);
            files.push(Buffer.from(bytes).toString('base64'));
          }
        }
      }
      return files;
    };
    // Once before anything is counted again, and once in a world in which it was before anybody asked.
    const before = await told();
    await world.save(
      ...Array.from({ length: 9 }, () => createReceivedCase(week, { handledBy, kind, acknowledgedOn: monday })),
    );
    expect((await world.amend(addDays(monday, 30), handledBy)).kind).toBe('amended');
    expect(await told()).toEqual(before);
    expect(amendedOf(await pulled(handledBy, week))?.rows.length).toBeGreaterThan(0);
  });

  it('is issued the first count where nobody had asked for the week before it was counted again', async () => {
    await world.save(...Array.from({ length: 7 }, () => createReceivedCase(week, { kind, acknowledgedOn: monday })));
    await world.freeze();
    await world.save(...Array.from({ length: 9 }, () => createReceivedCase(week, { kind, acknowledgedOn: monday })));
    await world.amend(addDays(monday, 30));
    expect((await pulled('wider', week)).head.received).toEqual({ kind: 'rounded', value: 5 });
    expect((await pulled('wider', '2026-Q4')).head.received).toEqual({ kind: 'rounded', value: 5 });
  });
});
