import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Caller } from '../../../bot/api/caller-authentication.ts';
import { createCaseViews } from '../../../bot/api/case-views.ts';
import { createRoleHolders } from '../../../bot/api/role-holders.ts';
import { createCaseListOperations, type CaseListOperations } from '../../../bot/api/case-list-operations.ts';
import { readCaseTitles } from '../../../core/casework/case-titles.ts';
import { addDays } from '../../../core/model/calendar.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { runningDeadlines, dueSoonDays } from '../../../core/model/deadlines.ts';
import { type CaseListOrderName, caseListOrders } from '../../../core/model/case-list-order.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { ParsedRequest } from '../../../contract/operations.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { arbitraryListedCase, saveCases } from '../../support/contracts/listed-cases.ts';
import { createCase, now, today } from '../../support/contracts/records.ts';
import { createSealedTitle } from '../../support/subjects/sealed-cards.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const caller: Caller = { objectId: toPersonId('the one who looks'), name: 'A handler', roles: new Set(['handler']) };
const timeLimits = { acknowledge: 2, triage: 3, update: 4 } as const;
const clock = () => now;
const timeZone = 'Europe/London';

let folder: string;
let store: Store;
let lists: CaseListOperations;
/** The cases that are not first in line. */
let later: Set<CaseId>;
beforeEach(() => {
  folder = createTemporaryFolder();
  store = openSqliteStore(join(folder, 'candour.db'));
  const directory = { getRoles: async () => caller.roles, getHolders: async () => [caller.objectId] };
  const people = createRoleHolders({ ...store, directory, clock, timeZone });
  const views = createCaseViews({ ...store, people, timeLimits, messages: false });
  later = new Set();
  const alertOrder = { alertRank: async (caseId: CaseId) => (later.has(caseId) ? 1 : 0) };
  lists = createCaseListOperations({
    ...store,
    people,
    views,
    alertOrder,
    timeLimits,
    clock,
    timeZone,
    log: () => undefined,
  });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function listed(attention: 'overdue' | 'dueSoon'): Promise<readonly string[]> {
  const found: string[] = [];
  for (let next: string | undefined, first = true; first || next !== undefined; first = false) {
    const ran = await lists.list(caller, {
      filter: { attention },
      order: 'newest',
      ...(next !== undefined && { after: next }),
    });
    if (!ran.ok) throw new Error(ran.refusal.code);
    found.push(...ran.value.rows.map(({ figures }) => figures.caseId));
    next = ran.value.next;
  }
  return found.sort();
}
async function counted(): Promise<{ readonly overdue: number; readonly dueSoon: number }> {
  const ran = await lists.counts(caller, {});
  if (!ran.ok) throw new Error(ran.refusal.code);
  const { overdue, dueSoon } = ran.value;
  return { overdue, dueSoon };
}
/** The first day on which something is due in a case, `undefined` where nothing is. */
const firstDue = (record: CaseRecord) => runningDeadlines(record, timeLimits)[0]?.dueOn;
const isOpenCase = ({ status }: CaseRecord): boolean => status !== 'closed';
const idsOf = (records: readonly CaseRecord[], found: (record: CaseRecord) => boolean): readonly string[] =>
  records
    .filter(({ handledBy }) => handledBy === 'acu')
    .filter(found)
    .map(({ caseId }) => caseId)
    .sort();

describe('the list of what is due soon', () => {
  it('holds no case that is overdue by another clock, and more than a page of what is overdue hides none', async () => {
    const overdue = Array.from({ length: 120 }, () => createCase({ receivedOn: addDays(today, -3) }));
    const referral = { decision: 'refer', on: today, dueOn: addDays(today, 1) } as const;
    const overdueByOne = createCase({ receivedOn: addDays(today, -3), referral });
    const soon = createCase({ receivedOn: addDays(today, -9), status: 'triaged', updatedOn: addDays(today, -3) });
    await saveCases(store, ...overdue, overdueByOne, soon, createCase({ status: 'closed', closedOn: today }));
    expect(await listed('dueSoon')).toEqual([soon.caseId]);
    expect(await listed('overdue')).toHaveLength(121);
    expect(await counted()).toEqual({ overdue: 121, dueSoon: 1 });
  });

  it('shares no case with the list of what is overdue, and with it holds all that is due', async () => {
    const all: CaseRecord[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryListedCase, { maxLength: 30 }), async (added) => {
        const own = added.map((record) => ({ ...record, excluded: [], tenantId: 'tenant' }));
        await saveCases(store, ...own);
        all.push(...own);
        const [overdue, dueSoon] = [await listed('overdue'), await listed('dueSoon')];
        expect(overdue).toEqual(idsOf(all, (record) => (firstDue(record) ?? today) < today));
        const until = addDays(today, dueSoonDays);
        expect(dueSoon).toEqual(
          idsOf(all, (record) => {
            const due = firstDue(record);
            return due !== undefined && due >= today && due < until;
          }),
        );
        const most = 1_000;
        expect(await counted()).toEqual({
          overdue: Math.min(most, overdue.length),
          dueSoon: Math.min(most, dueSoon.length),
        });
      }),
      { numRuns: 15 },
    );
  });
});

