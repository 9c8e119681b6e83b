import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { maxPendingAgeMs, sweepFiles } from '../../../../core/intake/file-uploads.ts';
import type { CaseRecord } from '../../../../core/model/case-record.ts';
import { serialiseFilesNote } from '../../../../core/model/sealed-file.ts';
import { isHistoryIntact } from '../../../../core/model/event-record.ts';
import { submitReport } from '../../../../core/reporting/submit-report.ts';
import { fileLimits, partBytes } from '../../../../core/model/file-limits.ts';
import { toPersonId } from '../../../../core/model/roles.ts';
import type { OperationRequest } from '../../../../contract/operations.ts';
import { sealText } from '../../../../crypto/seal-text.ts';
import { decryptWholeFile } from '../../../support/files/decrypt-file.ts';
import { decryptSeal } from '../../../../crypto/decrypt-seal.ts';
import { decryptNotes } from '../../../../tab/case/decrypt-notes.ts';
import { eraseCase } from '../../../support/core/erase-case.ts';
import { createSubmission, newReturnCode } from '../../../support/core/open-core.ts';
import { createFilePage } from '../../../support/files/file-page-driver.ts';
import { createSealedFile, type TestSealedFile } from '../../../support/files/sealed-file.ts';
import { newCanary } from '../../../support/journeys/new-canary.ts';
import { newRequestId, type TabClient } from '../../../support/journeys/tab-client.ts';
import { setUpUnitWithFiles } from '../../../support/files/unit-with-files.ts';

const person = { objectId: randomUUID(), name: 'Somebody at a page' };
const refused = { status: 403, text: '{"code":"refused"}' };
const notAllowed = (why: string) => ({ status: 409, text: JSON.stringify({ code: 'notAllowed', why }) });

