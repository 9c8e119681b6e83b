import { randomUUID } from 'node:crypto';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { mailboxHolderId, fileLocation, type SealedFile } from '../../../core/model/sealed-file.ts';
import { partBytes } from '../../../core/model/file-limits.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { decryptAge } from '../../../crypto/decrypt-age.ts';
import { recipientFromIdentity } from '../../../crypto/recipient.ts';
import { createPicturePdf } from '../../../tab/files/picture-pdf.ts';
import { fileSizeText } from '../../../tab/ui/file-labels.ts';
import { translate } from '../../../words/tab/translate.ts';
import { createCaseDriver, type CaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import { generatePicture } from '../../support/browser/tab/generated-pictures.ts';
import { type TabPage, createTabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { createSubmission, newReturnCode } from '../../support/core/open-core.ts';
import { readCleanRecording } from '../../support/files/clean-recordings.ts';
import { createFilePage } from '../../support/files/file-page-driver.ts';
import type { TestSealedFile } from '../../support/files/sealed-file.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newRequestId } from '../../support/journeys/tab-client.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { seedIdentity } from '../../support/tab/keys.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();
let jpeg: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  const tab = await unit.open(unitPeople.nobody);
  jpeg = await generatePicture(tab.tab, 'image/jpeg', { width: 640, height: 360 });
  await tab.close();
});

const person = { objectId: randomUUID(), name: 'Somebody at a page' };
const inBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Reported {
  readonly caseId: CaseId;
  readonly code: ReturnType<typeof newReturnCode>;
  readonly page: ReturnType<typeof createFilePage>;
}

/** A report with files, as a page hands it in, and the files of a message after it. */
async function reported(
  files: readonly (readonly [Uint8Array, Partial<SealedFile>])[],
  later: readonly (readonly [Uint8Array, Partial<SealedFile>])[] = [],
  differences: Parameters<typeof createSubmission>[0] = {},
): Promise<Reported & { readonly made: readonly TestSealedFile[] }> {
  unit.bot.clock.forward(600_000);
  const page = createFilePage(unit.bot, person);
  const code = newReturnCode();
  const make = (all: typeof files) => Promise.all(all.map(([content, its]) => page.make(code, content, its)));
  const made = await make(files);
  await submitReport({ ...page, ...page.holding(...made) }, createSubmission({ code, person, ...differences }));
  const more = await make(later);
  if (more.length > 0) {
    const text = 'There is more.';
    await addFollowUp({ ...page, ...page.holding(...more) }, { code, id: newRequestId(), text });
  }
  return { caseId: (await page.claim(code)).caseId, code, page, made: [...made, ...more] };
}

async function opened(
  { caseId }: Reported,
  language: Language,
  {
    isReserve = false,
    ...more
  }: { readonly width?: number; readonly hasClock?: boolean; readonly isReserve?: boolean } = {},
): Promise<{ readonly tab: TabPage; readonly at: CaseDriver }> {
  const options = { subPage: `case:${caseId}`, locale: localeByLanguage[language], ...more };
  const tab = await unit.open(isReserve ? unitPeople.reserve : unitPeople.handler, options);
  const at = createCaseDriver(tab, language);
  await tab.see(at.words('case.workHeading'));
  await at.unlock(join(unit.bot.folder, `keys/${isReserve ? 'reserve' : 'acu'}.identity`));
  await at.openReport();
  return { tab, at };
}

const show = (tab: TabPage, at: CaseDriver, name: string) => tab.press(at.words('caseFiles.show', { name }));
const frameOf = (tab: TabPage): Frame | undefined => tab.page.frames().find((one) => one.url().endsWith('/tab/viewer'));
async function frameIn(tab: TabPage): Promise<Frame> {
  const element = tab.tab.locator('iframe');
  await element.waitFor();
  await tab.settle();
  const frame = await (await element.elementHandle())?.contentFrame();
  if (!frame) throw new Error('there is no frame');
  return frame;
}
/** Waits until what is shown in the frame has its name, which the page around it gives it. */
const named = (frame: Frame, what: 'canvas' | 'video', name: string): Promise<void> =>
  frame.locator(`${what}[aria-label=${JSON.stringify(name)}]`).waitFor();
