import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Caller } from '../../../bot/api/caller.ts';
import { createCaseViews } from '../../../bot/api/case-views.ts';
import { createRoleHolders } from '../../../bot/api/role-holders.ts';
import { createCaseLists, type CaseLists } from '../../../bot/api/case-lists.ts';
import { addDays } from '../../../concerns/terms/calendar.ts';
import type { CaseRecord } from '../../../concerns/records/case-record.ts';
import { runningDeadlines, soonDays } from '../../../concerns/records/deadlines.ts';
import type { Store } from '../../../concerns/ports/store.ts';
import { personId } from '../../../concerns/terms/person-id.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { listedCase, saveCases } from '../../support/contracts/listed-cases.ts';
import { aCase, now, today } from '../../support/contracts/records.ts';
import { temporaryFolder } from '../../support/storage/temporary-folder.ts';

const caller: Caller = { objectId: personId('the one who looks'), name: 'A handler', roles: new Set(['handler']) };
const timeLimits = { acknowledge: 2, triage: 3, update: 4 } as const;
const clock = () => now;
const timeZone = 'Europe/London';

let folder: string;
let store: Store;
let lists: CaseLists;
beforeEach(() => {
  folder = temporaryFolder();
  store = openSqliteStore(join(folder, 'candour.db'));
  const directory = { rolesOf: async () => caller.roles, holdersOf: async () => [caller.objectId] };
  const people = createRoleHolders({ ...store, directory, clock, timeZone });
  const views = createCaseViews({ ...store, people, timeLimits, messages: false });
  lists = createCaseLists({ ...store, views, timeLimits, clock, timeZone, log: () => undefined });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function listed(attention: 'overdue' | 'dueSoon'): Promise<readonly string[]> {
  const found: string[] = [];
  for (let next: string | undefined, first = true; first || next !== undefined; first = false) {
    const ran = await lists.list(caller, { filter: { attention }, ...(next !== undefined && { after: next }) });
    if (ran.kind !== 'done') throw new Error(ran.kind);
    found.push(...ran.answer.rows.map(({ figures }) => figures.caseId));
    next = ran.answer.next;
  }
  return found.sort();
}
async function counted(): Promise<{ readonly overdue: number; readonly dueSoon: number }> {
  const ran = await lists.counts(caller, {});
  if (ran.kind !== 'done') throw new Error(ran.kind);
  const { overdue, dueSoon } = ran.answer;
  return { overdue, dueSoon };
}
/** The first day on which something is due in a case, `undefined` where nothing is. */
const firstDue = (record: CaseRecord) => runningDeadlines(record, timeLimits)[0]?.dueOn;
const idsOf = (records: readonly CaseRecord[], found: (record: CaseRecord) => boolean): readonly string[] =>
  records
    .filter(({ handledBy }) => handledBy === 'acu')
    .filter(found)
    .map(({ caseId }) => caseId)
    .sort();

describe('the list of what is due soon', () => {
  it('holds no case that is overdue by another clock, and more than a page of what is overdue hides none', async () => {
    const overdue = Array.from({ length: 120 }, () => aCase({ receivedOn: addDays(today, -3) }));
    const referral = { decision: 'refer', on: today, dueOn: addDays(today, 1) } as const;
    const overdueByOne = aCase({ receivedOn: addDays(today, -3), referral });
    const soon = aCase({ receivedOn: addDays(today, -9), status: 'triaged', updatedOn: addDays(today, -3) });
    await saveCases(store, ...overdue, overdueByOne, soon, aCase({ status: 'closed', closedOn: today }));
    expect(await listed('dueSoon')).toEqual([soon.caseId]);
    expect(await listed('overdue')).toHaveLength(121);
    expect(await counted()).toEqual({ overdue: 99, dueSoon: 1 });
  });

  it('shares no case with the list of what is overdue, and with it holds all that is due', async () => {
    const all: CaseRecord[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(listedCase, { maxLength: 30 }), async (added) => {
        const own = added.map((record) => ({ ...record, excluded: [], tenantId: 'tenant' }));
        await saveCases(store, ...own);
        all.push(...own);
        const [overdue, dueSoon] = [await listed('overdue'), await listed('dueSoon')];
        expect(overdue).toEqual(idsOf(all, (record) => (firstDue(record) ?? today) < today));
        const until = addDays(today, soonDays);
        expect(dueSoon).toEqual(
          idsOf(all, (record) => {
            const due = firstDue(record);
            return due !== undefined && due >= today && due < until;
          }),
        );
        const most = 99;
        expect(await counted()).toEqual({
          overdue: Math.min(most, overdue.length),
          dueSoon: Math.min(most, dueSoon.length),
        });
      }),
      { numRuns: 15 },
    );
  });
});