describe.each(['sqlite', 'cosmos'] as const)('files that a handler adds to a case, with %s', (kind) => {
  const { bot, one, two, reserve } = setUpUnitWithFiles(kind);

  const linesOfUnit = () => [...bot.settings.recipients.acu, ...bot.settings.recipients.recovery];
  const read = async (caseId: CaseRecord['caseId']): Promise<CaseRecord> => {
    const found = await bot.store().cases.read(caseId);
    if (!found) throw new Error('nothing was saved');
    return found.value;
  };
  async function reported() {
    bot.clock.forward(60_000);
    const code = newReturnCode();
    const page = createFilePage(bot, person);
    await submitReport(page, createSubmission({ code, person }));
    return { code, page, record: await read((await page.claim(code)).caseId) };
  }
  const make = ({ caseId }: CaseRecord, content: Uint8Array = randomBytes(partBytes + 1_000)) =>
    createSealedFile(caseId, linesOfUnit(), content, { name: 'from a desk.txt' });
  const part = ({ caseId }: CaseRecord, file: TestSealedFile, at: number): OperationRequest<'case.filePart'> => ({
    caseId,
    ...file.kept,
    part: at,
    data: Buffer.from(file.part(at)).toString('base64'),
  });
  async function send(by: TabClient, record: CaseRecord, file: TestSealedFile): Promise<void> {
    for (let at = 0; at < file.parts; at += 1)
      expect(await by.call('case.filePart', part(record, file, at))).toEqual({ kind: 'kept' });
  }
  const adding = async (
    { caseId }: CaseRecord,
    files: readonly TestSealedFile[],
    text = 'As they came from a colleague.',
  ): Promise<OperationRequest<'case.addFiles'>> => ({
    caseId,
    request: newRequestId(),
    files: files.map(({ kept }) => kept),
    words: {
      for: 'handlers',
      sealed: await sealText(serialiseFilesNote({ text, files: files.map(({ named }) => named) }), linesOfUnit()),
    },
  });

  it('stand in its record and history with the words that name them, and open as what was added', async () => {
    const canary = newCanary();
    const { record } = await reported();
    const { caseId } = record;
    const content = Buffer.from(`${canary} `.repeat(20_000));
    const file = await make(record, content);
    await send(one, record, file);
    expect(await one.call('case.fileParts', { caseId, ...file.kept })).toEqual({
      parts: Array.from({ length: file.parts }, (_one, at) => at),
      waiting: [],
    });
    await one.call('case.addFiles', await adding(record, [file], canary));

    const standing = await read(caseId);
    expect(standing.files).toEqual([{ ...file.kept, addedBy: toPersonId(one.objectId) }]);
    const events = await bot.store().history.readAll(caseId);
    expect(isHistoryIntact(caseId, standing.chain, events)).toBe(true);
    expect(events.at(-1)).toMatchObject({
      kind: 'filesAdded',
      by: { objectId: toPersonId(one.objectId) },
      files: [file.kept],
    });
    expect(JSON.stringify([standing, events])).not.toContain(canary);

    const consulted = await two.call('case.consult', { caseId });
    const { textsByDigest, addedFiles } = await decryptNotes(consulted.events, (sealed) =>
      decryptSeal(sealed, bot.identities.acu),
    );
    expect([...textsByDigest.values()]).toEqual([`${canary}\nfrom a desk.txt`]);
    expect(addedFiles).toEqual([{ at: events.at(-1)?.at, files: [file.named] }]);

    const first = await two.call('case.openFile', { caseId, id: file.kept.id });
    const parts = [first.data];
    for (let at = 1; at < file.parts; at += 1)
      parts.push(
        (await two.call('case.openFilePart', { caseId, id: file.kept.id, opening: first.opening, part: at })).data,
      );
    const sealed = Buffer.concat(parts.map((data) => Buffer.from(String(data), 'base64')));
    const opened = await decryptWholeFile(sealed, { caseId, id: file.kept.id }, { identities: bot.identities.acu });
    expect(Buffer.compare(opened, content)).toBe(0);
  });

  it('are added once, however often the same request comes', async () => {
    const { record } = await reported();
    const file = await make(record);
    await send(one, record, file);
    const asked = await adding(record, [file]);
    expect(await one.call('case.addFiles', asked)).toMatchObject({ isNew: true });
    expect(await one.call('case.addFiles', asked)).toMatchObject({ isNew: false });
    // Its parts stay as they are, and the page that sends them again is told that they stand.
    await send(one, record, file);
    expect(await one.call('case.fileDrop', { caseId: record.caseId, id: file.kept.id })).toEqual({ kind: 'named' });
    expect(await one.send('case.addFiles', { ...asked, request: newRequestId() })).toMatchObject(notAllowed('state'));
    expect((await read(record.caseId)).files).toHaveLength(1);
    const added = await bot.store().history.entries(record.caseId, { kinds: ['filesAdded'] });
    expect(added).toHaveLength(1);
  });

  it('are refused as a whole where one of them is not all there, or too old, and can be sent again', async () => {
    const { record } = await reported();
    const [whole, torn] = [await make(record), await make(record)];
    await send(one, record, whole);
    await one.call('case.filePart', part(record, torn, 0));
    const asked = await adding(record, [whole, torn]);
    expect(await one.send('case.addFiles', asked)).toMatchObject(notAllowed('fileMissing'));
    expect((await read(record.caseId)).files).toBeUndefined();
    await send(one, record, torn);
    bot.clock.forward(maxPendingAgeMs + 1);
    expect(await one.send('case.addFiles', asked)).toMatchObject(notAllowed('fileMissing'));
    await send(one, record, whole);
    await send(one, record, torn);
    expect(await one.call('case.addFiles', asked)).toMatchObject({ isNew: true });
    expect((await read(record.caseId)).files).toHaveLength(2);
  });

  it('are nobody else’s to add, to fill or to drop: not a colleague’s, and not whoever reported’s', async () => {
    const { record, code, page } = await reported();
    const { caseId } = record;
    const file = await make(record);
    await send(one, record, file);
    expect(await two.send('case.addFiles', await adding(record, [file]))).toMatchObject(notAllowed('fileMissing'));
    expect(await two.call('case.fileParts', { caseId, ...file.kept })).toEqual({ parts: [], waiting: [] });
    expect(await two.call('case.fileDrop', { caseId, id: file.kept.id })).toEqual({ kind: 'dropped' });
    const claim = await page.claim(code);
    expect((await page.intake.files.listParts(claim, file.kept)).parts).toEqual([]);
    expect(await page.intake.files.drop(claim, file.kept.id)).toBe('dropped');
    expect(await one.call('case.addFiles', await adding(record, [file]))).toMatchObject({ isNew: true });
    // What waits in the place of whoever reported is no handler's to name.
    const theirs = await page.make(code, randomBytes(1_000));
    await page.send(claim, theirs);
    expect(await one.send('case.addFiles', await adding(record, [theirs]))).toMatchObject(notAllowed('fileMissing'));
  });

  it('are taken from nobody who may not see the case, and to none of which nothing is left', async () => {
    const { record, code } = await reported();
    const { caseId } = record;
    const file = await make(record);
    await send(one, record, file);
    const asked = await adding(record, [file]);
    const all = (by: TabClient) =>
      Promise.all([
        by.send('case.fileParts', { caseId, ...file.kept }),
        by.send('case.filePart', part(record, file, 0)),
        by.send('case.fileDrop', { caseId, id: file.kept.id }),
        by.send('case.addFiles', asked),
      ]);
    const no = [refused, refused, refused, refused];
    expect(await all(reserve)).toMatchObject(no);
    expect(await all(bot.tab({ objectId: randomUUID() }))).toMatchObject(no);
    await two.call('case.declareConflict', { caseId, request: newRequestId() });
    expect(await all(two)).toMatchObject(no);
    await one.call('case.addFiles', asked);
    await eraseCase(bot.store(), code);
    expect((await all(one)).slice(0, 3)).toMatchObject(no.slice(1));
    await sweepFiles({ ...bot.store(), files: bot.files(), clock: bot.clock.now });
    expect((await bot.files().list()).files.filter((one) => one.caseId === caseId)).toEqual([]);
  });

  it('are those that came with the entry: what its words name besides is not taken for a file of the case', async () => {
    const { record } = await reported();
    const [file, other] = [await make(record), await make(record)];
    await send(one, record, file);
    const { words } = await adding(record, [file, other]);
    await one.call('case.addFiles', { ...(await adding(record, [file])), words });
    const { events } = await two.call('case.consult', { caseId: record.caseId });
    const { addedFiles } = await decryptNotes(events, (sealed) => decryptSeal(sealed, bot.identities.acu));
    expect(addedFiles.map(({ files }) => files)).toEqual([[file.named]]);
  });

  it('are no more than a case has room for, whoever adds them', async () => {
    const { record } = await reported();
    const add = async (by: TabClient, count: number) => {
      const files = await Promise.all(Array.from({ length: count }, () => make(record, randomBytes(100))));
      for (const file of files) await send(by, record, file);
      return by.send('case.addFiles', await adding(record, files));
    };
    for (let so = 0; so < fileLimits.perCase; so += fileLimits.files)
      expect((await add(so % 2 === 0 ? one : two, fileLimits.files)).status).toBe(200);
    expect(await add(two, 1)).toMatchObject(notAllowed('full'));
    expect((await read(record.caseId)).files).toHaveLength(fileLimits.perCase);
  });

  it('are neither words in clear, nor of another length, nor more than there is room for', async () => {
    const { record } = await reported();
    const file = await make(record);
    const good = part(record, file, 0);
    const clear = { ...good, data: Buffer.alloc(partBytes, 'a').toString('base64') };
    for (const odd of [
      clear,
      { ...good, part: 2 },
      { ...good, bytes: 5 },
      { ...good, id: '../x' },
      { ...good, more: 1 },
    ])
      expect((await one.send('case.filePart', odd)).status).toBe(400);
    const asked = await adding(record, [file]);
    for (const odd of [
      { ...asked, files: [] },
      { ...asked, files: [file.kept, file.kept] },
      { ...asked, files: [{ ...file.kept, addedBy: two.objectId }] },
      { ...asked, words: { ...asked.words, for: 'self' } },
    ])
      expect((await one.send('case.addFiles', odd)).status).toBe(400);
    for (let count = 0; count < fileLimits.files; count += 1)
      await send(one, record, await make(record, randomBytes(100)));
    const sixth = await make(record, randomBytes(100));
    expect(await one.call('case.filePart', part(record, sixth, 0))).toEqual({ kind: 'full' });
    // A colleague has room of their own.
    expect(await two.call('case.filePart', part(record, sixth, 0))).toEqual({ kind: 'kept' });
  });
});
