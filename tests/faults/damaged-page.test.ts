import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { say } from '../../words/cards/say.ts';
import { isWriteOfDocuments } from '../fakes/half-answers.ts';
import { newReporter, sendShort, stepOf, walkTo } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';

let bot: RunningBot;
afterEach(() => bot.stop());

async function ready(): Promise<number> {
  // What was found is told again for a while.
  bot.clock.forward(10_000);
  return (await fetch(new URL('/readyz', bot.endpoint()))).status;
}

async function toReview() {
  const reporter = await newReporter(bot);
  await reporter.teams.press('report');
  await walkTo(reporter.teams, reporter.report, 'review');
  return reporter;
}

const pageSchema = z.object({ rootpage: z.int(), size: z.int() });

/** Writes nonsense over the first page of a table; the function that it returns puts back what stood there. */
function damage(path: string, table: string): () => void {
  const other = new DatabaseSync(path);
  const { rootpage, size } = pageSchema.parse(
    other
      .prepare('SELECT rootpage, (SELECT page_size FROM pragma_page_size) AS size FROM sqlite_schema WHERE name = ?')
      .get(table),
  );
  const write = (content: Uint8Array): void => {
    const file = openSync(path, 'r+');
    writeSync(file, content, 0, size, (rootpage - 1) * size);
    closeSync(file);
    // A server keeps the pages that it read until somebody else writes.
    other.exec('UPDATE health SET checks = checks');
    other.exec(`INSERT INTO health (name, checks) VALUES ('other', 1); DELETE FROM health WHERE name = 'other'`);
  };
  other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const before = Buffer.alloc(size);
  const file = openSync(path, 'r');
  readSync(file, before, 0, size, (rootpage - 1) * size);
  closeSync(file);
  write(Buffer.alloc(size, 0xee));
  return () => {
    write(before);
    other.close();
  };
}

describe('a store in which no report can be saved', () => {
  it.each(['cases', 'alerts', 'events'])(
    'because a page of %s is damaged is not ready, though all else can be written, until the page is whole',
    async (table) => {
      bot = await startBot({ door: 'dialog' });
      const earlier = await newReporter(bot);
      await sendShort(earlier, earlier.report);
      const { teams } = await toReview();
      expect(await ready()).toBe(200);
      const mend = damage(join(bot.folder, 'candour.db'), table);
      await teams.press('send');
      expect(teams.card().text).toContain(say('en', 'problem.nothingSaved'));
      expect(await ready()).toBe(503);
      expect(await ready()).toBe(503);
      mend();
      expect(await ready()).toBe(200);
      await teams.press('send');
      expect(teams.card().text).toContain(say('en', 'receipt.heading'));
    },
  );

  it.each([
    ['whose role may write drafts and settings only', 403],
    ['behind something that refuses what is as large as a report', 413],
  ])('in Cosmos DB, %s, is not ready until that is mended', async (_, status) => {
    bot = await startBot({ door: 'dialog', store: 'cosmos' });
    expect(await ready()).toBe(200);
    bot.cosmos?.faults.next({
      kind: 'status',
      status,
      times: Infinity,
      match: (request) =>
        isWriteOfDocuments(request) &&
        (status === 413 ? request.body.length > 2_000 : request.path.includes('/colls/cases/')),
    });
    const { teams } = await toReview();
    await teams.press('send');
    expect(stepOf(teams.card())).toBe('review');
    // One look of sixty writes as much as a report: all others would cost what nobody needs.
    let answer = await ready();
    for (let looks = 1; looks < 60 && answer === 200; looks += 1) answer = await ready();
    expect(answer).toBe(503);
    bot.cosmos?.faults.clear();
    expect(await ready()).toBe(200);
    await teams.press('send');
    expect(teams.card().text).toContain(say('en', 'receipt.heading'));
  });
});
