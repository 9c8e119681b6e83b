import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  localLimits,
  createSharedUsage,
  createWorkBudgets,
  type WorkBudgets,
  workLimits,
} from '../../../bot/runtime/work-budget.ts';
import { OverBudgetError } from '../../../core/ports/work-budget.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { Store, WorkCountStore } from '../../../core/ports/store.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { HandledBy } from '../../../core/model/handled-by.ts';
import { backUpSqlite } from '../../../storage/sqlite/backup.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { random } from '../../support/core/open-core.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { type CosmosDatabase, createDatabase } from '../../support/storage/cosmos-database.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { setUpCosmos } from '../../support/storage/set-up-cosmos.ts';

const secret = 'a secret of more than thirty-two characters';
const hourMs = 3_600_000;
const someone = 'tenant/8d0b1c52-6f3e-4a7d-9b21-0f5e6c7d8a90';

let now = 0;
const cosmos = setUpCosmos();
let database: CosmosDatabase;
let folder = '';
let stores: Store[] = [];
beforeEach(async () => {
  now = Date.parse('2026-11-25T10:10:00Z');
  folder = createTemporaryFolder();
  stores = [];
  database = await createDatabase(cosmos);
});
afterEach(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => join(folder, 'candour.db');
const kinds = ['SQLite', 'Cosmos DB'] as const;
type Kind = (typeof kinds)[number];
/** A server on the one store of a test, with whatever stands between. */
function server(
  kind: Kind = 'SQLite',
  around: (counts: WorkCountStore) => WorkCountStore = (counts) => counts,
  patienceMs = 60_000,
): WorkBudgets {
  const store = kind === 'SQLite' ? openSqliteStore(file()) : database.open();
  stores.push(store);
  const monotonic = () => now;
  const counts = around(store.workCounts);
  const shared = createSharedUsage({ counts, secret, random, monotonic, patienceMs });
  return createWorkBudgets({ clock: () => new Date(now), shared });
}

interface Report {
  readonly id: string;
  readonly caseId: CaseId;
  readonly urgent: boolean;
  readonly handledBy?: HandledBy;
}
let made = 0;
const aReport = (urgent = false): Report => ({ id: `report ${(made += 1)}`, caseId: newCaseId(), urgent });
let kept = new Set<string>();
beforeEach(() => {
  kept = new Set();
});

/** Sends a report to a server; whether it kept something new, or why not. */
async function send(
  budgets: WorkBudgets,
  { id, caseId, urgent, handledBy = 'acu' }: Report = aReport(),
  person = someone,
): Promise<'new' | 'repeat' | 'over'> {
  try {
    return await budgets.budgetFor(person).spend(
      {
        id,
        amounts: { reports: 1 },
        ...(urgent && { urgentCase: { caseId, handledBy } }),
        isSaved: async () => kept.has(id),
      },
      async () => {
        if (kept.has(id)) return 'repeat';
        kept.add(id);
        return 'new';
      },
      (outcome) => outcome === 'new',
    );
  } catch (error) {
    if (error instanceof OverBudgetError) return 'over';
    throw error;
  }
}
/** How many of so many reports, sent to the servers one after the other, were kept. */
async function sendMany(servers: readonly WorkBudgets[], times: number, person = someone): Promise<number> {
  let saved = 0;
  for (let time = 0; time < times; time += 1) {
    const to = servers[time % servers.length];
    if (to && (await send(to, aReport(), person)) === 'new') saved += 1;
  }
  return saved;
}

const rowsOf = (path: string): readonly unknown[] => {
  const read = new DatabaseSync(path, { readOnly: true });
  try {
    return ['work_counts', 'work_salts', 'paces'].flatMap((table) => read.prepare(`SELECT * FROM ${table}`).all());
  } finally {
    read.close();
  }
};

describe('what one person may hand in', () => {
  it('is a few of each kind, and each kind by itself', async () => {
    const one = server();
    expect(await sendMany([one], 40)).toBe(workLimits.hour.reports);
    const draft = { id: 'draft', amounts: { drafts: 1 } };
    expect(
      await one.budgetFor(someone).spend(
        draft,
        async () => 'kept',
        () => true,
      ),
    ).toBe('kept');
    const bytes = { id: 'part', amounts: { bytes: workLimits.hour.bytes + 1 } };
    await expect(
      one.budgetFor(someone).spend(
        bytes,
        async () => 'kept',
        () => true,
      ),
    ).rejects.toThrow(OverBudgetError);
  });

  it('is the same in the next hour, on the next day, and however the clock jumps', async () => {
    const one = server();
    expect(await sendMany([one], 20)).toBe(15);
    now += hourMs;
    expect(await sendMany([one], 20)).toBe(15);
    now += hourMs;
    expect(await sendMany([one], 5)).toBe(0);
    now = Date.parse('2026-11-26T00:00:01Z');
    expect(await sendMany([one], 20)).toBe(15);
    // Four years ahead, and back: nobody is kept out by what a wrong clock counted.
    now = Date.parse('2030-11-26T12:00:00Z');
    expect(await sendMany([one], 20)).toBe(15);
    now = Date.parse('2026-11-26T09:00:00Z');
    expect(await sendMany([one], 20)).toBe(15);
    now = Date.parse('2026-11-27T09:00:00Z');
    expect(await sendMany([server(), one], 20)).toBe(15);
  });

  it('is not less for what others hand in', async () => {
    const one = server();
    for (let script = 0; script < 10; script += 1) expect(await sendMany([one], 20, `script ${script}`)).toBe(15);
    expect(await sendMany([one], 3)).toBe(3);
  });

  it.each([1_000])('is one less for a report that is sent %i times at once, and as often again', async (times) => {
    const one = server();
    const report = aReport();
    const answers = await Promise.all(Array.from({ length: times }, () => send(one, report)));
    expect(answers.filter((answer) => answer === 'new')).toHaveLength(1);
    expect(answers).not.toContain('over');
    for (let time = 0; time < times; time += 1) expect(await send(one, report)).toBe('repeat');
    expect(await sendMany([one], 40)).toBe(14);
    expect(await send(one, report)).toBe('repeat');
  });

  it('is counted once for a write of which nobody knew whether it stood', async () => {
    const one = server();
    const doubtful = (id: string, write: () => Promise<'new' | 'repeat'>) =>
      one.budgetFor(someone).spend({ id, amounts: { reports: 1 } }, write, (outcome) => outcome === 'new');
    for (const [id, then] of [
      ['stood', 'repeat'],
      ['did not stand', 'new'],
    ] as const) {
      for (let time = 0; time < 30; time += 1)
        await expect(doubtful(id, () => Promise.reject(new StoreError('unknown')))).rejects.toThrow(StoreError);
      expect(await doubtful(id, async () => then)).toBe(then);
    }
    for (let time = 0; time < 30; time += 1)
      await expect(doubtful('nothing', () => Promise.reject(new StoreError('busy')))).rejects.toThrow(StoreError);
    expect(await sendMany([one], 40)).toBe(13);
  });
});

describe.each(kinds)('what one person may hand in to several servers on %s', (kind) => {
  it('is what one server takes, whichever they are sent to', async () => {
    expect(await sendMany([server(kind), server(kind)], 60)).toBe(15);
    now += hourMs;
    const three = [server(kind), server(kind), server(kind)];
    // Each counts its first five by itself until it has more.
    const more = await sendMany(three, 90);
    expect(more).toBeGreaterThanOrEqual(15);
    expect(more).toBeLessThanOrEqual(15 + 2 * localLimits.reports);
  });

  it('is the same again for nobody where a server ends and another takes its place', async () => {
    expect(await sendMany([server(kind)], 20)).toBe(15);
    expect(await sendMany([server(kind)], 20)).toBe(5);
  });

  it('is what each takes by itself while the store is away, and nobody is refused for it', async () => {
    let isAway = true;
    const away = (counts: WorkCountStore): WorkCountStore => ({
      ...counts,
      salt: (...asked) => (isAway ? Promise.reject(new StoreError('unavailable')) : counts.salt(...asked)),
    });
    const [one, other] = [server(kind, away), server(kind, away)];
    expect(await sendMany([one], 12)).toBe(12);
    expect(await sendMany([other], 40)).toBe(15);
    isAway = false;
    now += 60_000;
    // What was counted meanwhile is written down with the next.
    expect(await sendMany([one], 20)).toBe(3);
    expect(await sendMany([server(kind)], 20)).toBe(5);
  });

  it('is counted once where the store is slow and writes it all the same', async () => {
    let answer = (): void => undefined;
    let answered = Promise.resolve();
    const asking = new Set<Promise<unknown>>();
    const noted = <Answer>(answer: Promise<Answer>): Promise<Answer> => {
      asking.add(answer);
      return answer.finally(() => asking.delete(answer));
    };
    const slow = (counts: WorkCountStore): WorkCountStore => ({
      ...counts,
      salt: (...asked) => noted(counts.salt(...asked)),
      read: (...asked) => noted(counts.read(...asked)),
      write: (...asked) => noted(counts.write(...asked).then((isWritten) => answered.then(() => isWritten))),
    });
    /** Until the store has answered all that it was asked. */
    const quiet = async (): Promise<void> => {
      do await new Promise((done) => setImmediate(done));
      while (asking.size > 0);
    };
    const one = server(kind, slow, 1);
    let saved = 0;
    for (let time = 0; time < 20; time += 1) {
      answered = new Promise((resolve) => {
        answer = resolve;
      });
      if ((await send(one)) === 'new') saved += 1;
      // The store has rested, and is asked again while the write before has not answered yet.
      now += 6_000;
      if (time % 2 === 0 && (await send(one)) === 'new') saved += 1;
      answer();
      await quiet();
      now += 6_000;
    }
    expect(saved).toBe(15);
    // Whatever is not written yet was counted by this server alone, and goes with its next.
    answered = Promise.resolve();
    expect(await sendMany([server(kind)], 20)).toBeLessThanOrEqual(7);
  });

  it('orders urgent cases so that the first two of each come before later ones of anybody', async () => {
    const [one, other] = [server(kind), server(kind)];
    const reports = Array.from({ length: 8 }, () => aReport(true));
    for (const report of reports.slice(0, 4)) await send(one, report);
    const ranks = (at: WorkBudgets) => Promise.all(reports.map(({ caseId }) => at.alertRank(caseId)));
    expect((await ranks(one)).slice(0, 4)).toEqual([0, 0, 1, 2]);
    expect((await ranks(other)).slice(0, 4)).toEqual([0, 0, 0, 0]);
    for (const report of reports.slice(4)) await send(one, report);
    now += 6_000;
    expect(await ranks(one)).toEqual([0, 0, 1, 2, 3, 4, 5, 6]);
    expect(await ranks(other)).toEqual([0, 0, 1, 2, 3, 4, 5, 6]);
    const genuine = aReport(true);
    await send(other, genuine, 'somebody else');
    expect(await other.alertRank(genuine.caseId)).toBe(0);
    // Sent once more it keeps its place, and what is refused gets none.
    await send(one, reports[3]);
    expect(await one.alertRank(reports[3]?.caseId ?? newCaseId())).toBe(2);
    await sendMany([one], 20);
    const refused = aReport(true);
    expect(await send(one, refused)).toBe('over');
    expect(await one.alertRank(refused.caseId)).toBe(0);
    // In the night they are still in line; at noon nobody knows.
    now = Date.parse('2026-11-26T02:00:00Z');
    expect(await ranks(other)).toEqual([0, 0, 1, 2, 3, 4, 5, 6]);
    now = Date.parse('2026-11-26T12:00:01Z');
    await one.removeExpired();
    await other.removeExpired();
    now += 6_000;
    expect(await ranks(one)).toEqual(reports.map(() => 0));
    expect(await ranks(other)).toEqual(reports.map(() => 0));
  });
});

describe('the order of urgent cases', () => {
  it('says nothing to the unit of what somebody told the reserve', async () => {
    const [one, other] = [server(), server()];
    const sent = Array.from(
      { length: 8 },
      (_, place): Report => ({
        ...aReport(true),
        handledBy: place % 2 === 0 ? 'reserve' : 'acu',
      }),
    );
    for (const [place, report] of sent.entries()) {
      await send(one, report);
      expect(await one.alertRank(report.caseId)).toBe([0, 0, 0, 0, 1, 1, 2, 2][place]);
    }
    now += 6_000;
    const known = await Promise.all(sent.map(({ caseId }) => other.alertRank(caseId)));
    expect(known).toEqual([0, 0, 0, 0, 1, 1, 2, 2]);
  });
});

describe('what is written down', () => {
  it('is nothing of somebody who sends one report or five, with their files, drafts and additions', async () => {
    const one = server();
    for (const [person, times] of [
      ['sends one', 1],
      ['sends five', 5],
    ] as const) {
      expect(await sendMany([one], times, person)).toBe(times);
      for (let time = 0; time < times; time += 1)
        await one.budgetFor(person).spend(
          { id: `the rest ${time}`, amounts: { additions: 1, drafts: 1, files: 5, bytes: 60 * 1_024 * 1_024 } },
          async () => 'kept',
          () => true,
        );
    }
    expect(rowsOf(file())).toEqual([]);
    await one.removeExpired();
    expect(rowsOf(file())).toEqual([]);
  });

  it('says nothing of who it is, is destroyed when the day is over, and is in no backup', async () => {
    const one = server();
    const reports = Array.from({ length: 7 }, () => aReport(true));
    for (const report of reports) await send(one, report);
    const written = JSON.stringify(rowsOf(file()));
    expect(JSON.parse(written)).toHaveLength(2);
    for (const said of [someone, someone.split('/')[1] ?? '', ...reports.map(({ caseId }) => caseId)])
      expect(written).not.toContain(said);
    const copy = join(folder, 'copy.db');
    await backUpSqlite(file(), copy);
    expect(rowsOf(copy)).toEqual([]);
    // Nor in what SQLite left free of it.
    const bytes = readFileSync(copy, 'latin1');
    const values = rowsOf(file()).flatMap((row) => Object.entries(Object(row)));
    for (const [column, value] of values)
      if (column === 'name' || column === 'salt' || column === 'record') expect(bytes).not.toContain(String(value));
    now = Date.parse('2026-11-26T11:00:00Z');
    await one.removeExpired();
    expect(rowsOf(file())).toHaveLength(2);
    now = Date.parse('2026-11-26T12:00:01Z');
    await one.removeExpired();
    expect(rowsOf(file())).toEqual([]);
  });
});
