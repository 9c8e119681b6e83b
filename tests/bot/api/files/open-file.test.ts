import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../../../core/model/case-record.ts';
import { mailboxHolderId } from '../../../../core/model/sealed-file.ts';
import { isHistoryIntact } from '../../../../core/model/event-record.ts';
import { submitReport } from '../../../../core/reporting/submit-report.ts';
import { partLength, partBytes } from '../../../../core/model/file-limits.ts';
import { keyFingerprint } from '../../../../core/model/public-keys.ts';
import type { OperationRequest } from '../../../../contract/operations.ts';
import { eraseCase } from '../../../support/core/erase-case.ts';
import { createSubmission, newReturnCode } from '../../../support/core/open-core.ts';
import { createFilePage } from '../../../support/files/file-page-driver.ts';
import type { TestSealedFile } from '../../../support/files/sealed-file.ts';
import { createSealText } from '../../../support/seals/create-seal.ts';
import { newRequestId } from '../../../support/journeys/tab-client.ts';
import { setUpUnitWithFiles } from '../../../support/files/unit-with-files.ts';

const person = { objectId: randomUUID(), name: 'Somebody at a page' };
const refused = { status: 403, text: '{"code":"refused"}' };
const missing = { status: 409, text: '{"code":"notAllowed","why":"fileMissing"}' };