describe('a case that somebody is shut out of', () => {
  it('is in no row, count, search and title of theirs, whatever its title, terms and who else has it', async () => {
    const all: CaseRecord[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(arbitraryListedCase, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 12 }),
        async (added) => {
          const own = added.map(
            ([record, isTitled, isShutOut]): CaseRecord => ({
              ...record,
              tenantId: 'tenant',
              excluded: isShutOut ? [caller.objectId] : [],
              caseTitle: isTitled
                ? { ...createSealedTitle(1, 'a'.repeat(16)), by: toPersonId('a colleague') }
                : undefined,
            }),
          );
          await saveCases(store, ...own);
          all.push(...own);
          const seen = all.filter(({ handledBy, excluded }) => handledBy === 'acu' && excluded.length === 0);
          const ids = (some: readonly CaseRecord[]) => some.map(({ caseId }) => caseId).sort();
          expect([...(await inOrder('newest'))].sort()).toEqual(ids(seen));
          for (const { nationalCategory: category, flags, outcome } of own) {
            const [flag] = flags;
            const filter = { ...(category && { category }), ...(flag && { flag }), ...(outcome && { outcome }) };
            expect([...(await inOrder('newest', filter))].sort()).toEqual(
              ids(
                seen.filter(
                  (one) =>
                    (!category || one.nationalCategory === category) &&
                    (!flag || one.flags.includes(flag)) &&
                    (!outcome || one.outcome === outcome),
                ),
              ),
            );
          }
          const titles = await readCaseTitles({ cases: store.cases }, caller, ids(all));
          expect(titles.map(({ caseId }) => caseId).sort()).toEqual(ids(seen.filter((one) => one.caseTitle)));
          const counts = await lists.counts(caller, {});
          expect(counts).toMatchObject({ ok: true, value: { open: seen.filter(isOpenCase).length } });
          for (const record of own) {
            const found = await lists.find(caller, { text: record.caseId });
            expect(found).toMatchObject({ ok: true, value: { rows: { length: seen.includes(record) ? 1 : 0 } } });
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

/** The references of a list in its order, page by page. */
async function inOrder(
  order: CaseListOrderName,
  filter: ParsedRequest<'cases.list'>['filter'] = {},
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let next: string | undefined, first = true; first || next !== undefined; first = false) {
    const ran = await lists.list(caller, { filter, order, ...(next !== undefined && { after: next }) });
    if (!ran.ok) throw new Error(ran.refusal.code);
    found.push(...ran.value.rows.map(({ figures }) => figures.caseId));
    next = ran.value.next;
  }
  return found;
}

describe('a list of what came by one way', () => {
  it('holds that and nothing else, beside whatever else it is narrowed by, and nothing that somebody is shut out of', async () => {
    const [fromHub, closed, fromStaff] = [
      createCase({ route: 'hub' }),
      createCase({ route: 'hub', status: 'closed', closedOn: today }),
      createCase({ route: 'staff' }),
    ];
    await saveCases(store, fromHub, closed, fromStaff, createCase({ route: 'hub', excluded: [caller.objectId] }));
    expect([...(await inOrder('newest', { route: 'hub' }))].sort()).toEqual([fromHub.caseId, closed.caseId].sort());
    expect(await inOrder('urgentFirst', { route: 'hub', status: 'open' })).toEqual([fromHub.caseId]);
    expect(await inOrder('newest', { route: 'hub', attention: 'unacknowledged' })).toEqual([fromHub.caseId]);
    expect(await inOrder('newest', { route: 'staff' })).toEqual([fromStaff.caseId]);
  });
});

describe('the orders of a list', () => {
  it('have the longest overdue first, by the limits that the force has set, and lose no case at the edge of a page', async () => {
    // Three stages, whose limits are days apart, so that many are due on one day and on each page's edge.
    const stages = ['received', 'acknowledged', 'triaged'] as const;
    const records = Array.from({ length: 170 }, (_, at) => {
      const since = addDays(today, -10 - Math.floor(at / 25));
      return createCase({ status: stages[at % 3] ?? 'received', receivedOn: since, updatedOn: since });
    });
    const closed = createCase({ status: 'closed', receivedOn: addDays(today, -99) });
    await saveCases(store, ...records, closed);
    const found = await inOrder('dueFirst');
    expect(found).toHaveLength(records.length + 1);
    expect(new Set(found).size).toBe(found.length);
    const due = found
      .slice(0, -1)
      .map((caseId) => firstDue(records.find((record) => record.caseId === caseId) ?? closed));
    expect(due.every((day, at) => at === 0 || (due[at - 1] ?? '') <= (day ?? ''))).toBe(true);
    expect(found.at(-1)).toBe(closed.caseId);
    expect((await inOrder('dueFirst', { attention: 'overdue' })).toSorted()).toEqual(
      records.map(({ caseId }) => caseId).toSorted(),
    );
  });

  it('have each its own place to go on from, and take none of another', async () => {
    await saveCases(store, ...Array.from({ length: 60 }, () => createCase()));
    for (const order of caseListOrders) {
      const ran = await lists.list(caller, { filter: {}, order });
      const next = ran.ok ? ran.value.next : undefined;
      expect(next).toBeDefined();
      for (const other of caseListOrders) {
        const went = await lists.list(caller, { filter: {}, order: other, after: next });
        expect(went.ok ? 'done' : went.refusal.code).toBe(other === order ? 'done' : 'odd');
      }
    }
  });

  it('go on from the place of a page that was opened before there were orders', async () => {
    const records = [createCase({ receivedOn: addDays(today, -1) }), createCase({ receivedOn: addDays(today, -2) })];
    await saveCases(store, ...records);
    const place = [records[0]?.receivedOn, records[0]?.caseId];
    const after = Buffer.from(JSON.stringify(place)).toString('base64url');
    expect(await lists.list(caller, { filter: {}, order: 'newest', after })).toMatchObject({
      ok: true,
      value: { rows: [{ figures: { caseId: records[1]?.caseId } }] },
    });
    expect(await lists.list(caller, { filter: {}, order: 'dueFirst', after })).toEqual({
      ok: false,
      refusal: { code: 'odd' },
    });
  });
});

describe('what waits', () => {
  const counts = async (by: Caller = caller) => {
    const ran = await lists.counts(by, {});
    if (!ran.ok) throw new Error(ran.refusal.code);
    return ran.value;
  };

  it('is counted for whoever looks, without what they asked for themselves and what they are shut out of', async () => {
    expect(await counts()).toMatchObject({ isEmpty: true, unread: 0, second: 0 });
    const own = { digest: 'd', by: caller.objectId };
    const theirs = { digest: 'd', by: toPersonId('another') };
    const shutOut = { excluded: [caller.objectId] };
    const all = { unreadMessages: 2, toAcknowledge: true, urgency: 'urgent', sanitised: theirs } as const;
    await saveCases(
      store,
      createCase({ status: 'acknowledged', opened: true, sanitised: own }),
      createCase({ status: 'acknowledged', opened: true, sanitised: theirs }),
      createCase({ status: 'acknowledged', opened: true, sanitised: { ...theirs, signedBy: toPersonId('a third') } }),
      createCase({ status: 'acknowledged', ...all, ...shutOut }),
      createCase({ handledBy: 'reserve', ...all }),
    );
    expect(await counts()).toMatchObject({
      isEmpty: false,
      open: 3,
      second: 1,
      unread: 0,
      unacknowledged: 0,
      atRisk: 0,
    });
    await saveCases(store, createCase({ status: 'closed', ...all }), createCase());
    expect(await counts()).toMatchObject({ second: 2, unread: 1, unacknowledged: 2, atRisk: 1 });
  });

  it('tells the reserve what nobody of it has looked at, and nobody else', async () => {
    const reserve: Caller = { objectId: toPersonId('reserve'), name: 'Reserve', roles: new Set(['reserve']) };
    await saveCases(
      store,
      createCase({ oversight: { toldOn: today } }),
      createCase({ oversight: { toldOn: today, seenOn: today } }),
      createCase({ oversight: { toldOn: today }, excluded: [reserve.objectId] }),
    );
    expect(await counts(reserve)).toMatchObject({ told: 1, open: 0, isEmpty: true });
    expect((await counts()).told).toBeUndefined();
  });

  it('says with whom a case is by name, and narrows to anybody', async () => {
    const colleague = toPersonId('a colleague');
    await store.people.add({
      objectId: colleague,
      name: 'Colleague',
      roles: ['handler'],
      seenOn: today,
      envelopes: [],
    });
    const [theirs, nobodys] = [createCase({ assignee: colleague }), createCase()];
    await saveCases(store, theirs, nobodys);
    const ran = await lists.list(caller, { filter: { with: colleague }, order: 'newest' });
    expect(ran).toMatchObject({ ok: true, value: { rows: [{ figures: { caseId: theirs.caseId } }] } });
    if (ran.ok) expect(ran.value.people).toContainEqual({ objectId: colleague, name: 'Colleague' });
  });
});

describe('the list of the urgent that wait', () => {
  async function inLine(order: CaseListOrderName): Promise<readonly (readonly string[])[]> {
    const pages: string[][] = [];
    for (let next: string | undefined, first = true; first || next !== undefined; first = false) {
      const ran = await lists.list(caller, {
        filter: { attention: 'atRisk' },
        order,
        ...(next !== undefined && { after: next }),
      });
      if (!ran.ok) throw new Error(ran.refusal.code);
      pages.push(ran.value.rows.map(({ figures }) => figures.caseId));
      next = ran.value.next;
    }
    return pages;
  }

  it.each(caseListOrders)(
    'begins with those that are first in line, loses none, and names none twice (%s)',
    async (order) => {
      const urgent = (daysAgo: number) => createCase({ urgency: 'urgent', receivedOn: addDays(today, -daysAgo) });
      const flood = Array.from({ length: 230 }, () => urgent(0));
      const genuine = Array.from({ length: 60 }, (_, place) => urgent(place % 7));
      await saveCases(store, ...flood, ...genuine, createCase({ urgency: 'standard' }));
      later = new Set(flood.map(({ caseId }) => caseId));
      const pages = await inLine(order);
      const all = pages.flat();
      expect([...all].sort()).toEqual([...flood, ...genuine].map(({ caseId }) => caseId).sort());
      expect(all.slice(0, 60).sort()).toEqual(genuine.map(({ caseId }) => caseId).sort());
      expect(pages[0]).toHaveLength(50);
      // Without anybody's many it is the list as ever.
      later = new Set();
      expect((await inLine(order)).map(({ length }) => length)).toEqual([50, 50, 50, 50, 50, 40]);
    },
  );

  it('takes no continuation that is none of its own', async () => {
    for (const after of ['odd', 'later.odd', 'later.later.', `later.${'A'.repeat(150)}`])
      expect(await lists.list(caller, { filter: { attention: 'atRisk' }, order: 'newest', after })).toEqual({
        ok: false,
        refusal: { code: 'odd' },
      });
  });
});
