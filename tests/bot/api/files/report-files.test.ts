import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { maxPendingAgeMs, orphanAgeMs } from '../../../../core/intake/file-uploads.ts';
import type { CaseCredential } from '../../../../core/ports/intake.ts';
import { mailboxHolderId } from '../../../../core/model/sealed-file.ts';
import { addFollowUp } from '../../../../core/reporting/follow-up.ts';
import { submitReport } from '../../../../core/reporting/submit-report.ts';
import { isSizeClass, partBytes } from '../../../../core/model/file-limits.ts';
import type { ReturnCode } from '../../../../core/model/return-code.ts';
import { createSubmission, newReturnCode } from '../../../support/core/open-core.ts';
import { eraseCase } from '../../../support/core/erase-case.ts';
import { createFilePage } from '../../../support/files/file-page-driver.ts';
import type { TestSealedFile } from '../../../support/files/sealed-file.ts';
import { newCanary } from '../../../support/journeys/new-canary.ts';
import { setUpSharedBot } from '../../../support/journeys/set-up-bot.ts';

const hourMs = 3_600_000;
const aPerson = () => ({ objectId: randomUUID(), name: 'Somebody at a page' });
const person = aPerson();
const bot = setUpSharedBot({ entryPoint: 'dialog' });
let usual: ReturnType<typeof createFilePage>;
beforeAll(() => {
  usual = createFilePage(bot, person);
});

const page = (who?: typeof person) => (who === undefined ? usual : createFilePage(bot, who));
const ofClass = (parts: number): Uint8Array => randomBytes((parts - 1) * partBytes + 1_000);
const placeOf = ({ caseId, mailbox }: CaseCredential, { kept: { id } }: TestSealedFile) => ({
  caseId,
  holder: mailboxHolderId(mailbox),
  id,
});
const recordOf = async ({ caseId }: CaseCredential) => (await bot.store().cases.read(caseId))?.value;
const submit = (code: ReturnCode, ...files: readonly TestSealedFile[]) =>
  submitReport({ ...page(), ...page().holding(...files) }, createSubmission({ code, person }));

