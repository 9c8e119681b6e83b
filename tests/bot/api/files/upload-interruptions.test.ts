import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../../../core/model/case-id.ts';
import { contentInMemory } from '../../../../core/model/file-content.ts';
import { partBytes } from '../../../../core/model/file-limits.ts';
import { serialiseFilesNote } from '../../../../core/model/sealed-file.ts';
import { submitReport } from '../../../../core/reporting/submit-report.ts';
import { sealText } from '../../../../crypto/seal-text.ts';
import { createPendingFiles, type PendingFiles } from '../../../../tab/files/pending-files.ts';
import { createSubmission, newReturnCode } from '../../../support/core/open-core.ts';
import { createFilePage } from '../../../support/files/file-page-driver.ts';
import { createSealedFile, type TestSealedFile } from '../../../support/files/sealed-file.ts';
import { waitUntilReady } from '../../../support/files/wait-until-ready.ts';
import { type RunningBot, startBot } from '../../../support/journeys/running-bot.ts';
import { newRequestId, type TabClient } from '../../../support/journeys/tab-client.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const [one, two] = [randomUUID(), randomUUID()];
const person = { objectId: randomUUID(), name: 'Somebody at a page' };

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBot({ entryPoint: 'dialog', environment: { ROLE_HANDLERS: `${one},${two}` } });
});
afterEach(() => bot.stop());

const recipients = () => [...bot.settings.recipients.acu, ...bot.settings.recipients.recovery];
async function newCase(): Promise<CaseId> {
  const page = createFilePage(bot, person);
  const code = newReturnCode();
  await submitReport(page, createSubmission({ code, person }));
  return (await page.claim(code)).caseId;
}
const makeFile = (caseId: CaseId) => createSealedFile(caseId, recipients(), randomBytes(3 * partBytes));
const sendPart = (by: TabClient, caseId: CaseId, file: TestSealedFile, part: number) =>
  by.send('case.filePart', { caseId, ...file.kept, part, data: file.part(part) });
async function addFile(by: TabClient, caseId: CaseId, file: TestSealedFile, request = newRequestId()) {
  const sealed = await sealText(serialiseFilesNote({ text: 'A scan', files: [file.named] }), recipients());
  return by.send('case.addFiles', { caseId, request, files: [file.kept], words: { for: 'handlers', sealed } });
}
const filesOf = async (caseId: CaseId) => (await bot.store().cases.read(caseId))?.value.files ?? [];
const storedFiles = async () => (await bot.files().list()).files.map(({ id }) => id);

describe('a file that a handler sends to a case', () => {
  it('is not claimed if their role ends between two parts, and is removed two days later', async () => {
    const caseId = await newCase();
    const file = await makeFile(caseId);
    expect((await sendPart(bot.tab({ objectId: one }), caseId, file, 0)).status).toBe(200);
    await bot.restart({ ROLE_HANDLERS: two });
    const by = bot.tab({ objectId: one });
    expect(await sendPart(by, caseId, file, 1)).toMatchObject({ status: 403, text: '{"code":"refused"}' });
    expect((await addFile(by, caseId, file)).status).toBe(403);
    // Nor does a colleague who still has it.
    expect((await addFile(bot.tab({ objectId: two }), caseId, file)).status).toBe(409);
    expect(await filesOf(caseId)).toEqual([]);
    await bot.run('sweepFiles');
    expect(await storedFiles()).toEqual([file.kept.id]);
    bot.clock.forward(2 * dayMs + 2 * hourMs);
    await bot.run('sweepFiles');
    expect(await storedFiles()).toEqual([]);
  });

  it.each([
    ['an hour on', hourMs],
    ['an hour back', -hourMs],
    ['a day back', -dayMs],
    ['three days on, and back again', 3 * dayMs],
  ])('is whole though the clock is set %s between its parts', async (_how, by) => {
    const caseId = await newCase();
    const file = await makeFile(caseId);
    const handler = () => bot.tab({ objectId: one });
    expect((await sendPart(handler(), caseId, file, 0)).status).toBe(200);
    bot.clock.set(by);
    await bot.run('sweepFiles');
    if (by > dayMs) bot.clock.set(-by);
    for (let part = 1; part < file.parts; part += 1)
      expect((await sendPart(handler(), caseId, file, part)).status).toBe(200);
    await bot.run('sweepFiles');
    expect((await addFile(handler(), caseId, file)).status).toBe(200);
    expect(await filesOf(caseId)).toMatchObject([file.kept]);
    expect(
      await bot.files().listParts({ caseId, holder: (await bot.files().list()).files[0]?.holder ?? '' }),
    ).toHaveLength(file.parts);
  });

  it('is sent again, once, if more than a day passed between its parts', async () => {
    const caseId = await newCase();
    const file = await makeFile(caseId);
    await sendPart(bot.tab({ objectId: one }), caseId, file, 0);
    bot.clock.forward(dayMs + 2 * hourMs);
    await bot.run('sweepFiles');
    for (let part = 1; part < file.parts; part += 1) await sendPart(bot.tab({ objectId: one }), caseId, file, part);
    const request = newRequestId();
    expect((await addFile(bot.tab({ objectId: one }), caseId, file, request)).status).toBe(409);
    expect(await bot.tab({ objectId: one }).call('case.fileParts', { caseId, ...file.kept })).toMatchObject({
      parts: Array.from({ length: file.parts - 1 }, (_one, part) => part + 1),
    });
    await sendPart(bot.tab({ objectId: one }), caseId, file, 0);
    expect((await addFile(bot.tab({ objectId: one }), caseId, file, request)).status).toBe(200);
    expect((await addFile(bot.tab({ objectId: one }), caseId, file, request)).status).toBe(200);
    expect(await filesOf(caseId)).toMatchObject([file.kept]);
  });
});

describe('two windows with one code', () => {
  async function holdText(): Promise<PendingFiles> {
    const held = createPendingFiles({
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      wait: async () => undefined,
    });
    held.add(new Blob(['x']), {
      createName: () => 'Text 1',
      clean: async () => ({
        kind: 'copy',
        copy: {
          type: 'text/plain',
          content: contentInMemory(new Uint8Array(randomBytes(300_000))),
          preview: undefined,
          pages: [],
          metadata: [],
          sourceType: 'text/plain',
        },
      }),
    });
    await waitUntilReady(held);
    return held;
  }

  it('send their files at once: one report is saved with its own, whole, and the other is told and keeps its', async () => {
    const code = newReturnCode();
    const windows = await Promise.all(
      [1, 2].map(async () => {
        const page = createFilePage(bot, person);
        const held = await holdText();
        held.setDestination({ transport: page.intake.files, getRecipients: recipients });
        return { page, held };
      }),
    );
    const outcomes = await Promise.all(
      windows.map(({ page, held }) => submitReport({ ...page, files: held }, createSubmission({ code, person }))),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['differs', 'saved']);
    const saved = windows[outcomes.findIndex(({ kind }) => kind === 'saved')];
    const [page] = windows.map((window) => window.page);
    if (saved === undefined || page === undefined) throw new Error('none was saved');
    const { caseId } = await page.claim(code);
    expect((await filesOf(caseId)).map(({ id }) => id)).toEqual(saved.held.list().map(({ id }) => id));
    for (const { held } of windows) expect(held.view().files).toMatchObject([{ at: 'ready' }]);
    expect(await storedFiles()).toHaveLength(2);
    bot.clock.forward(2 * dayMs + 2 * hourMs);
    await bot.run('sweepFiles');
    expect(await storedFiles()).toEqual(saved.held.list().map(({ id }) => id));
  });
});
