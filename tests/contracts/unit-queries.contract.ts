import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../core/model/calendar.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { appendEvent } from '../../core/model/event-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import type { Store } from '../../core/ports/store.ts';
import { saveCases } from '../support/contracts/listed-cases.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { createAlert, createCase, firstEvent, now, today } from '../support/contracts/records.ts';

const supervisor = toPersonId('a-supervisor');
const scope = { handledBy: 'acu', viewer: supervisor } as const;
const [one, other] = [toPersonId('one-handler'), toPersonId('other-handler')];

/** Saves a case whose report these people opened on these days, one after the other. */
async function saveOpened(
  store: Store,
  differences: Partial<CaseRecord>,
  ...openings: readonly { readonly by: typeof one; readonly daysAgo: number }[]
): Promise<void> {
  const record = createCase(differences);
  const { events, record: opened } = openings.reduce(
    (before, { by, daysAgo }) => {
      const at = new Date(now.getTime() - daysAgo * 86_400_000).toISOString();
      const next = appendEvent(before.record, { kind: 'consulted', by: { objectId: by }, at });
      return { record: next.record, events: [...before.events, next.event] };
    },
    { record, events: [firstEvent(record.caseId)] },
  );
  await store.cases.create(opened, createAlert(record.caseId, { handledBy: record.handledBy }), events);
}

const byPerson = (counts: readonly { readonly objectId: string; readonly cases: number }[]) =>
  Object.fromEntries(counts.map(({ objectId, cases }) => [objectId, cases]));

/** What every UnitQueries promises. */
export function unitQueriesContract(name: string, open: OpenStore): void {
  describe(`UnitQueries of ${name}`, () => {
    it(
      'counts the cases that each person opened since a day, each case once',
      withOpenStore(open, async (store) => {
        const since = addDays(today, -28);
        expect(await store.unit.countOpenings(scope, since)).toEqual([]);
        await saveOpened(store, {}, { by: one, daysAgo: 3 }, { by: one, daysAgo: 1 }, { by: other, daysAgo: 0 });
        await saveOpened(store, { status: 'closed', closedOn: today }, { by: one, daysAgo: 28 });
        await saveOpened(store, {}, { by: one, daysAgo: 29 }, { by: other, daysAgo: 60 });
        await saveOpened(store, {});
        expect(byPerson(await store.unit.countOpenings(scope, since))).toEqual({ [one]: 2, [other]: 1 });
      }),
    );

    it(
      'counts no case of the reserve, and none from which the viewer is excluded',
      withOpenStore(open, async (store) => {
        await saveOpened(store, { handledBy: 'reserve' }, { by: one, daysAgo: 1 });
        await saveOpened(store, { excluded: [supervisor] }, { by: one, daysAgo: 1 });
        await saveOpened(store, { excluded: [other] }, { by: other, daysAgo: 1 });
        expect(byPerson(await store.unit.countOpenings(scope, addDays(today, -28)))).toEqual({ [other]: 1 });
      }),
    );

    it(
      'lists all cases of a kind that closed on some days, whoever is excluded, and none that is open again',
      withOpenStore(open, async (store) => {
        const [from, to] = [addDays(today, -9), addDays(today, -2)];
        const closed = (closedOn: typeof today, more: Partial<CaseRecord> = {}) =>
          createCase({ status: 'closed', closedOn, receivedOn: addDays(today, -40), ...more });
        const within = [closed(from), closed(to), closed(addDays(today, -5), { excluded: [supervisor] })];
        const others = [
          closed(addDays(from, -1)),
          closed(addDays(to, 1)),
          closed(from, { handledBy: 'reserve' }),
          createCase({ status: 'reopened' }),
        ];
        await saveCases(store, ...within, ...others);
        const caseIds = within.map(({ caseId }) => caseId).toSorted();
        expect(await store.unit.listClosedCases('acu', from, to)).toEqual(caseIds);
      }),
    );

    it(
      'counts openings of more cases than one question asks about',
      withOpenStore(open, async (store) => {
        await Promise.all(Array.from({ length: 230 }, () => saveOpened(store, {}, { by: one, daysAgo: 1 })));
        expect(byPerson(await store.unit.countOpenings(scope, addDays(today, -28)))).toEqual({ [one]: 230 });
      }),
    );
  });
}
