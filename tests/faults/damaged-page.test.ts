import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type CaseId, caseIdFromBytes } from '../../core/model/case-id.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { translate } from '../../words/cards/translate.ts';
import { isDocumentWrite } from '../fakes/invalid-answers.ts';
import { createCase, createAlert, firstEvent } from '../support/contracts/records.ts';
import { newReporter, sendShortReport, currentStep, goToStep } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { newRequestId } from '../support/journeys/tab-client.ts';

let bot: RunningBot;
afterEach(() => bot.stop());

async function ready(): Promise<number> {
  // What was found is told again for a while.
  bot.clock.forward(10_000);
  return (await fetch(new URL('/readyz', bot.endpoint()))).status;
}

async function answer(): Promise<unknown> {
  bot.clock.forward(10_000);
  return await (await fetch(new URL('/readyz', bot.endpoint()))).json();
}

async function toReview() {
  const reporter = await newReporter(bot);
  await reporter.teams.press('report');
  await goToStep(reporter.teams, reporter.report, 'review');
  return reporter;
}

const pageSchema = z.object({ rootpage: z.int(), size: z.int() });

/** The first page of a table: where it begins in the file, and how long it is. */
function firstPageOf(path: string, table: string): { readonly at: number; readonly size: number } {
  const other = new DatabaseSync(path);
  const { rootpage, size } = pageSchema.parse(
    other
      .prepare('SELECT rootpage, (SELECT page_size FROM pragma_page_size) AS size FROM sqlite_schema WHERE name = ?')
      .get(table),
  );
  other.close();
  return { at: (rootpage - 1) * size, size };
}

/** Puts all that is in the log into the file. */
function moveLog(path: string): void {
  const other = new DatabaseSync(path);
  other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  other.close();
}

/** Writes nonsense over a page; the function that it returns puts back what stood there. */
function damage(path: string, { at, size }: { readonly at: number; readonly size: number }): () => void {
  const other = new DatabaseSync(path);
  const write = (content: Uint8Array): void => {
    const file = openSync(path, 'r+');
    writeSync(file, content, 0, size, at);
    closeSync(file);
    // A server keeps the pages that it read until somebody else writes.
    other.exec('UPDATE health SET checks = checks');
    other.exec(`INSERT INTO health (name, checks) VALUES ('other', 1); DELETE FROM health WHERE name = 'other'`);
  };
  other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const before = Buffer.alloc(size);
  const file = openSync(path, 'r');
  readSync(file, before, 0, size, at);
  closeSync(file);
  write(Buffer.alloc(size, 0xee));
  return () => {
    write(before);
    other.close();
  };
}

/** References that lie beside each other, so that no report of a test comes between them. */
const neighbours = Array.from({ length: 140 }, (_, number) =>
  caseIdFromBytes(Uint8Array.of(90, 60, 30, 90, number >> 5, (number % 32) * 8)),
);

/** What SQLite's header of a page says of one that holds rows and leads to no other. */
const leaf = 10;

/** A case in the midst of them whose page leads to no other, and that page. */
function damageable(path: string): { readonly caseId: CaseId; readonly at: number; readonly size: number } {
  moveLog(path);
  const { size } = firstPageOf(path, 'cases');
  const content = readFileSync(path);
  for (const caseId of neighbours.slice(60, 90)) {
    const found = content.indexOf(`"caseId":"${caseId}","tenantId"`);
    const at = found - (found % size);
    if (found !== -1 && content[at] === leaf) return { caseId, at, size };
  }
  throw new Error('no page');
}