describe('files that come with a report', () => {
  it('stand in the same write as the case, and can be read again part by part', async () => {
    const code = newReturnCode();
    const [one, other] = [await page().make(code, ofClass(1)), await page().make(code, ofClass(3))];
    const claim = await page().claim(code);
    expect(await submit(code, one, other)).toMatchObject({ kind: 'saved', isNew: true });
    expect((await recordOf(claim))?.files).toEqual([one.kept, other.kept]);
    const [received] = await bot.store().history.readAll(claim.caseId);
    expect(received?.files).toEqual([one.kept, other.kept]);
    for (const file of [one, other]) {
      expect(isSizeClass(file.sealed.length)).toBe(true);
      const parts = await Promise.all(
        Array.from({ length: file.parts }, (_, part) => bot.files().readPart(placeOf(claim, file), part)),
      );
      expect(Buffer.concat(parts.map((part) => part ?? new Uint8Array())).equals(file.sealed)).toBe(true);
    }
    expect(await submit(code, one, other)).toMatchObject({ kind: 'saved', isNew: false });
  });

  it('come in any order, twice, and go on where they stopped', async () => {
    const code = newReturnCode();
    const claim = await page().claim(code);
    const file = await page().make(code, ofClass(4));
    for (const part of [3, 1, 1])
      expect(await page().intake.files.sendPart(claim, file.kept, part, file.part(part))).toBe('kept');
    expect(await page().intake.files.listParts(claim, file.kept)).toEqual({
      kind: 'parts',
      parts: [1, 3],
      waiting: [],
    });
    expect(await page().intake.files.sendPart(claim, file.kept, 1, file.part(3))).toBe('differs');
    expect(await submit(code, file)).toMatchObject({ kind: 'saved' });
  });

  it('are missed where any part is, and then nothing is saved', async () => {
    const code = newReturnCode();
    const claim = await page().claim(code);
    const file = await page().make(code, ofClass(4));
    for (const part of [0, 1, 3]) await page().intake.files.sendPart(claim, file.kept, part, file.part(part));
    let missed = 0;
    const files = {
      list: () => [file.named],
      upload: async () => [file.kept],
      onMissing: () => void (missed += 1),
    };
    const sending = submitReport({ ...page(), files }, createSubmission({ code, person }));
    await expect(sending).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
    expect(missed).toBe(1);
    expect(await recordOf(claim)).toBeUndefined();
    const shorter = { ...files, upload: async () => [{ id: file.kept.id, bytes: 65_536 }] };
    await expect(submitReport({ ...page(), files: shorter }, createSubmission({ code, person }))).rejects.toThrow();
    expect(await recordOf(claim)).toBeUndefined();
  });

  it('come with what is added later, and are in no one place twice', async () => {
    const code = newReturnCode();
    const claim = await page().claim(code);
    const [first, later] = [await page().make(code, ofClass(1)), await page().make(code, ofClass(2))];
    await submit(code, first);
    const add = (id: string) =>
      addFollowUp({ ...page(), ...page().holding(first, later) }, { code, id: id.repeat(32), text: 'more' });
    expect(await add('1')).toEqual({ kind: 'saved', isNew: true });
    expect(await add('1')).toEqual({ kind: 'saved', isNew: false });
    expect((await recordOf(claim))?.files).toEqual([first.kept, later.kept]);
    const entries = await bot.store().history.readAll(claim.caseId);
    expect(entries.map(({ files }) => files)).toEqual([[first.kept], [first.kept, later.kept]]);
    expect(await page().intake.files.drop(claim, later.kept.id)).toBe('named');
    expect(await page().intake.files.sendPart(claim, later.kept, 1, later.part(1))).toBe('kept');
    expect(await page().intake.files.sendPart(claim, later.kept, 1, later.part(0))).toBe('differs');
  });

  it('have equal lengths in a class, over the wire and where they are kept', async () => {
    const code = newReturnCode();
    const claim = await page().claim(code);
    const sizes = await Promise.all(
      [1, 300, 30_000].map(async (bytes) => {
        const file = await page().make(code, randomBytes(bytes));
        await page().send(claim, file);
        return file.kept;
      }),
    );
    expect(new Set(sizes.map(({ bytes }) => bytes))).toEqual(new Set([65_536]));
    const kept = await bot.files().listParts({ caseId: claim.caseId, holder: mailboxHolderId(claim.mailbox) });
    expect(kept.map(({ bytes }) => bytes)).toEqual([65_536, 65_536, 65_536]);
  });
});

describe('what is in a file, and what it is called', () => {
  it('stands nowhere on the server’s disk, and in none of its lines', async () => {
    const code = newReturnCode();
    const claim = await page().claim(code);
    const [words, name] = [newCanary(), newCanary()];
    const file = await page().make(code, new TextEncoder().encode(words.repeat(40)), { name: `${name}.txt` });
    await submit(code, file);
    await addFollowUp(
      { ...page(), ...page().holding(await page().make(code, new TextEncoder().encode(words), { name })) },
      { code, id: '2'.repeat(32), text: 'more' },
    );
    await bot.run('sweepFiles');
    expect((await recordOf(claim))?.files).toHaveLength(2);
    const paths = readdirSync(bot.folder, { recursive: true, withFileTypes: true }).filter((its) => its.isFile());
    for (const { parentPath, name: path } of paths) {
      const bytes = readFileSync(join(parentPath, path));
      for (const canary of [words, name]) expect(bytes.includes(canary)).toBe(false);
    }
    expect(paths.some(({ parentPath }) => parentPath.includes(file.kept.id))).toBe(true);
    for (const line of bot.log)
      for (const secret of [words, name, claim.caseId, file.kept.id]) expect(line).not.toContain(secret);
  });
});

