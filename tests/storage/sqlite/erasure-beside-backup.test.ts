import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import type { ChangeRequest } from '../../../core/casework/case-action.ts';
import { releaseSeals } from '../../../core/casework/release-seals.ts';
import { requestErasure, eraseCase } from '../../../core/casework/erasure.ts';
import { decideReferral } from '../../../core/casework/case-management.ts';
import { closeCase, triageCase } from '../../../core/casework/case-lifecycle.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { createSqliteCaseStore } from '../../../storage/sqlite/cases.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createSqliteDraftStore } from '../../../storage/sqlite/drafts.ts';
import { openSqliteFile, type SqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import {
  createAskedChange,
  createCasework,
  one,
  saveCase,
  readStoredCase,
  two,
  words,
} from '../../support/core/casework.ts';
import { type Core, openCore } from '../../support/core/open-core.ts';
import { createDraft } from '../../support/contracts/records.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { type HaltedBackup, startHaltedBackup } from '../../support/storage/halted-backup.ts';

const patienceMs = 20;
/** Longer than one part of a copy. */
const filling = 'c2Vh'.repeat(1_000_000);

let core: Core;
let backup: HaltedBackup;
let copy: string;
let servers: readonly SqliteFile[];

/** Whether any of some marks stands in the store's file or in what SQLite keeps beside it. */
const stands = (marks: readonly string[]): boolean =>
  readdirSync(core.folder)
    .filter((name) => name.startsWith('candour.db'))
    .some((name) => {
      const file = readFileSync(join(core.folder, name));
      return marks.some((mark) => file.includes(mark));
    });

beforeEach(async () => {
  core = openCore();
  copy = join(core.folder, 'copy.db');
  await core.store.drafts.save(createDraft(60, { sealed: filling }));
});
afterEach(async () => {
  await backup.end();
  for (const server of servers) server.close();
  await core.close();
});

/** Has a backup stand in the midst of its copy, with two servers on the file that it copies. */
async function whileCopying(): Promise<readonly [SqliteFile, SqliteFile]> {
  const path = join(core.folder, 'candour.db');
  backup = await startHaltedBackup(path, copy);
  const both = [openSqliteFile(path, patienceMs), openSqliteFile(path, patienceMs)] as const;
  servers = both;
  return both;
}

/** A case that only waits for the second person, who has opened the reason; words of it as they stand on the disk. */
async function toBeErased() {
  const caseId = await saveCase(core);
  const step = () => createAskedChange(core, caseId);
  await acknowledgeCase(core.deps, caseId, one);
  const grading = { source: '2', assessment: 'C', handling: 'P' } as const;
  const triage = { category: 'other', grading, flags: [], regime: 'general', words: words() } as const;
  await triageCase(createCasework(core), one, { ...(await step()), ...triage });
  await decideReferral(createCasework(core), one, { ...(await step()), decision: 'referred', words: words() });
  const closing = { outcome: 'adviceOrLearning', answer: 'acted', words: words('CANARYWORDS') } as const;
  await releaseSeals(core.deps, caseId, one);
  await closeCase(createCasework(core), one, { ...(await step()), ...closing });
  await requestErasure(createCasework(core), one, { ...(await step()), reason: 'notNeeded', words: words() });
  await releaseSeals(core.deps, caseId, two);
  const { record } = await readStoredCase(core, caseId);
  // Pieces, since one of them may lie across two pages.
  const report = Array.from({ length: 8 }, (_, at) => record.sealedReport.slice(300 + at * 100, 350 + at * 100));
  return { caseId, request: await step(), marks: ['CANARYWORDS', ...report] };
}
const eraseBy = (file: SqliteFile, request: ChangeRequest) =>
  eraseCase(createCasework(core, { cases: createSqliteCaseStore(file) }), two, request);

const notKnown = expect.objectContaining({ code: 'unknown' });
async function isErased(caseId: CaseId): Promise<boolean> {
  return (await readStoredCase(core, caseId)).record.erasedOn !== undefined;
}

describe('while a backup copies the store', () => {
  it('nobody is told that a case is erased whose words still stand in the log; whoever repeats it later is, once they are gone', async () => {
    const { caseId, request, marks } = await toBeErased();
    const [mine, another] = await whileCopying();
    await expect(eraseBy(mine, request)).rejects.toEqual(notKnown);
    // It is erased, and its words are not gone: the same request by any server, or a new one, says no more than that.
    expect(await isErased(caseId)).toBe(true);
    await expect(eraseBy(mine, request)).rejects.toEqual(notKnown);
    await expect(eraseBy(another, request)).rejects.toEqual(notKnown);
    await expect(eraseBy(another, await createAskedChange(core, caseId))).rejects.toEqual(notKnown);
    expect(stands(marks)).toBe(true);

    await backup.goOn();
    expect(await eraseBy(another, request)).toMatchObject({ kind: 'changed', isNew: false });
    expect(stands(marks)).toBe(false);
    // The copy is of the moment at which it began.
    const kept = openSqliteStore(copy);
    expect((await kept.cases.read(caseId))?.value.erasedOn).toBeUndefined();
    await kept.close();
  });

  it('what was erased goes from the log when the copy is made, also where nobody repeats it', async () => {
    const { request, marks } = await toBeErased();
    const [mine] = await whileCopying();
    await expect(eraseBy(mine, request)).rejects.toEqual(notKnown);
    await backup.goOn();
    await waitFor('the log is emptied', () => (stands(marks) ? undefined : true));
  });

  it('so it is where the backup is killed', async () => {
    const { request, marks } = await toBeErased();
    const [mine] = await whileCopying();
    await expect(eraseBy(mine, request)).rejects.toEqual(notKnown);
    await backup.end();
    expect(await eraseBy(mine, request)).toMatchObject({ kind: 'changed', isNew: false });
    expect(stands(marks)).toBe(false);
  });

  it('a draft that is kept again, or removed, is not known to be gone until it is, whichever server is asked', async () => {
    const draft = createDraft(60, { sealed: 'CANARYDRAFT'.repeat(50) });
    await core.store.drafts.save(draft);
    const [mine, another] = await whileCopying();
    const later = { ...draft, sealed: 'CANARYLATER'.repeat(50) };
    await expect(createSqliteDraftStore(mine).save(later)).rejects.toEqual(notKnown);
    await expect(createSqliteDraftStore(mine).remove(draft.id)).rejects.toEqual(notKnown);
    await expect(createSqliteDraftStore(another).remove(draft.id)).rejects.toEqual(notKnown);
    await backup.goOn();
    await createSqliteDraftStore(another).remove(draft.id);
    expect(stands(['CANARYDRAFT', 'CANARYLATER'])).toBe(false);
  });
});
