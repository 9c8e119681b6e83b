import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendEvent } from '../../../core/model/event-record.ts';
import type { Store } from '../../../core/ports/store.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { openSqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import { createSqliteCaseStore } from '../../../storage/sqlite/cases.ts';
import { createSqliteDayKeys, createSqliteDraftStore } from '../../../storage/sqlite/drafts.ts';
import {
  createCase,
  createDraft,
  createAlert,
  firstEvent,
  minutesFromNow,
  now,
  today,
} from '../../support/contracts/records.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
let path: string;
let store: Store;

/** Whether text stands anywhere in the file, its log or whatever lies beside them. */
const stands = (text: string): boolean =>
  readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(text));
/** Long enough to spill over pages, with the mark on each of them. */
const marked = (mark: string): string => `${mark}-0123456789abcdef-`.repeat(2_000);

beforeEach(() => {
  folder = createTemporaryFolder();
  path = join(folder, 'candour.db');
  store = openSqliteStore(path);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function saveSomeCases(): Promise<void> {
  for (let count = 0; count < 20; count += 1) {
    const record = createCase();
    await store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
  }
}

/** A case with words in its record and its history, and what erases it. */
async function caseToErase() {
  const record = createCase({ sealedReport: marked('CANARYREPORT'), sealedIdentity: marked('CANARYIDENTITY') });
  await store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
  const found = await store.cases.read(record.caseId);
  if (!found) throw new Error('nothing stands');
  const by = { objectId: toPersonId('a-handler') };
  const at = now.toISOString();
  const noted = appendEvent(found.value, {
    kind: 'noted',
    by,
    at,
    note: { for: 'handlers', sealed: marked('CANARYNOTE') },
  });
  const written = appendEvent(noted.record, {
    kind: 'messageFromReporter',
    by: 'reporter',
    at: today,
    message: { id: 'm', number: 1, sealed: marked('CANARYMESSAGE') },
  });
  await store.cases.change({ case: { ...found, value: written.record }, events: [noted.event, written.event] });
  const standing = await store.cases.read(record.caseId);
  if (!standing) throw new Error('nothing stands');
  const { sealedIdentity: _identity, ...rest } = standing.value;
  const tombstone = appendEvent({ ...rest, sealedReport: '', erasedOn: today }, { kind: 'erased', by, at });
  return { case: { ...standing, value: tombstone.record }, events: [tombstone.event] };
}
const canaries = ['CANARYREPORT', 'CANARYIDENTITY', 'CANARYNOTE', 'CANARYMESSAGE'];

describe('what is removed from a SQLite store', () => {
  it('leaves nothing of an erased case but its tombstone', async () => {
    const change = await caseToErase();
    await saveSomeCases();
    expect(canaries.map(stands)).toEqual([true, true, true, true]);
    expect(await store.cases.erase(change)).toBe('changed');
    expect(canaries.map(stands)).toEqual([false, false, false, false]);
    expect(stands(change.case.value.caseId)).toBe(true);
  });

  it('has nothing of an erased case in the log after a repeat, where a reader held on to it', async () => {
    const change = await caseToErase();
    const patient = openSqliteFile(path, 20);
    const reader = openSqliteFile(path, 20);
    const cases = createSqliteCaseStore(patient);
    reader.row('BEGIN');
    reader.rows('SELECT case_id FROM cases');
    await expect(cases.erase(change)).rejects.toMatchObject({ code: 'unknown' });
    reader.row('COMMIT');
    // It stands; a repeat finds it so, and asks whether it is gone.
    expect(await cases.erase(change)).toBe('conflict');
    await cases.assertErased();
    expect(canaries.map(stands)).toEqual([false, false, false, false]);
    patient.close();
    reader.close();
  });

  it('leaves nothing of a destroyed day key in the file or its log', async () => {
    await store.dayKeys.add({ id: '2026-11-24', wrapped: 'CANARYKEY' });
    await store.dayKeys.add({ id: '2026-11-25', wrapped: 'LIVINGKEY' });
    await saveSomeCases();
    expect(stands('CANARYKEY')).toBe(true);
    await store.dayKeys.removeBefore('2026-11-25');
    expect(stands('CANARYKEY')).toBe(false);
    expect(stands('LIVINGKEY')).toBe(true);
  });

  it('leaves nothing of a removed draft', async () => {
    const draft = createDraft(60, { sealed: marked('CANARYDRAFT') });
    await store.drafts.save(draft);
    await saveSomeCases();
    expect(stands('CANARYDRAFT')).toBe(true);
    await store.drafts.remove(draft.id);
    expect(stands('CANARYDRAFT')).toBe(false);
    expect(stands(draft.id)).toBe(false);
  });

  it('leaves nothing of a draft that was replaced', async () => {
    const draft = createDraft(60, { sealed: marked('CANARYDRAFT') });
    await store.drafts.save(draft);
    await store.drafts.save({ ...draft, sealed: marked('LATERDRAFT') });
    expect(stands('CANARYDRAFT')).toBe(false);
    expect(stands('LATERDRAFT')).toBe(true);
  });

  it('leaves nothing of drafts that expired', async () => {
    for (let count = 0; count < 5; count += 1)
      await store.drafts.save(createDraft(count, { sealed: marked('CANARYDRAFT') }));
    await store.drafts.removeExpired(minutesFromNow(10));
    expect(stands('CANARYDRAFT')).toBe(false);
  });

  it('says that it is not known to be gone while a reader holds on to the log, and is gone after a repeat', async () => {
    const patient = openSqliteFile(path, 20);
    const reader = openSqliteFile(path, 20);
    const dayKeys = createSqliteDayKeys(patient);
    await dayKeys.add({ id: '2026-11-24', wrapped: 'CANARYKEY' });
    reader.row('BEGIN');
    reader.rows('SELECT * FROM day_keys');
    await expect(dayKeys.removeBefore('2026-11-25')).rejects.toMatchObject({ code: 'unknown' });
    reader.row('COMMIT');
    await dayKeys.removeBefore('2026-11-25');
    expect(stands('CANARYKEY')).toBe(false);
    patient.close();
    reader.close();
  });

  it('is gone after a repeat also where it was a draft and the repeat finds nothing to remove', async () => {
    const patient = openSqliteFile(path, 20);
    const reader = openSqliteFile(path, 20);
    const drafts = createSqliteDraftStore(patient);
    const draft = createDraft(60, { sealed: marked('CANARYDRAFT') });
    await drafts.save(draft);
    reader.row('BEGIN');
    reader.rows('SELECT * FROM drafts');
    await expect(drafts.remove(draft.id)).rejects.toMatchObject({ code: 'unknown' });
    reader.row('COMMIT');
    await drafts.remove(draft.id);
    expect(stands('CANARYDRAFT')).toBe(false);
    patient.close();
    reader.close();
  });

  it('is gone after each of several repeats at once that find nothing to remove', async () => {
    const patient = openSqliteFile(path, 20);
    const reader = openSqliteFile(path, 20);
    const drafts = createSqliteDraftStore(patient);
    const draft = createDraft(60, { sealed: marked('CANARYDRAFT') });
    await drafts.save(draft);
    reader.row('BEGIN');
    reader.rows('SELECT * FROM drafts');
    await expect(drafts.remove(draft.id)).rejects.toMatchObject({ code: 'unknown' });
    reader.row('COMMIT');
    const goneAfter = async () => {
      await drafts.remove(draft.id);
      return !stands('CANARYDRAFT');
    };
    expect(await Promise.all([goneAfter(), goneAfter(), goneAfter()])).toEqual([true, true, true]);
    patient.close();
    reader.close();
  });

  it('lets no one wait who repeats a removal while the file closes', async () => {
    const file = openSqliteFile(path, 20);
    const drafts = createSqliteDraftStore(file);
    const { id } = createDraft(60);
    await drafts.remove(id);
    const begun = { writes: 0 };
    const repeat = drafts.remove(id);
    // The repeat's own write is before this one.
    await file.transaction(() => (begun.writes += 1));
    file.close();
    await expect(repeat).resolves.toBeUndefined();
  });
});