describe('a store in which no report can be saved', () => {
  it.each(['cases', 'alerts', 'events'])(
    'because a page of %s is damaged is not ready, though all else can be written, until the page is whole',
    async (table) => {
      bot = await startBot({ entryPoint: 'dialog' });
      const earlier = await newReporter(bot);
      await sendShortReport(earlier, earlier.report);
      const { teams } = await toReview();
      expect(await ready()).toBe(200);
      const path = join(bot.folder, 'candour.db');
      const mend = damage(path, firstPageOf(path, table));
      await teams.press('send');
      expect(teams.card().text).toContain(translate('en', 'problem.nothingSaved'));
      expect(await ready()).toBe(503);
      expect(await ready()).toBe(503);
      mend();
      expect(await ready()).toBe(200);
      await teams.press('send');
      expect(teams.card().text).toContain(translate('en', 'receipt.heading'));
    },
  );

  it.each([
    ['whose role may write drafts and settings only', 403],
    ['behind something that refuses what is as large as a report', 413],
  ])('in Cosmos DB, %s, is not ready until that is mended', async (_, status) => {
    bot = await startBot({ entryPoint: 'dialog', store: 'cosmos' });
    expect(await ready()).toBe(200);
    bot.cosmos?.faults.next({
      kind: 'status',
      status,
      times: Infinity,
      match: (request) =>
        isDocumentWrite(request) &&
        (status === 413 ? request.body.length > 2_000 : request.path.includes('/colls/cases/')),
    });
    const { teams } = await toReview();
    await teams.press('send');
    expect(currentStep(teams.card())).toBe('review');
    // One look of sixty writes as much as a report: all others would cost what nobody needs.
    let answer = await ready();
    for (let looks = 1; looks < 60 && answer === 200; looks += 1) answer = await ready();
    expect(answer).toBe(503);
    bot.cosmos?.faults.clear();
    expect(await ready()).toBe(200);
    await teams.press('send');
    expect(teams.card().text).toContain(translate('en', 'receipt.heading'));
  });
});

describe('a page of an old case that is damaged', () => {
  it('is said of the store, and neither keeps a report from being saved nor the server from being ready', async () => {
    bot = await startBot({ entryPoint: 'dialog' });
    const path = join(bot.folder, 'candour.db');
    for (const caseId of neighbours)
      await bot
        .store()
        .cases.create(
          createCase({ caseId, tenantId: bot.settings.tenantId, sealedReport: 'c2VhbGVk'.repeat(400) }),
          createAlert(caseId),
          [firstEvent(caseId)],
        );
    const { caseId: old, ...page } = damageable(path);
    const mend = damage(path, page);
    const handler = bot.tab({ objectId: developmentPeople.handler, roles: ['handler'] });
    for (const operation of ['case.acknowledge', 'case.acknowledge'] as const)
      expect(await handler.refusal(operation, { caseId: old, request: newRequestId() })).toEqual({
        code: 'unavailable',
      });
    for (let looks = 0; looks < 3; looks += 1) expect(await answer()).toEqual({ status: 'ready', store: 'damaged' });

    const { teams } = await toReview();
    await teams.press('send');
    expect(teams.card().text).toContain(translate('en', 'receipt.heading'));
    expect(await answer()).toEqual({ status: 'ready', store: 'damaged' });
    const log = bot.log.join('');
    expect(bot.log.filter((line) => line.includes('"event":"storeDamaged"'))).toHaveLength(1);
    expect(log).toContain('"code":"store:broken"');
    for (const caseId of neighbours) expect(log).not.toContain(caseId);

    // Those who share a commit with what fails on that page are saved.
    const { cases } = bot.store();
    const fresh = createCase();
    const onPage = { value: createCase({ caseId: old }), version: '1' };
    const together = [
      cases.change({ case: onPage, events: [] }),
      cases.create(fresh, createAlert(fresh.caseId), [firstEvent(fresh.caseId)]),
      cases.change({ case: onPage, events: [] }),
    ];
    expect((await Promise.allSettled(together)).map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'rejected',
    ]);
    expect(await cases.read(fresh.caseId)).toBeDefined();

    mend();
    expect(await answer()).toEqual({ status: 'ready' });
    await handler.call('case.acknowledge', { caseId: old, request: newRequestId() });
  });
});
