import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { serialiseFilesNote } from '../../../../core/model/sealed-file.ts';
import { submitReport } from '../../../../core/reporting/submit-report.ts';
import { partBytes } from '../../../../core/model/file-limits.ts';
import type { OperationRequest } from '../../../../contract/operations.ts';
import { sealText } from '../../../../crypto/seal-text.ts';
import { storeErrorFromFolder } from '../../../../storage/blobs/folder-file-store.ts';
import { createSubmission, newReturnCode } from '../../../support/core/open-core.ts';
import { createFilePage } from '../../../support/files/file-page-driver.ts';
import { createSealedFile } from '../../../support/files/sealed-file.ts';
import { newRequestId } from '../../../support/journeys/tab-client.ts';
import { setUpSharedBot } from '../../../support/journeys/set-up-bot.ts';

const person = { objectId: randomUUID(), name: 'Somebody at a page' };
const handlerId = randomUUID();
const unavailable = { status: 503, text: '{"code":"unavailable"}' };

let isFull = false;
const bot = setUpSharedBot(() => ({
  entryPoint: 'dialog',
  environment: { ROLE_HANDLERS: handlerId },
  wrapFiles: (files) => ({
    ...files,
    putPart: (place, part, bytes) => (isFull ? toFullDevice(bytes) : files.putPart(place, part, bytes)),
    check: () => (isFull ? toFullDevice(new Uint8Array(partBytes)) : files.check()),
  }),
}));
/** The failure of the system itself to write these bytes where there is no room. */
const toFullDevice = (bytes: Uint8Array): Promise<never> =>
  writeFile('/dev/full', bytes).then(
    () => Promise.reject(new Error('there was room')),
    (error: unknown) => Promise.reject(storeErrorFromFolder(error)),
  );

describe('a place of files without room, as the system says it of a full device', () => {
  it('keeps nothing of a report with files, says so, takes reports without, and takes the same once there is room', async () => {
    const page = createFilePage(bot, person);
    const code = newReturnCode();
    const file = await page.make(code, randomBytes(partBytes + 1_000));
    const { caseId } = await page.claim(code);
    const withFile = () => submitReport({ ...page, ...page.holding(file) }, createSubmission({ code, person }));
    isFull = true;
    await expect(withFile()).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
    expect(await bot.store().cases.read(caseId)).toBeUndefined();
    const plain = newReturnCode();
    await submitReport(page, createSubmission({ code: plain, person }));
    expect(await bot.store().cases.read((await page.claim(plain)).caseId)).toBeDefined();
    bot.clock.forward(10_000);
    const ready = await fetch(new URL('/readyz', bot.endpoint()));
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', files: 'unreachable' }]);
    isFull = false;
    await withFile();
    expect((await bot.store().cases.read(caseId))?.value.files).toEqual([file.kept]);
  });

  it('adds nothing of a handler’s files to a case, whose own files open all the while', async () => {
    const page = createFilePage(bot, person);
    const code = newReturnCode();
    const own = await page.make(code, randomBytes(1_000));
    await submitReport({ ...page, ...page.holding(own) }, createSubmission({ code, person }));
    const { caseId } = await page.claim(code);
    const handler = bot.tab({ objectId: handlerId });
    const lines = [...bot.settings.recipients.acu, ...bot.settings.recipients.recovery];
    const file = await createSealedFile(caseId, lines, randomBytes(partBytes + 1_000));
    const part = (at: number) => ({
      caseId,
      ...file.kept,
      part: at,
      data: Buffer.from(file.part(at)).toString('base64'),
    });
    const asked: OperationRequest<'case.addFiles'> = {
      caseId,
      request: newRequestId(),
      files: [file.kept],
      words: {
        for: 'handlers',
        sealed: await sealText(serialiseFilesNote({ text: 'Here.', files: [file.named] }), lines),
      },
    };
    await handler.call('case.filePart', part(0));
    isFull = true;
    expect(await handler.send('case.filePart', part(1))).toMatchObject(unavailable);
    expect(await handler.call('case.fileParts', { caseId, ...file.kept })).toEqual({ parts: [0], waiting: [] });
    expect(await handler.send('case.addFiles', asked)).toMatchObject({ status: 409 });
    expect((await bot.store().cases.read(caseId))?.value.files).toEqual([own.kept]);
    expect(await handler.call('case.openFile', { caseId, id: own.kept.id })).toMatchObject({ bytes: own.kept.bytes });
    isFull = false;
    await handler.call('case.filePart', part(1));
    expect(await handler.call('case.addFiles', asked)).toMatchObject({ isNew: true });
    expect((await bot.store().cases.read(caseId))?.value.files).toHaveLength(2);
    expect(bot.log.filter((line) => line.includes('"code":"store:full"')).length).toBeGreaterThan(0);
  });
});
