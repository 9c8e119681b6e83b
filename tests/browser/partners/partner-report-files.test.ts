import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { decryptReportWithIdentities } from '../../../cli/open-report.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { parseReturnCode, type ReturnCode, formatReturnCode } from '../../../core/model/return-code.ts';
import { optionKey, questionLabel } from '../../../cards/question-texts.ts';
import { type QuestionId, questionForRoute } from '../../../core/model/questions.ts';
import { filePickerWords } from '../../../words/tab/file-picker.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/partners/translate.ts';
import { translateWord } from '../../../words/translate-word.ts';
import { launchChromium } from '../../support/browser/chromium.ts';
import { readBrowserStorage, openPartners, type PartnersPage } from '../../support/browser/partners/partners-page.ts';
import { stepTaken } from '../../support/browser/partners/signed-in-page.ts';
import { generatePicture } from '../../support/files/generated-picture.ts';
import { readCleanRecording } from '../../support/files/clean-recordings.ts';
import { markedJpeg } from '../../support/files/marked-jpeg.ts';
import { faxPage, createPdfWithPages } from '../../support/files/marked-pdf.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import { createInvitation, partnersOrigin, startWithPartners } from '../../support/partners/partner-client.ts';

const pictures = resolve(import.meta.dirname, '../../../test-results');
let bot: RunningBot;
let browser: Browser;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  [bot, browser] = await Promise.all([startWithPartners(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});

/** How dark a picture on a canvas is in its middle, once it is drawn: 0 is black. */
async function darkestInMiddle(element: Element): Promise<number | undefined> {
  if (!(element instanceof HTMLCanvasElement)) return undefined;
  for (;;) {
    const pen = element.getContext('2d');
    const [red, , , alpha] = pen?.getImageData(element.width / 2, element.height / 2, 1, 1).data ?? [];
    if (alpha === 255) return red;
    await new Promise(requestAnimationFrame);
  }
}

describe.each(languages)('files at the page of partners (%s)', (language: Language) => {
  const canary = newCanary();
  const file = (key: keyof typeof filePickerWords, values?: Parameters<typeof translateWord>[2]) =>
    translateWord(language, filePickerWords[key], values);
  const onCard = (key: Parameters<typeof sayOnCard>[1]) => sayOnCard(language, key);
  let at: PartnersPage;
  let code: ReturnCode;

  beforeAll(async () => {
    const { token } = await createInvitation(bot);
    at = await openPartners(browser, bot, { hash: `#${token}`, language, look: language === 'en' ? 'light' : 'dark' });
    await at.button(translate(language, 'invited.makePasskey')).waitFor();
    await at.press(translate(language, 'invited.makePasskey'));
    await at.button(translate(language, 'inside.begin')).waitFor();
  });
  afterAll(() => at.close());

  const picture = (name: string) =>
    at.page.screenshot({
      path: join(pictures, `partners-${name}-${language}.png`),
      animations: 'disabled',
      fullPage: true,
    });
  const next = async (): Promise<void> => {
    await at.press(onCard('common.continue'));
    await stepTaken(at);
    await at.button(translate(language, 'inside.stop')).waitFor();
  };
  const labelOf = (id: QuestionId): string => {
    const label = questionLabel(language, id, 'hub');
    return questionForRoute('hub', id).required ? sayOnCard(language, 'common.required', { label }) : label;
  };
  const choose = async (id: QuestionId, option: string): Promise<void> => {
    const key = optionKey(id, option);
    if (key) await at.check(onCard(key), labelOf(id));
  };
  const chooseFile = (name: string, buffer: Buffer): Promise<void> =>
    at.page.getByLabel(file('files.choose')).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  const aPhoto = async () =>
    markedJpeg(await generatePicture(at.page, 'image/jpeg', { width: 400, height: 300 }), canary);
  const seen = (words: string): Promise<void> => at.page.getByText(words).first().waitFor();
  const sentBodies = (): string => at.requests.map(({ body }) => body).join('\n');

  it('go along as clean copies, once they were looked at, and nothing else of them does', async () => {
    await at.press(translate(language, 'inside.begin'));
    await choose('consent', 'agrees');
    await next();
    expect(await at.page.getByLabel(file('files.choose')).count()).toBe(0);
    await at.fill(labelOf('what'), `${canary} said`);
    await choose('conflict', 'no');
    await next();
    await seen(translate(language, 'inside.filesNever'));
    const shown = parseReturnCode(/\b(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}\b/u.exec(await at.text())?.[0] ?? '');
    if (shown === undefined) throw new Error('no code is shown');
    code = shown;
    expect(await at.violations()).toEqual([]);
    await picture('files-start');

    await chooseFile(`${canary}.jpg`, await aPhoto());
    await seen(file('files.tellsPlace'));
    await seen(file('files.onlyClean'));
    expect(await at.violations()).toEqual([]);
    await picture('files-photo');
    await seen(file('files.list'));

    await chooseFile(`${canary}.mp4`, Buffer.from(readCleanRecording('film.mp4')));
    const film = at.page.frameLocator('iframe').locator('video');
    await film.press('Space');
    await film.evaluate(
      (element) =>
        new Promise((resolve) => {
          if (element instanceof HTMLVideoElement && element.ended) resolve(undefined);
          element.addEventListener('ended', resolve);
        }),
    );
    expect(await at.violations()).toEqual([]);
    await picture('files-film');
    await at.press(file('files.remove', { name: file('files.video', { number: 2 }) }));
    await chooseFile(`${canary}.pdf`, createPdfWithPages(2));
    await at.page.getByRole('img', { name: file('files.page', { number: 1, of: 2 }) }).waitFor();
    await at.press(file('files.remove', { name: file('files.document', { number: 2 }) }));
    // What a scanner packed is drawn by a part of the page's own, without WebAssembly.
    await chooseFile(`${canary} scan.pdf`, Buffer.from(faxPage()));
    const scan = at.page.getByRole('img', { name: file('files.page', { number: 1, of: 1 }) });
    await scan.waitFor();
    expect(await scan.evaluate(darkestInMiddle)).toBeLessThan(40);
    expect(at.requests.map(({ url }) => new URL(url).pathname).filter((path) => /wasm/u.test(path))).toEqual([
      expect.stringMatching(/^\/partners\/assets\/jbig2_nowasm_fallback-[\d.]+\.js$/u),
    ]);
    await at.press(file('files.remove', { name: file('files.document', { number: 2 }) }));
    await chooseFile(`${canary}.docx`, Buffer.from(`PK\u0003\u0004${canary}`));
    await seen(file('files.office'));
    expect(await at.violations()).toEqual([]);
    await picture('files-added');
    await at.press(file('files.remove', { name: file('files.newFile', { number: 2 }) }));

    expect(at.requests.some(({ url }) => url.includes('report.file'))).toBe(false);
    await at.press(onCard('report.thenSend'));
    await seen(onCard('hub.tellPassed'));
    const record = (await bot.store().cases.read(deriveCaseId(code)))?.value;
    if (record === undefined) throw new Error('nothing is saved');
    expect(record).toMatchObject({ route: 'hub', mode: 'notKept', files: [{ id: expect.any(String) }] });
    const opened = await decryptReportWithIdentities(
      record,
      await bot.store().history.readAll(record.caseId),
      bot.identities.acu,
    );
    expect(opened.report.files).toEqual([
      expect.objectContaining({ name: file('files.photo', { number: 1 }), type: 'image/jpeg', isOriginal: false }),
    ]);
    await at.press(onCard('common.done'));
  });

  it('go along with what is added later', async () => {
    await at.press(translate(language, 'inside.comeBack'));
    await at.fill(sayOnCard(language, 'common.required', { label: onCard('comeBack.code') }), formatReturnCode(code));
    await at.press(onCard('common.continue'));
    await seen(onCard('comeBack.filesBelow'));
    await chooseFile(`${canary}.jpg`, await aPhoto());
    await seen(file('files.tellsPlace'));
    await at.fill(onCard('comeBack.followUp'), `${canary} more`);
    expect(await at.violations()).toEqual([]);
    await at.press(onCard('comeBack.add'));
    await seen(onCard('comeBack.addedHeading'));
    expect((await bot.store().cases.read(deriveCaseId(code)))?.value.files).toHaveLength(2);
    await at.press(onCard('comeBack.another'));
    expect(await at.page.getByText(file('files.list')).count()).toBe(0);
  });

  it('are asked about before somebody stops, and gone with whoever leaves at once', async () => {
    await chooseFile(`${canary}.jpg`, await aPhoto());
    await seen(file('files.tellsPlace'));
    await at.press(translate(language, 'frame.signOut'));
    await at.page.getByRole('dialog').waitFor();
    await at.press(translate(language, 'frame.stay'));
    await seen(file('files.list'));
    expect(await readBrowserStorage(at)).not.toContain(canary);
    const before = at.requests.length;
    expect(at.errors).toEqual([]);
    await at.button(translate(language, 'frame.leave')).click();
    await at.page.waitForURL(({ origin }) => origin !== partnersOrigin).catch(() => undefined);
    expect(at.requests.slice(before).filter(({ url }) => url.includes('/api/'))).toEqual([]);
    assertAbsent('what was sent', sentBodies(), [canary]);
    assertAbsent('the console', at.console.join(' '), [canary]);
    assertAbsent('the log', bot.log.join(''), [canary]);
    assertAbsentOnDisk(bot.folder, [canary]);
  });
});