const frameGone = (tab: TabPage): Promise<true> =>
  waitFor('the frame is gone', () => frameOf(tab) === undefined || undefined);
const kindsOf = async (caseId: CaseId) => (await unit.bot.store().history.readAll(caseId)).map(({ kind }) => kind);

describe.each(languages)('the files of a case, in %s', (language) => {
  it('are listed and shown: a picture, a PDF page by page, a text, by the keyboard and in every theme', async () => {
    const canary = newCanary();
    const size = { width: 640, height: 360 };
    const pdf = createPicturePdf([1, 2, 3].map(() => ({ jpeg, ...size, paper: size })));
    const it = await reported(
      [
        [jpeg, { name: `${canary} one.jpg`, type: 'image/jpeg' }],
        [pdf, { name: 'log.pdf', type: 'application/pdf' }],
        [inBytes('%PDF-1.7 as it was'), { name: 'as it was.pdf', type: 'application/pdf', isOriginal: true }],
      ],
      [[inBytes(`<b>${canary}</b> ŵ\n`.repeat(40)), { name: 'note.txt', type: 'text/plain' }]],
    );
    const { tab, at } = await opened(it, language);
    await tab.see(at.words('caseFiles.withReport'));
    await tab.see(fileSizeText((key, values) => translate(language, key, values), jpeg.length));
    // An original is never offered to be shown.
    expect(await tab.button(at.words('caseFiles.show', { name: 'as it was.pdf' })).count()).toBe(0);
    await tab.see(at.words('caseFiles.isOriginal'));
    await checkEveryTheme(tab, `case-files-${language}`);

    await show(tab, at, `${canary} one.jpg`);
    let frame = await frameIn(tab);
    const canvas = frame.locator('canvas');
    await named(frame, 'canvas', `${canary} one.jpg`);
    expect(await canvas.evaluate((element) => element instanceof HTMLCanvasElement && element.width)).toBe(640);
    // A part of a page, whose headings stand around it.
    const within = await createTabPage(tab.page, frame, tab).violations();
    expect(within.filter((line) => !line.startsWith('page-has-heading-one'))).toEqual([]);
    await tab.press(at.words('caseFiles.larger'));
    await tab.see(at.words('caseFiles.size', { percent: 150 }));
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`case-file-${language}`, 'whole');
    await tab.press(at.words('caseFiles.close'));
    expect(await tab.tab.locator('iframe').count()).toBe(0);
    // The focus is back where the file was opened.
    expect(await tab.tab.evaluate(() => document.activeElement?.textContent)).toContain(canary);

    await show(tab, at, 'log.pdf');
    frame = await frameIn(tab);
    await tab.see(at.words('caseFiles.page', { page: 1, pages: 3 }));
    await frame.locator('main').press('PageDown');
    await tab.see(at.words('caseFiles.page', { page: 2, pages: 3 }));
    await tab.press(at.words('caseFiles.on'));
    await tab.see(at.words('caseFiles.page', { page: 3, pages: 3 }));
    await named(frame, 'canvas', at.words('caseFiles.pageOf', { name: 'log.pdf', page: 3, pages: 3 }));

    // Another file takes the place of the one that is open.
    await tab.changeTheme('dark');
    await show(tab, at, 'note.txt');
    frame = await frameIn(tab);
    expect(await tab.tab.locator('iframe').count()).toBe(1);
    expect(await frame.locator('pre').textContent()).toContain(`<b>${canary}</b> ŵ`);
    expect(await frame.locator('html').getAttribute('lang')).toBe(language);
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
    await tab.picture(`case-file-text-${language}-dark`);
    await tab.changeTheme('default');

    expect((await kindsOf(it.caseId)).filter((kind) => kind === 'fileOpened')).toHaveLength(3);
    await tab.press(at.words('keys.lock'));
    expect(await tab.tab.locator('iframe').count()).toBe(0);
    await frameGone(tab);
    const left = [
      unit.bot.log.join('\n'),
      await readBrowserStorage(tab),
      tab.console.join('\n'),
      tab.traffic.map(({ url, body, answer }) => `${url} ${body} ${answer}`).join('\n'),
      await tab.tab.locator('body').innerText(),
    ];
    for (const where of left) expect(where.includes(canary)).toBe(false);
    expect(unexpectedErrors(tab)).toEqual([]);
  });
});

