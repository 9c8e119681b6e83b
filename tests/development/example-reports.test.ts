import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exampleReports, fillOutcomeText, fillWeeks } from '../../development/example-reports.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { sealedReportSchema } from '../../core/model/sealed-report.ts';
import { readIdentityFile } from '../../crypto/node/identity-file.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';
import { getLastClosedWeek } from '../../summary/figures/count-closed-weeks.ts';
import { type ExampleStore, openExampleStore } from '../support/cli/example-store.ts';

const now = new Date('2026-11-25T10:15:00Z');
let example: ExampleStore;
beforeAll(async () => {
  example = await openExampleStore();
});
afterAll(async () => {
  await example.close();
});

describe('filling weeks', () => {
  it('writes nothing outside development', async () => {
    const outcome = await fillWeeks({ ...example.deps, development: false });
    expect(outcome).toEqual({ kind: 'notDevelopment' });
    expect(fillOutcomeText(outcome)).toContain('Nothing was written');
    expect(await example.deps.store.outbox.due(now, 1)).toEqual({ alerts: [], unreadable: 0 });
  });

  it('fills the last eight closed weeks through the real way, and not twice', async () => {
    const examples = exampleReports(getLastClosedWeek(now, 'Europe/London'));
    expect(await fillWeeks(example.deps)).toEqual({
      kind: 'filled',
      from: '2026-W40',
      to: '2026-W47',
      reports: examples.length,
      left: [],
    });
    const again = await fillWeeks(example.deps);
    expect(again).toEqual({ kind: 'notEmpty', from: '2026-W40', to: '2026-W47' });
    expect(fillOutcomeText(again)).toMatch(/so nothing was written: to start over, .* set SQLITE_PATH/u);
    for (const week of new Set(examples.map((each) => each.week))) {
      const received = [
        ...(await example.deps.store.queries.listWeekCases(week, 'acu')),
        ...(await example.deps.store.queries.listWeekCases(week, 'reserve')),
      ];
      expect(received.filter((one) => one.week === week)).toHaveLength(
        examples.filter((each) => each.week === week).length,
      );
    }
  });

  it('seals reports that say they are made up, with a history of who acknowledged them', async () => {
    const all = await example.deps.store.ledger.page(undefined, 1_000);
    const first = all.find(({ week, handledBy }) => week === '2026-W40' && handledBy === 'acu');
    const standing = first && (await example.deps.store.cases.read(first.caseId));
    const { identities } = await readIdentityFile(example.keys.identityFiles.acu);
    const opened = sealedReportSchema.parse(
      JSON.parse(await decryptSeal(standing?.value.sealedReport ?? '', identities)),
    );
    expect(opened.answers.what).toMatch(/made up|ddyfeisio/u);
    const history = await example.deps.store.history.readAll(opened.caseId);
    expect(history.map(({ kind }) => kind)).toEqual(['received', 'consulted', 'acknowledged']);
    expect(history[1]?.by).toEqual({ objectId: developmentPeople.handler });
  });

  it('leaves few alerts that are still to be sent', async () => {
    expect((await example.deps.store.outbox.due(now, 100)).alerts.length).toBeLessThanOrEqual(4);
  });

  it('a week later fills what is empty, beside what is there', async () => {
    const later = () => new Date('2026-12-02T10:15:00Z');
    const examples = exampleReports(getLastClosedWeek(later(), 'Europe/London'));
    const outcome = await fillWeeks({ ...example.deps, clock: later });
    // 2026-W43 was the quiet one.
    const left = ['2026-W41', '2026-W42', '2026-W44', '2026-W45', '2026-W46', '2026-W47'];
    const reports = examples.filter(({ week }) => !left.some((one) => one === week)).length;
    expect(outcome).toEqual({ kind: 'filled', from: '2026-W41', to: '2026-W48', reports, left });
    expect(fillOutcomeText(outcome)).toContain(
      'Left as they were, because they already have reports or were counted: 2026-W41',
    );
  });
});