describe('what no page of ours sends', () => {
  it('is not taken: no sealed file, another length, another number of a part, a name that is none', async () => {
    const code = newReturnCode();
    const claim = await page().claim(code);
    const file = await page().make(code, ofClass(2));
    await page().intake.files.listParts(claim, file.kept);
    const tab = bot.tab(person);
    const sound = { ...claim, ...file.kept, part: 0, data: Buffer.from(file.part(0)).toString('base64') };
    for (const odd of [
      { ...sound, bytes: file.kept.bytes + 1 },
      { ...sound, bytes: 65_536 },
      { ...sound, part: 2 },
      { ...sound, part: -1 },
      { ...sound, part: 0.5 },
      { ...sound, data: sound.data.slice(4) },
      { ...sound, data: '' },
      { ...sound, id: '../'.repeat(10) },
      { ...sound, id: sound.id.toUpperCase() },
      { ...sound, caseId: `../${claim.caseId}` },
      { ...sound, more: 1 },
    ])
      expect((await tab.send('report.filePart', odd)).status).toBe(400);
    // Nothing that is no age file is kept, whoever proves what.
    const words = Buffer.alloc(partBytes, 'words in clear ').toString('base64');
    await expect(page().intake.files.sendPart(claim, file.kept, 0, Buffer.from(words, 'base64'))).rejects.toMatchObject(
      {
        refusal: 'odd',
      },
    );
    expect(await bot.files().listParts({ caseId: claim.caseId, holder: mailboxHolderId(claim.mailbox) })).toEqual([]);
  });

  it('fills nothing and finds nothing where the claim is not shown to be theirs', async () => {
    const code = newReturnCode();
    const claim = await page().claim(code);
    const file = await page().make(code, ofClass(1));
    await submit(code, file);
    const stranger = bot.tab({ objectId: randomUUID(), roles: ['handler'] });
    const { id, bytes } = file.kept;
    const data = Buffer.from(file.part(0)).toString('base64');
    const asked = { ...claim, id, bytes };
    const challenge = { kind: 'prove', challenge: expect.any(String) };
    for (const proof of [{}, { proof: '999999.'.padEnd(50, 'A') }]) {
      expect(await stranger.call('report.fileParts', { ...asked, ...proof })).toEqual(challenge);
      expect(await stranger.call('report.filePart', { ...asked, ...proof, part: 0, data })).toEqual(challenge);
      expect(await stranger.call('report.fileDrop', { ...claim, id, ...proof })).toEqual(challenge);
    }
    expect(await bot.files().readPart(placeOf(claim, file), 0)).toBeDefined();
  });

  it('under a code of one’s own reaches no file of another’s case', async () => {
    const code = newReturnCode();
    const claim = await page().claim(code);
    const file = await page().make(code, ofClass(1));
    await submit(code, file);
    const other = page(aPerson());
    const theirs = await other.claim(newReturnCode());
    const mixed = { caseId: claim.caseId, mailbox: theirs.mailbox };
    expect(await other.intake.files.listParts(mixed, file.kept)).toEqual({ kind: 'parts', parts: [], waiting: [] });
    const forged = await other.make(newReturnCode(), ofClass(1), { id: file.kept.id });
    expect(await other.intake.files.sendPart(mixed, forged.kept, 0, forged.part(0))).toBe('kept');
    expect(await other.intake.files.drop(mixed, file.kept.id)).toBe('dropped');
    const standing = await bot.files().readPart(placeOf(claim, file), 0);
    expect(Buffer.from(standing ?? []).equals(file.part(0))).toBe(true);
  });

  it('names no file of another in a report of one’s own', async () => {
    const code = newReturnCode();
    const file = await page().make(code, ofClass(1));
    await submit(code, file);
    const other = page(aPerson());
    const files = { list: () => [file.named], upload: async () => [file.kept], onMissing: () => undefined };
    const own = newReturnCode();
    const sending = submitReport({ ...other, files }, createSubmission({ code: own, person: other.person }));
    await expect(sending).rejects.toMatchObject({ code: 'unavailable' });
    expect(await recordOf(await other.claim(own))).toBeUndefined();
  });

  it('fills five files of a claim and no more, until one is dropped', async () => {
    const who = page(aPerson());
    const code = newReturnCode();
    const claim = await who.claim(code);
    const files = await Promise.all(Array.from({ length: 6 }, () => who.make(code, ofClass(1))));
    const [first, , , , , sixth] = files;
    if (first === undefined || sixth === undefined) throw new Error('there are six');
    for (const file of files.slice(0, 5)) await who.send(claim, file);
    expect(await who.intake.files.sendPart(claim, sixth.kept, 0, sixth.part(0))).toBe('full');
    const { waiting } = await who.intake.files.listParts(claim, sixth.kept);
    expect(waiting).toEqual(
      files
        .slice(0, 5)
        .map(({ kept }) => kept.id)
        .toSorted(),
    );
    expect(await who.intake.files.drop(claim, first.kept.id)).toBe('dropped');
    expect(await who.intake.files.sendPart(claim, sixth.kept, 0, sixth.part(0))).toBe('kept');
  });
});

