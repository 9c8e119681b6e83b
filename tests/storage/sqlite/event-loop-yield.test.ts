import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../core/ports/store.ts';
import { addDays, toWeek } from '../../../core/model/calendar.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createCase, today } from '../../support/contracts/records.ts';
import { createFilledFile } from '../../support/storage/fill-sqlite.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const folder = createTemporaryFolder();
const cases = 900;
const page = 50;
let store: Store;
beforeAll(async () => {
  // Received over two and a half years, of which every second was closed this week.
  const file = await createFilledFile(join(folder, 'candour.db'), cases, (at, caseId) => {
    const closed = { status: 'closed', closedOn: addDays(today, at % 5) } as const;
    return createCase({ caseId, receivedOn: addDays(today, -at), ...(at % 2 === 0 && closed) });
  });
  store = createSqliteStore(file);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How often the loop turned while something was asked: in between, others are answered. */
async function turnsWhile<Answer>(ask: () => Promise<Answer>): Promise<{ answer: Answer; turns: number }> {
  let turns = 0;
  let isDone = false;
  const turn = (): void => {
    if (isDone) return;
    turns += 1;
    setImmediate(turn);
  };
  setImmediate(turn);
  try {
    return { answer: await ask(), turns };
  } finally {
    isDone = true;
  }
}

describe('a long answer of SQLite', () => {
  it('that lists a page lets others in after each few of its cases', async () => {
    const filter = { handledBy: 'acu', viewer: toPersonId('somebody') } as const;
    const { turns, answer } = await turnsWhile(() => store.list.page(filter, undefined, page));
    const newest = Array.from({ length: page }, (_, at) => addDays(today, -at));
    expect(answer.map(({ receivedOn }) => receivedOn)).toEqual(newest);
    expect(turns).toBeGreaterThanOrEqual(page / 5 - 1);
  });

  it('of the cases of a week does between parts of it, and each case comes once', async () => {
    const { turns, answer } = await turnsWhile(() => store.queries.listWeekCases(toWeek(today), 'acu'));
    // Those that were closed in it, and the one that was received in it and is open.
    expect(answer).toHaveLength(cases / 2 + 1);
    expect(new Set(answer.map(({ receivedOn }) => receivedOn)).size).toBe(cases / 2 + 1);
    expect(turns).toBeGreaterThanOrEqual(1);
  });

  it('of what was open long ago does between its days, and says the same as if asked at once', async () => {
    const { turns, answer } = await turnsWhile(() => store.queries.listOpenCases(addDays(today, -1), 'acu'));
    expect(answer).toHaveLength(cases - 1);
    expect(new Set(answer.map(({ receivedOn }) => receivedOn)).size).toBe(cases - 1);
    expect(turns).toBeGreaterThanOrEqual(8);
  });
});