describe.each(languages)('the recordings of a case, in %s', (language) => {
  it('are played in the frame, by the keyboard, and it is said where a picture cannot be shown', async () => {
    const it = await reported([
      [readCleanRecording('film.mp4'), { name: 'film.mp4', type: 'video/mp4' }],
      [readCleanRecording('note.ogg'), { name: 'note.ogg', type: 'audio/ogg' }],
      [readCleanRecording('hevc.mp4'), { name: 'phone.mp4', type: 'video/mp4' }],
      [Buffer.concat([readCleanRecording('film.mp4'), Buffer.from('more')]), { name: 'more.mp4', type: 'video/mp4' }],
      [inBytes('of a later version'), { name: 'later.bin', type: 'model/later' }],
    ]);
    const { tab, at } = await opened(it, language, { width: 320 });
    // It is named, can be exported, and is not offered to be shown.
    await tab.see(at.words('caseFiles.unknownType'));
    expect(await tab.button(at.words('caseFiles.show', { name: 'later.bin' })).count()).toBe(0);
    await tab.button(at.words('caseFiles.export', { name: 'later.bin' })).waitFor();

    await show(tab, at, 'film.mp4');
    let frame = await frameIn(tab);
    const film = frame.locator('video');
    await named(frame, 'video', 'film.mp4');
    await tab.see(at.words('caseFiles.playerKeys'));
    expect(await tab.button(at.words('caseFiles.larger')).count()).toBe(0);
    expect(await createTabPage(tab.page, frame, tab).violations()).toEqual(
      expect.not.arrayContaining([expect.not.stringMatching(/^page-has-heading-one/u)]),
    );
    await film.focus();
    await film.press('Space');
    await frame.waitForFunction(() => document.querySelector('video')?.ended);
    await checkEveryTheme(tab, `case-recording-${language}`);

    await show(tab, at, 'note.ogg');
    frame = await frameIn(tab);
    await frame.locator('audio').waitFor();
    await tab.picture(`case-recording-sound-${language}`);
    await show(tab, at, 'phone.mp4');
    await tab.see(at.words('caseFiles.noPicture'));
    await tab.button(at.words('caseFiles.export', { name: 'phone.mp4' })).waitFor();
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`case-recording-no-picture-${language}`);
    await show(tab, at, 'more.mp4');
    await tab.see(at.words('caseFiles.notClean'));

    await show(tab, at, 'film.mp4');
    await frameIn(tab);
    await tab.press(at.words('keys.lock'));
    await frameGone(tab);
    expect(unexpectedErrors(tab)).toEqual([]);
  });
});

