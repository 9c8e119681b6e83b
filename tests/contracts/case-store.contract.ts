import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { CaseId } from '../../core/model/case-id.ts';
import type { Store } from '../../core/ports/store.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import {
  createCase,
  createAlert,
  arbitraryAlert,
  arbitraryCase,
  createNextEvent,
  firstEvent,
  newCaseId,
} from '../support/contracts/records.ts';

async function saved(store: Store) {
  const record = createCase();
  const first = firstEvent(record.caseId);
  await store.cases.create(record, createAlert(record.caseId), [first]);
  return { record, first, ...(await readCase(store, record.caseId)) };
}

async function readCase(store: Store, caseId: CaseId) {
  const found = await store.cases.read(caseId);
  const alert = await store.outbox.read(caseId);
  if (!found || !alert) throw new Error('nothing stands');
  return { found, alert };
}

/** What every CaseStore promises. */
export function caseStoreContract(name: string, open: OpenStore): void {
  describe(`CaseStore of ${name}`, () => {
    it(
      'saves a case with its alert and events and says that it is new',
      withOpenStore(open, async (store) => {
        const record = createCase({
          route: 'hub',
          partnerType: 'sexualViolence',
          kind: 'boundaries',
          flags: ['apsp'],
          sealedIdentity: 'aWQ=',
        });
        const alert = createAlert(record.caseId);
        const first = firstEvent(record.caseId);
        expect(await store.cases.create(record, alert, [first])).toBe('created');
        expect((await store.cases.read(record.caseId))?.value).toEqual(record);
        expect((await store.outbox.read(record.caseId))?.value).toEqual(alert);
        expect(await store.history.readAll(record.caseId)).toEqual([first]);
      }),
    );

    it(
      'tells a repeat and leaves the first as it is',
      withOpenStore(open, async (store) => {
        const { record, found, alert, first } = await saved(store);
        const later = createCase({ caseId: record.caseId, contentTag: 'another', status: 'closed' });
        const second = createNextEvent(first);
        expect(await store.cases.create(later, createAlert(record.caseId, { attempts: 3 }), [second])).toBe('exists');
        expect(await store.cases.read(record.caseId)).toEqual(found);
        expect(await store.outbox.read(record.caseId)).toEqual(alert);
        expect(await store.history.readAll(record.caseId)).toEqual([first]);
      }),
    );

    it(
      'tells exactly one of twenty who save the same case at once that it is new',
      withOpenStore(open, async (store) => {
        const record = createCase();
        const answers = await Promise.all(
          Array.from({ length: 20 }, () =>
            store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]),
          ),
        );
        expect(answers.filter((answer) => answer === 'created')).toHaveLength(1);
        expect(answers.filter((answer) => answer === 'exists')).toHaveLength(19);
        expect(await store.history.readAll(record.caseId)).toHaveLength(1);
      }),
    );

    it(
      'finds nothing under an unknown reference',
      withOpenStore(open, async (store) => {
        expect(await store.cases.read(newCaseId())).toBeUndefined();
      }),
    );

    it(
      'refuses to write the alert or the event of another case, and writes nothing',
      withOpenStore(open, async (store) => {
        const record = createCase();
        const other = newCaseId();
        await expect(store.cases.create(record, createAlert(other), [])).rejects.toMatchObject({ code: 'broken' });
        await expect(store.cases.create(record, createAlert(record.caseId), [firstEvent(other)])).rejects.toMatchObject(
          {
            code: 'broken',
          },
        );
        expect(await store.cases.read(record.caseId)).toBeUndefined();
        expect(await store.outbox.read(record.caseId)).toBeUndefined();
      }),
    );

    it(
      'changes a case with its alert and adds events in one step',
      withOpenStore(open, async (store) => {
        const { record, found, alert, first } = await saved(store);
        const second = createNextEvent(first);
        const changed = { ...record, status: 'acknowledged' as const };
        const closed = { ...alert.value, state: 'acknowledged' as const };
        expect(
          await store.cases.change({
            case: { ...found, value: changed },
            alert: { ...alert, value: closed },
            events: [second],
          }),
        ).toBe('changed');
        const after = await readCase(store, record.caseId);
        expect(after.found.value).toEqual(changed);
        expect(after.alert.value).toEqual(closed);
        expect(after.found.version).not.toBe(found.version);
        expect(after.alert.version).not.toBe(alert.version);
        expect(await store.history.readAll(record.caseId)).toEqual([first, second]);
      }),
    );

    it(
      'leaves the alert alone where a change gives none',
      withOpenStore(open, async (store) => {
        const { record, found, alert, first } = await saved(store);
        const changed = { ...record, status: 'triaged' as const };
        expect(await store.cases.change({ case: { ...found, value: changed }, events: [createNextEvent(first)] })).toBe(
          'changed',
        );
        expect(await store.outbox.read(record.caseId)).toEqual(alert);
      }),
    );

    it(
      'drops what a change leaves out',
      withOpenStore(open, async (store) => {
        const record = createCase({ kind: 'crime', closedOn: createCase().receivedOn });
        await store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
        const { found } = await readCase(store, record.caseId);
        const { closedOn: _closedOn, ...reopened } = record;
        expect(await store.cases.change({ case: { ...found, value: reopened }, events: [] })).toBe('changed');
        expect((await store.cases.read(record.caseId))?.value).toEqual(reopened);
      }),
    );

    it(
      'keeps big seals whole',
      withOpenStore(open, async (store) => {
        const big = randomBytes(48 * 1024).toString('base64');
        const record = createCase({ sealedReport: big, sealedIdentity: big });
        const first = firstEvent(record.caseId);
        const message = createNextEvent(first, {
          kind: 'messageFromReporter',
          message: { id: 'm', number: 1, sealed: big },
        });
        expect(await store.cases.create(record, createAlert(record.caseId), [first, message])).toBe('created');
        expect((await store.cases.read(record.caseId))?.value).toEqual(record);
        expect(await store.history.readAll(record.caseId)).toEqual([first, message]);
      }),
    );

    it(
      'gives back any case and any alert as they were written',
      withOpenStore(open, async (store) => {
        const pair = arbitraryCase.chain((record) => arbitraryAlert(record.caseId).map((alert) => ({ record, alert })));
        await fc.assert(
          fc.asyncProperty(pair, async ({ record: shape, alert: shapeOfAlert }) => {
            // A reference of its own for each run, since a shrunk value may come again.
            const caseId = newCaseId();
            const record = { ...shape, caseId };
            const alert = { ...shapeOfAlert, caseId };
            expect(await store.cases.create(record, alert, [firstEvent(caseId)])).toBe('created');
            expect((await store.cases.read(caseId))?.value).toEqual(record);
            expect((await store.outbox.read(caseId))?.value).toEqual(alert);
          }),
          { numRuns: 30 },
        );
      }),
    );
  });
}
