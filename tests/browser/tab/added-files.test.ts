import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { chooseFile } from '../../support/browser/tab/report-files-driver.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { createSubmission, newReturnCode } from '../../support/core/open-core.ts';
import { generatePicture } from '../../support/files/generated-picture.ts';
import { createFilePage } from '../../support/files/file-page-driver.ts';
import { markedJpeg } from '../../support/files/marked-jpeg.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();

/** A case whose handler has its page open, at the panel for files. */
async function openAddPanel(language: Language) {
  const page = createFilePage(unit.bot, { objectId: randomUUID(), name: 'Somebody at a page' });
  const code = newReturnCode();
  await submitReport(page, createSubmission({ code }));
  const { caseId } = await page.claim(code);
  const tab = await unit.open(unitPeople.handler, {
    subPage: `case:${caseId}`,
    locale: localeByLanguage[language],
    width: 360,
  });
  const at = createCaseDriver(tab, language);
  await tab.see(at.words('case.workHeading'));
  await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
  const panel = await tab.panel(at.words('caseFiles.addHeading'));
  await panel.getByRole('button', { name: at.words('caseFiles.addSend') }).waitFor();
  return { caseId, tab, at, panel };
}

describe.each(languages)('files that a handler adds on the page of a case, in %s', (language) => {
  it('are cleaned or go as they are, by choice, and stand with the report’s once it is opened again', async () => {
    const canary = newCanary();
    const { caseId, tab, at, panel } = await openAddPanel(language);

    // Neither files nor words: both are asked for, and nothing is sent.
    await tab.press(at.words('caseFiles.addSend'), panel);
    await tab.see(at.words('caseFiles.addNeeded'));
    await checkEveryTheme(tab, `add-files-${language}`);

    const photo = markedJpeg(await generatePicture(tab.tab, 'image/jpeg', { width: 400, height: 300 }), canary);
    await chooseFile(tab, language, `${canary}.jpg`, photo);
    await tab.tab.getByRole('img', { name: at.words('files.picture') }).waitFor();
    await tab.fill(at.words('files.name'), 'intake.jpg', panel);
    await chooseFile(tab, language, `${canary}.jpg`, photo);
    await tab.tab.getByRole('img', { name: at.words('files.picture') }).waitFor();
    await tab.fill(at.words('files.name'), 'intake as it was.jpg', panel);
    await tab.check(at.words('files.versionOriginal'), panel);
    await tab.fill(at.required('caseFiles.addWhat'), `From the desk. ${canary}`, panel);
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`add-files-chosen-${language}-360`, 'whole');
    await at.send(panel, 'caseFiles.addSend', 'caseFiles.addSaved');

    const record = (await unit.bot.store().cases.read(caseId))?.value;
    expect(record?.files).toHaveLength(2);
    expect(await panel.getByRole('button', { name: at.words('files.remove', { name: 'intake.jpg' }) }).count()).toBe(0);

    await at.openReport();
    await tab.see(`From the desk. ${canary}`);
    await tab.press(at.words('caseFiles.show', { name: 'intake.jpg' }));
    await tab.tab.locator('iframe').waitFor();
    expect(await tab.button(at.words('caseFiles.show', { name: 'intake as it was.jpg' })).count()).toBe(0);
    await tab.see(at.words('caseFiles.isOriginal'));
    await tab.picture(`added-files-${language}-360`, 'whole');

    await tab.press(at.words('keys.lock'));
    const left = [
      unit.bot.log.join('\n'),
      await readBrowserStorage(tab),
      tab.console.join('\n'),
      tab.traffic.map(({ url, body, answer }) => `${url} ${body} ${answer}`).join('\n'),
    ];
    for (const where of left) expect(where.includes(canary)).toBe(false);
    expect(unexpectedErrors(tab)).toEqual([]);
  });
});

describe('a file that a handler would add', () => {
  it('cannot be chosen or removed from the press on until the answer, which clears the list', async () => {
    const { caseId, tab, at, panel } = await openAddPanel('en');
    const asked = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    await tab.page.route('**/api/tab/case.addFiles', async (route) => {
      asked.resolve();
      await answered.promise;
      await route.fallback();
    });
    await chooseFile(tab, 'en', 'note.txt', Buffer.from('What was said'));
    const remove = panel.getByRole('button', { name: at.words('files.remove', { name: 'Text 1' }) });
    await remove.waitFor();
    await tab.fill(at.required('caseFiles.addWhat'), 'From the desk', panel);
    await tab.press(at.words('caseFiles.addSend'), panel);
    await asked.promise;
    expect(await panel.getByLabel(at.words('files.choose')).isDisabled()).toBe(true);
    expect(await remove.isDisabled()).toBe(true);
    answered.resolve();
    await tab.see(at.words('caseFiles.addSaved'));
    expect((await unit.bot.store().cases.read(caseId))?.value.files).toHaveLength(1);
    expect(await panel.getByLabel(at.words('files.choose')).isEnabled()).toBe(true);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});