describe.each(languages)('an image that may be unlawful, in %s', (language) => {
  it('is closed at once, and opens again only for someone who says that it is their task', async () => {
    const name = 'one.jpg';
    const it = await reported([[jpeg, { name, type: 'image/jpeg' }]]);
    const { tab, at } = await opened(it, language, { width: 320 });
    await show(tab, at, name);
    await frameIn(tab);
    // The network fails as it is recorded: the file is closed all the same, and nothing is claimed.
    await tab.page.route('**/api/tab/case.markFile', (route) => route.abort());
    await tab.press(at.words('caseFiles.mayBeUnlawful'));
    await tab.see(at.words('caseFiles.unlawfulNotRecorded'));
    expect(await tab.tab.locator('iframe').count()).toBe(0);
    expect(await tab.tab.evaluate(() => document.activeElement?.textContent)).toBe(
      at.words('caseFiles.unlawfulClosed'),
    );
    expect(await kindsOf(it.caseId)).not.toContain('fileMarked');
    await tab.page.unroute('**/api/tab/case.markFile');
    await tab.press(at.words('caseFiles.unlawfulAgain'));
    await tab.see(at.words('caseFiles.unlawfulRecorded'));
    await tab.see(at.words('caseFiles.isMarked'));
    await checkEveryTheme(tab, `case-unlawful-${language}`);
    expect((await kindsOf(it.caseId)).filter((kind) => kind === 'fileMarked')).toHaveLength(1);
    await tab.press(
      at.words('caseFiles.exportClose'),
      tab.tab.getByRole('region', { name: at.words('caseFiles.heading') }),
    );

    await show(tab, at, name);
    await tab.see(at.words('caseFiles.markedAsk'));
    expect(await tab.tab.locator('iframe').count()).toBe(0);
    await tab.picture(`case-unlawful-ask-${language}`);
    await tab.press(at.words('caseFiles.markedLeave'));
    await tab.press(at.words('caseFiles.export', { name }));
    await tab.press(at.words('caseFiles.markedLeave'));
    expect((await kindsOf(it.caseId)).filter((kind) => kind === 'fileOpened')).toHaveLength(1);
    await show(tab, at, name);
    await tab.press(at.words('caseFiles.markedOpen'));
    await (await frameIn(tab)).locator('canvas').waitFor();
    const openings = (await unit.bot.store().history.readAll(it.caseId)).filter(({ kind }) => kind === 'fileOpened');
    expect(openings.at(-1)?.detail).toMatchObject({ marked: true });
    await tab.close();
  });

  it('asks a colleague too whose page was shown before it was marked', async () => {
    const name = 'one.jpg';
    const it = await reported([[jpeg, { name, type: 'image/jpeg' }]]);
    const { tab, at } = await opened(it, language);
    const id = it.made[0]?.kept.id ?? '';
    await unit.bot.tab(unitPeople.handler).call('case.markFile', { caseId: it.caseId, id, request: newRequestId() });
    await show(tab, at, name);
    await tab.see(at.words('caseFiles.markedAsk'));
    expect(await kindsOf(it.caseId)).not.toContain('fileOpened');
    await tab.close();
  });
});

describe('a file that is not what it should be', () => {
  it('is not shown and said: exchanged, missing, unnamed, hostile', async () => {
    const hostile = '<!doctype html><img src="https://elsewhere.example/a.png"><script>x()</script>';
    const script = '%PDF-1.7\n1 0 obj << /OpenAction << /S /URI /URI (https://elsewhere.example/) >> >> endobj';
    const it = await reported([
      [jpeg, { name: 'exchanged.jpg', type: 'image/jpeg', digest: 'x'.repeat(43) }],
      [jpeg, { name: 'gone.jpg', type: 'image/jpeg' }],
      [inBytes(hostile), { name: 'picture.png', type: 'image/png' }],
      [inBytes(script), { name: 'letter.pdf', type: 'application/pdf' }],
      [jpeg, { name: 'sound.jpg', type: 'image/jpeg' }],
    ]);
    const { caseId, made } = it;
    const gone = made[1]?.kept.id ?? '';
    const found = await unit.bot.store().cases.read(caseId);
    if (!found) throw new Error('nothing was saved');
    await unit.bot.files().remove({ caseId, holder: mailboxHolderId(found.value.mailboxRecipient), id: gone });
    const { tab, at } = await opened(it, 'en', { width: 360 });

    await show(tab, at, 'gone.jpg');
    await tab.see(at.words('refusal.file'));
    await show(tab, at, 'picture.png');
    await tab.see(at.words('caseFiles.otherType'));
    await show(tab, at, 'letter.pdf');
    await tab.see(at.words('caseFiles.notBound'));
    expect(await kindsOf(caseId)).not.toContain('doubted');
    await show(tab, at, 'exchanged.jpg');
    await tab.see(at.words('caseFiles.mismatch'));
    await tab.see(at.words('case.alarmFile'));
    await tab.see(at.words('case.alarmRecorded'));
    expect((await kindsOf(caseId)).filter((kind) => kind === 'doubted')).toHaveLength(1);
    expect(await tab.tab.locator('iframe').count()).toBe(0);
    await show(tab, at, 'sound.jpg');
    await frameIn(tab);
    expect(await tab.violations()).toEqual([]);
    await tab.picture('case-files-doubts-360', 'whole');
    expect([...tab.refusedHosts].filter((host) => host.includes('elsewhere'))).toEqual([]);
    expect(unexpectedErrors(tab).filter((line) => !/status of 409/u.test(line))).toEqual([]);
  });
});