describe.each(['sqlite', 'cosmos'] as const)('a file of a case, with %s', (kind) => {
  const { bot, one, two, reserve } = setUpUnitWithFiles(kind);

  interface Reported {
    readonly record: CaseRecord;
    readonly file: TestSealedFile;
    /** Another file of the same case. */
    readonly beside: TestSealedFile;
    readonly code: ReturnType<typeof newReturnCode>;
  }

  /** A case with a file of four parts, as a reporter's page hands it in. */
  async function reported(conflict: 'no' | 'yes' = 'no'): Promise<Reported> {
    bot.clock.forward(60_000);
    const page = createFilePage(bot, person);
    const code = newReturnCode();
    const file = await page.make(code, randomBytes(3 * partBytes + 1_000));
    const { answers } = createSubmission();
    const beside = await page.make(code, randomBytes(partBytes + 1_000));
    await submitReport(
      { ...page, ...page.holding(file, beside) },
      createSubmission({ code, person, answers: { ...answers, conflict } }),
    );
    const { caseId } = await page.claim(code);
    const found = await bot.store().cases.read(caseId);
    if (!found) throw new Error('nothing was saved');
    return { record: found.value, file, beside, code };
  }

  const openedBy = async (caseId: CaseRecord['caseId']) => {
    const entries = await bot.store().history.readAll(caseId);
    return entries.flatMap(({ kind: of, by, detail }) =>
      of === 'fileOpened' && typeof by === 'object' ? [[by.objectId, detail]] : [],
    );
  };

  it('is handed out in its parts after its opening stands in the history, once for all of them', async () => {
    const { record, file } = await reported();
    const { caseId } = record;
    const { id } = file.kept;
    const first = await one.call('case.openFile', { caseId, id });
    expect(first.bytes).toBe(file.sealed.length);
    const parts = [first.data];
    for (let part = 1; part < file.parts; part += 1)
      parts.push((await one.call('case.openFilePart', { caseId, id, opening: first.opening, part })).data);
    expect(
      Buffer.concat(parts.map((data) => Buffer.from(String(data), 'base64'))).equals(Buffer.from(file.sealed)),
    ).toBe(true);
    expect(await openedBy(caseId)).toEqual([[one.objectId, { file: id }]]);
    const standing = await bot.store().cases.read(caseId);
    if (!standing) throw new Error('it is gone');
    expect(isHistoryIntact(caseId, standing.value.chain, await bot.store().history.readAll(caseId))).toBe(true);
    // What is not changed by it is not moved on for whoever is at work on the case.
    expect(standing.value.revision).toBe(record.revision);
    const shown = await two.call('case.view', { caseId });
    expect(shown.events.find(({ kind: of }) => of === 'fileOpened')?.detail).toEqual({ file: id });
  });

  it('covers no part for somebody else, of another file, under another entry or an hour later', async () => {
    const { record, file, beside } = await reported();
    const other = await reported();
    const { caseId } = record;
    const { id } = file.kept;
    const { opening } = await one.call('case.openFile', { caseId, id });
    const asked = { caseId, id, opening, part: 1 };
    expect(await one.send('case.openFilePart', asked)).toMatchObject({ status: 200 });
    expect(await two.send('case.openFilePart', asked)).toMatchObject(refused);
    expect(await one.send('case.openFilePart', { ...asked, id: beside.kept.id })).toMatchObject(refused);
    expect(await one.send('case.openFilePart', { ...asked, id: other.file.kept.id })).toMatchObject(refused);
    expect(await one.send('case.openFilePart', { ...asked, caseId: other.record.caseId })).toMatchObject(refused);
    expect(await one.send('case.openFilePart', { ...asked, opening: 9_999 })).toMatchObject(refused);
    await one.call('case.consult', { caseId });
    const [consulted] = await bot.store().history.entries(caseId, { kinds: ['consulted'], last: 1 });
    expect(await one.send('case.openFilePart', { ...asked, opening: consulted?.sequence })).toMatchObject(refused);
    expect(await one.send('case.openFilePart', { ...asked, part: file.parts })).toMatchObject(missing);
    for (const odd of [
      { ...asked, part: 0 },
      { ...asked, part: 1.5 },
      { ...asked, id: '../../x' },
      { ...asked, more: 1 },
    ])
      expect((await one.send('case.openFilePart', odd)).status).toBe(400);
    bot.clock.forward(3_600_001);
    expect(await one.send('case.openFilePart', asked)).toMatchObject(refused);
  });

  it('is as if it were not there for whoever may not open the case, and where the case does not name it', async () => {
    const unit = await reported();
    const reserves = await reported('yes');
    const at = ({ record, file }: Reported) => ({ caseId: record.caseId, id: file.kept.id });
    expect(await reserve.send('case.openFile', at(unit))).toMatchObject(refused);
    expect(await one.send('case.openFile', at(reserves))).toMatchObject(refused);
    expect(await one.send('case.openFile', { ...at(unit), id: reserves.file.kept.id })).toMatchObject(refused);
    expect(await bot.tab({ objectId: randomUUID() }).send('case.openFile', at(unit))).toMatchObject(refused);
    expect(await reserve.send('case.openFile', at(reserves))).toMatchObject({ status: 200 });
    await two.call('case.declareConflict', { caseId: unit.record.caseId, request: newRequestId() });
    expect(await two.send('case.openFile', at(unit))).toMatchObject(refused);
    await eraseCase(bot.store(), unit.code);
    expect(await one.send('case.openFile', at(unit))).toMatchObject(refused);
    expect(await openedBy(unit.record.caseId)).toEqual([]);
  });

  it('that does not stand where it should is refused in words of its own, and leaves nothing', async () => {
    const { record, file } = await reported();
    const { caseId } = record;
    const { id } = file.kept;
    const { opening } = await one.call('case.openFile', { caseId, id });
    await bot.files().remove({ caseId, holder: mailboxHolderId(record.mailboxRecipient), id });
    expect(await one.send('case.openFilePart', { caseId, id, opening, part: 1 })).toMatchObject(missing);
    expect(await one.send('case.openFile', { caseId, id })).toMatchObject(missing);
    expect(await openedBy(caseId)).toHaveLength(1);
  });

  it('that was marked as perhaps unlawful opens only for someone who confirms it, and stays where it is', async () => {
    const { record, file, beside } = await reported();
    const { caseId } = record;
    const { id } = file.kept;
    const before = await two.call('case.openFile', { caseId, id });
    const asked = { caseId, id, request: newRequestId() };
    const marked = await one.call('case.markFile', asked);
    expect(marked).toMatchObject({ isNew: true });
    expect(await one.call('case.markFile', asked)).toMatchObject({ isNew: false });
    const closed = { status: 409, text: '{"code":"notAllowed","why":"fileMarked"}' };
    expect(await one.send('case.openFile', { caseId, id })).toMatchObject(closed);
    expect(await two.send('case.openFile', { caseId, id })).toMatchObject(closed);
    // The rest of what a colleague had begun to open is kept from them too.
    const rest = { caseId, id, opening: before.opening, part: 1 };
    expect(await two.send('case.openFilePart', rest)).toMatchObject(closed);
    expect(await openedBy(caseId)).toEqual([[two.objectId, { file: id }]]);
    expect(await two.send('case.openFile', { caseId, id: beside.kept.id })).toMatchObject({ status: 200 });

    const opened = await two.call('case.openFile', { caseId, id, despiteMark: true });
    expect(await two.send('case.openFilePart', { ...rest, opening: opened.opening })).toMatchObject({ status: 200 });
    expect((await openedBy(caseId)).at(-1)).toEqual([two.objectId, { file: id, marked: true }]);
    // Each person who saw it can say so.
    expect(await two.call('case.markFile', { ...asked, request: newRequestId() })).toMatchObject({ isNew: true });
    const entries = await bot.store().history.entries(caseId, { kinds: ['fileMarked'] });
    expect(entries.map(({ by, detail }) => [by, detail])).toEqual([
      [{ objectId: one.objectId }, { file: id }],
      [{ objectId: two.objectId }, { file: id }],
    ]);
    const standing = await bot.store().cases.read(caseId);
    expect(standing?.value.files).toEqual([{ ...file.kept, mayBeUnlawful: true }, beside.kept]);
    const holder = mailboxHolderId(record.mailboxRecipient);
    expect(await bot.files().readPart({ caseId, holder, id }, 0)).toEqual(new Uint8Array(file.part(0)));
    expect((await one.call('case.view', { caseId })).record.files).toEqual(standing?.value.files);
  });

  it('is marked by nobody who does not handle the case, and only if the case has it', async () => {
    const { record, file } = await reported();
    const other = await reported();
    const { caseId } = record;
    const asked = { caseId, id: file.kept.id, request: newRequestId() };
    expect(await reserve.send('case.markFile', asked)).toMatchObject(refused);
    expect(await bot.tab({ objectId: randomUUID() }).send('case.markFile', asked)).toMatchObject(refused);
    expect(await one.send('case.markFile', { ...asked, id: other.file.kept.id })).toMatchObject(missing);
    await two.call('case.declareConflict', { caseId, request: newRequestId() });
    expect(await two.send('case.markFile', asked)).toMatchObject(refused);
    for (const odd of [
      { ...asked, id: '../x' },
      { ...asked, words: 'x' },
      { ...asked, request: 'x' },
    ])
      expect((await one.send('case.markFile', odd)).status).toBe(400);
    const untouched = await bot.store().cases.read(caseId);
    expect(untouched?.value.files?.some((one) => 'mayBeUnlawful' in one)).toBe(false);
    expect(await one.send('case.openFile', { caseId, id: file.kept.id, despiteMark: 'yes' })).toMatchObject({
      status: 400,
    });
  });

  it('of the largest class comes as fast as the page asks for it', async () => {
    const { record, file } = await reported();
    const { caseId } = record;
    const { id } = file.kept;
    const { opening } = await one.call('case.openFile', { caseId, id });
    for (let part = 1; part <= 96; part += 1) {
      const answer = await one.send('case.openFilePart', { caseId, id, opening, part: ((part - 1) % 3) + 1 });
      expect(answer.status).toBe(200);
    }
    expect(await one.send('case.view', { caseId })).toMatchObject({ status: 200 });
    expect(partLength(file.sealed.length, 3)).toBeGreaterThan(0);
  });

  const leaving = (record: CaseRecord, file: TestSealedFile): OperationRequest<'case.exportFile'> => ({
    caseId: record.caseId,
    revision: record.revision,
    request: newRequestId(),
    id: file.kept.id,
    place: 'scanner',
    leftAs: 'd'.repeat(43),
    openableBy: [keyFingerprint('age1pq1made-up')],
    words: { for: 'handlers', sealed: createSealText() },
  });

  it('leaves by whoever the case is with alone, once, and the reserve is told', async () => {
    const { record, file } = await reported();
    const { caseId } = record;
    const assignee = { status: 409, text: '{"code":"notAllowed","why":"notAssignee"}' };
    expect(await one.send('case.exportFile', leaving(record, file))).toMatchObject(assignee);
    const taken = await one.call('case.assign', {
      caseId,
      revision: record.revision,
      request: newRequestId(),
      to: one.objectId,
    });
    if (!('case' in taken)) throw new Error('it was not taken');
    const now = { ...record, revision: taken.case.record.revision };
    expect(await two.send('case.exportFile', leaving(now, file))).toMatchObject(assignee);
    const other = { ...leaving(now, file), id: 'f'.repeat(32) };
    expect(await one.send('case.exportFile', other)).toMatchObject(missing);
    const asked = leaving(now, file);
    const left = await one.call('case.exportFile', asked);
    expect('isNew' in left && left.isNew).toBe(true);
    const again = await one.call('case.exportFile', asked);
    expect('isNew' in again && again.isNew).toBe(false);
    const entries = await bot.store().history.readAll(caseId);
    const exported = entries.filter(({ kind: of }) => of === 'fileExported');
    const { id, place, leftAs, openableBy } = asked;
    expect(exported.map(({ detail }) => detail)).toEqual([{ file: id, place, leftAs, openableBy, told: true }]);
    const told = await reserve.call('oversight.overseeCase', { caseId });
    expect(told.entries).toMatchObject([{ kind: 'fileExported', detail: { file: id, place } }]);
    expect(JSON.stringify(told)).not.toContain(openableBy[0]);
  });

  it('takes no word in the place of a term, and no bare line of an older kind', async () => {
    const { record, file } = await reported();
    const sound = leaving(record, file);
    for (const odd of [
      { ...sound, place: 'my own stick' },
      { ...sound, openableBy: ['words of somebody'] },
      { ...sound, openableBy: [] },
      { ...sound, leftAs: 'words' },
      { ...sound, words: { for: 'self', sealed: createSealText() } },
      { ...sound, name: 'what I saw.txt' },
    ])
      expect((await one.send('case.exportFile', odd)).status).toBe(400);
  });
});