describe('the pace of parts', () => {
  it('takes five of the largest at once, and a thousand of one person not', async () => {
    const who = aPerson();
    const tab = bot.tab(who);
    const claim = await page(who).claim(newReturnCode());
    const data = Buffer.alloc(65_536).toString('base64');
    const asked = { ...claim, id: 'a'.repeat(32), bytes: 65_536, part: 0, data };
    const answers = [];
    for (let sent = 0; sent < 320; sent += 1) answers.push((await tab.send('report.filePart', asked)).status);
    expect(answers.slice(0, 240)).toEqual(Array.from({ length: 240 }, () => 200));
    expect(answers.at(-1)).toBe(429);
    // Parts take no turn of the report itself.
    expect((await tab.send('report.begin', {})).status).toBe(200);
    bot.clock.forward(60_000);
    expect((await tab.send('report.filePart', asked)).status).toBe(200);
  });
});

describe('files that nothing names', () => {
  it('are removed after two days, and those of a case stay', async () => {
    const [kept, left] = [newReturnCode(), newReturnCode()];
    const [keptClaim, leftClaim] = [await page().claim(kept), await page().claim(left)];
    const [file, orphan] = [await page().make(kept, ofClass(1)), await page().make(left, ofClass(1))];
    await submit(kept, file);
    await page().send(leftClaim, orphan);
    bot.clock.forward(orphanAgeMs - 2 * hourMs);
    await bot.run('sweepFiles');
    expect(await bot.files().readPart(placeOf(leftClaim, orphan), 0)).toBeDefined();
    bot.clock.forward(maxPendingAgeMs);
    await bot.run('sweepFiles');
    expect(await bot.files().readPart(placeOf(leftClaim, orphan), 0)).toBeUndefined();
    expect(await bot.files().readPart(placeOf(keptClaim, file), 0)).toBeDefined();
  });

  it('are too old to be named a day before they are removed, and are sent again', async () => {
    const code = newReturnCode();
    const claim = await page().claim(code);
    const file = await page().make(code, ofClass(2));
    await page().send(claim, file);
    bot.clock.forward(maxPendingAgeMs);
    const files = { list: () => [file.named], upload: async () => [file.kept], onMissing: () => undefined };
    await expect(submitReport({ ...page(), files }, createSubmission({ code, person }))).rejects.toThrow();
    expect((await page().intake.files.listParts(claim, file.kept)).parts).toEqual([]);
    expect(await submit(code, file)).toMatchObject({ kind: 'saved' });
  });

  it('go with an erased case', async () => {
    const code = newReturnCode();
    const claim = await page().claim(code);
    const file = await page().make(code, ofClass(1));
    await submit(code, file);
    await eraseCase(bot.store(), code);
    bot.clock.forward(2 * maxPendingAgeMs);
    await bot.run('sweepFiles');
    expect(await bot.files().readPart(placeOf(claim, file), 0)).toBeUndefined();
  });
});