describe('a file that cannot be read where it is kept', () => {
  it('is said in a sentence, for each that is changed, cut off, gone in part or out of reach, and the others open', async () => {
    const names = ['changed', 'cut off', 'gone in part', 'out of reach', 'sound'];
    const large = new Uint8Array(Buffer.alloc(partBytes + 1_000, 'a line of words\n'));
    const it = await reported(names.map((name) => [large, { name: `${name}.txt`, type: 'text/plain' }]));
    const { caseId, made } = it;
    const found = await unit.bot.store().cases.read(caseId);
    if (!found) throw new Error('nothing was saved');
    const [changed, cut, partial, away] = made.map(({ kept }) => {
      const { holder, id } = fileLocation(found.value, kept);
      return join(unit.bot.folder, 'candour.db.files', caseId, holder, id);
    });
    if (!changed || !cut || !partial || !away) throw new Error('there are fewer files');
    const bytes = await readFile(join(changed, '1'));
    await writeFile(join(changed, '1'), bytes.fill(7, 1_000, 2_000));
    await truncate(join(cut, '1'), 5_000);
    await rm(join(partial, '1'));
    // Where somebody who may read everything is kept out as well.
    await rm(away, { recursive: true });
    await writeFile(away, 'a file in the place of a folder');

    const { tab, at } = await opened(it, 'cy', { width: 360 });
    const others = { 'changed.txt': 'caseFiles.mismatch', 'cut off.txt': 'refusal.file' } as const;
    for (const [name, sentence] of Object.entries(others)) {
      await show(tab, at, name);
      await tab.see(at.words(sentence));
    }
    await show(tab, at, 'gone in part.txt');
    await tab.tab.getByText(at.words('refusal.file')).nth(1).waitFor();
    await show(tab, at, 'out of reach.txt');
    await tab.see(at.words('caseFiles.notFetched'));
    expect(await tab.tab.locator('iframe').count()).toBe(0);
    await tab.picture('case-files-unreadable-cy-360', 'whole');
    await show(tab, at, 'sound.txt');
    await frameIn(tab);
    expect(await tab.violations()).toEqual([]);
    // One of them was exchanged for all that the page can tell, and none of the others.
    expect((await kindsOf(caseId)).filter((kind) => kind === 'doubted')).toHaveLength(1);
    expect(unexpectedErrors(tab).filter((line) => !/status of (?:409|503)/u.test(line))).toEqual([]);
  });
});

describe.each(languages)('the exhibits of a case, in %s', (language) => {
  it('are listed with the SHA-256 of their bytes, from whom they came, and who opened or exported each', async () => {
    const canary = newCanary();
    const original = inBytes(`as it was ${canary}`);
    const it = await reported(
      [[jpeg, { name: `${canary} one.jpg`, type: 'image/jpeg' }]],
      [[original, { name: 'as it was.pdf', type: 'application/pdf', isOriginal: true }]],
    );
    const tab = await unit.open(unitPeople.handler, {
      subPage: `case:${it.caseId}`,
      locale: localeByLanguage[language],
      width: 320,
    });
    const at = createCaseDriver(tab, language);
    await tab.see(at.words('case.workHeading'));
    // How many is known without a key; their names are not.
    await tab.see(at.words('exhibits.count', { count: 2 }));
    const panel = await tab.panel(at.words('exhibits.heading'));
    await panel.getByText(at.words('exhibits.closed')).waitFor();
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    const items = panel.locator('ol > li');
    await items.nth(1).waitFor();
    const [first, second] = [items.nth(0), items.nth(1)];
    const hex = async (content: Uint8Array<ArrayBuffer>) =>
      Buffer.from(await crypto.subtle.digest('SHA-256', content)).toString('hex');
    expect(await first.innerText()).toContain(`${at.words('exhibits.copyDigest')} ${await hex(jpeg)}`);
    expect(await second.innerText()).toContain(
      `${at.words('exhibits.originalDigest')} ${await hex(new Uint8Array(original))}`,
    );
    expect(await first.innerText()).toContain(at.words('who.reporter'));
    expect(await panel.getByText(at.words('exhibits.untouched')).count()).toBe(2);

    // A colleague opens it too, and this page is told who.
    const colleague = unit.bot.tab(unitPeople.second);
    await colleague.call('me', {});
    const id = (await unit.bot.store().cases.read(it.caseId))?.value.files?.[0]?.id ?? '';
    await show(tab, at, `${canary} one.jpg`);
    await frameIn(tab);
    await tab.press(at.words('caseFiles.close'));
    await colleague.call('case.openFile', { caseId: it.caseId, id });
    await tab.press(at.words('case.refresh'));
    await first.getByText(/Handler Two/u).waitFor();
    expect(await first.innerText()).toContain('Handler One');
    expect(await panel.getByText(at.words('exhibits.untouched')).count()).toBe(1);
    await checkEveryTheme(tab, `exhibits-${language}`);
    for (const { url, body } of tab.traffic) expect(`${url} ${body}`).not.toContain(canary);
    await tab.press(at.words('keys.lock'));
    await panel.getByText(at.words('exhibits.closed')).waitFor();
    expect(await tab.tab.locator('body').innerText()).not.toContain(canary);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});

describe('a file that leaves', () => {
  it('is sealed to one key without anything before or behind it, recorded first, and saved under no name of its own', async () => {
    const content = inBytes('an original, with whatever is in it');
    const name = 'the original.pdf';
    const it = await reported([[content, { name, type: 'application/pdf', isOriginal: true }]]);
    const { tab, at } = await opened(it, 'en');
    await tab.press(at.words('caseFiles.export', { name }));
    await tab.see(at.words('caseFiles.needsAssignee'));
    const record = (await unit.bot.store().cases.read(it.caseId))?.value;
    const taking = { caseId: it.caseId, revision: record?.revision ?? 0, request: newRequestId() };
    await unit.bot.tab(unitPeople.handler).call('case.assign', { ...taking, to: unitPeople.handler.objectId });
    await tab.press(at.words('case.refresh'));
    await tab.see(at.words('caseFiles.exportTold'));
    await tab.choose(at.required('exports.place'), at.words('status.placeScanner'));
    await tab.check(at.words('caseFiles.otherLine'));
    await tab.fill(at.required('caseFiles.line'), 'age1qqqq');
    await tab.fill(at.required('exports.remark'), 'To the scanner, to be looked through');
    await tab.press(at.words('caseFiles.exportSend'));
    await tab.see(at.words('caseFiles.lineOdd'));
    const identity = seedIdentity(9);
    await tab.fill(at.required('caseFiles.line'), await recipientFromIdentity(identity));
    expect(await tab.violations()).toEqual([]);
    await tab.picture('case-file-export', 'whole');
    await tab.press(at.words('caseFiles.exportSend'));
    await tab.button(at.words('caseFiles.save')).waitFor();
    expect((await kindsOf(it.caseId)).slice(-3)).toEqual(expect.arrayContaining(['fileOpened', 'fileExported']));
    const download = tab.page.waitForEvent('download');
    await tab.press(at.words('caseFiles.save'));
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^[\w-]+\.pdf\.age$/u);
    const left = new Uint8Array(await readFile(await saved.path()));
    expect(Buffer.from(await decryptAge(left, { identities: [identity] }))).toEqual(Buffer.from(content));
    const exported = (await unit.bot.store().history.readAll(it.caseId)).find(({ kind }) => kind === 'fileExported');
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', left)).toString('base64url');
    expect(exported?.detail).toMatchObject({ place: 'scanner', leftAs: digest, told: true });
    expect(unexpectedErrors(tab)).toEqual([]);
  });
});

describe('a file of the reserve’s own case', () => {
  it('is offered for export without a word of anyone who is told, since nobody is', async () => {
    const answers = { mode: 'notKept', what: 'what happened', conflict: 'yes' };
    const it = await reported([[inBytes('a letter'), { name: 'letter.txt', type: 'text/plain' }]], [], { answers });
    const record = (await unit.bot.store().cases.read(it.caseId))?.value;
    const taking = { caseId: it.caseId, revision: record?.revision ?? 0, request: newRequestId() };
    await unit.bot.tab(unitPeople.reserve).call('case.assign', { ...taking, to: unitPeople.reserve.objectId });
    const { tab, at } = await opened(it, 'en', { isReserve: true });
    await tab.press(at.words('caseFiles.export', { name: 'letter.txt' }));
    await tab.tab.getByLabel(at.required('exports.place')).waitFor();
    expect(await tab.tab.getByText(at.words('caseFiles.exportTold')).count()).toBe(0);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});

describe('a file that was changed where it is kept', () => {
  it('does not leave, and the handler is told why', async () => {
    const it = await reported([[inBytes('a letter'), { name: 'letter.txt', type: 'text/plain' }]]);
    const found = await unit.bot.store().cases.read(it.caseId);
    const [made] = it.made;
    if (!found || !made) throw new Error('nothing was saved');
    const taking = { caseId: it.caseId, revision: found.value.revision, request: newRequestId() };
    await unit.bot.tab(unitPeople.handler).call('case.assign', { ...taking, to: unitPeople.handler.objectId });
    const { holder, id } = fileLocation(found.value, made.kept);
    const part = join(unit.bot.folder, 'candour.db.files', it.caseId, holder, id, '0');
    const bytes = await readFile(part);
    await writeFile(part, bytes.fill(7, bytes.length - 8));
    const { tab, at } = await opened(it, 'en');
    await tab.press(at.words('caseFiles.export', { name: 'letter.txt' }));
    await tab.choose(at.required('exports.place'), at.words('status.placeScanner'));
    await tab.check(at.words('caseFiles.otherLine'));
    await tab.fill(at.required('caseFiles.line'), await recipientFromIdentity(seedIdentity(9)));
    await tab.fill(at.required('exports.remark'), 'To the scanner');
    await tab.press(at.words('caseFiles.exportSend'));
    await tab.see(at.words('caseFiles.mismatch'));
    expect(await tab.button(at.words('caseFiles.save')).count()).toBe(0);
    expect(await kindsOf(it.caseId)).not.toContain('fileExported');
    await tab.close();
  });
});

describe('a file whose frame says that somebody is at it', () => {
  it('keeps no key open by that alone', async () => {
    const it = await reported([[inBytes('words'), { name: 'note.txt', type: 'text/plain' }]]);
    const { tab, at } = await opened(it, 'en', { hasClock: true });
    await show(tab, at, 'note.txt');
    const frame = await frameIn(tab);
    await tab.passes(10);
    // The focus is on the page around it.
    await frame.evaluate(() => window.dispatchEvent(new Event('pointerup')));
    await tab.settle();
    await tab.passes(6);
    await tab.tab.getByRole('region', { name: at.words('lock.label') }).waitFor();
    expect(await tab.tab.locator('iframe').count()).toBe(0);
  });
});

describe('a page that nobody was at', () => {
  it('locks and takes the file away, but not while somebody reads in its frame', async () => {
    const it = await reported([[inBytes('words\n'.repeat(400)), { name: 'long.txt', type: 'text/plain' }]]);
    const { tab, at } = await opened(it, 'en', { hasClock: true });
    await show(tab, at, 'long.txt');
    const frame = await frameIn(tab);
    await tab.passes(14);
    await frame.locator('main').click();
    await frame.locator('main').press('ArrowDown');
    await tab.settle();
    await tab.passes(14);
    expect(await tab.tab.locator('iframe').count()).toBe(1);
    await tab.passes(16);
    await tab.tab.getByRole('region', { name: at.words('lock.label') }).waitFor();
    expect(await tab.tab.locator('iframe').count()).toBe(0);
    expect(await tab.tab.getByRole('region', { name: at.words('lock.label') }).innerText()).toContain('a file');
  });
});
