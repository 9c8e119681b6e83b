import { describe, expect, it } from '@jest/globals';
import { draftRetentionDays } from '../../../core/reporting/drafts.ts';
import { decryptReportWithIdentities } from '../../../cli/open-report.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { mailboxHolderId, type SealedFile } from '../../../core/model/sealed-file.ts';
import { parseCaseId } from '../../../core/model/case-id.ts';
import { digestOfFile, partCount } from '../../../core/model/file-limits.ts';
import { languages } from '../../../core/model/language.ts';
import { decryptWholeFile } from '../../support/files/decrypt-file.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { formatDay } from '../../../words/date-format.ts';
import { translate } from '../../../words/tab/translate.ts';
import {
  openReportPage,
  chooseFile,
  pageLocator,
  checkLightAndDark,
  fillToCode,
} from '../../support/browser/tab/report-files-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { generatePicture } from '../../support/files/generated-picture.ts';
import { markedJpeg } from '../../support/files/marked-jpeg.ts';
import { createPdfWithPages } from '../../support/files/marked-pdf.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();

/** The content of a file of a case, opened by the unit. */
async function contentOf(record: CaseRecord, { id }: SealedFile): Promise<Uint8Array> {
  const bytes = record.files?.find((file) => file.id === id)?.bytes ?? 0;
  const place = { caseId: record.caseId, holder: mailboxHolderId(record.mailboxRecipient), id };
  const parts: Uint8Array[] = [];
  for (let part = 0; part < partCount(bytes); part += 1)
    parts.push((await unit.bot.files().readPart(place, part)) ?? new Uint8Array(0));
  return decryptWholeFile(Buffer.concat(parts), { caseId: record.caseId, id }, { identities: unit.bot.identities.acu });
}

async function recordOf(tab: TabPage): Promise<CaseRecord> {
  const caseId = parseCaseId(await tab.tab.getByText(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/u).innerText());
  const record = caseId && (await unit.bot.store().cases.read(caseId))?.value;
  if (record === undefined) throw new Error('the receipt was shown and nothing is saved');
  return record;
}

describe.each(languages)('files on the page for reporting, in %s', (language) => {
  const words = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
    translate(language, key, values);
  const onCard = (key: Parameters<typeof sayOnCard>[1]) => sayOnCard(language, key);

  it('are cleaned, shown, and sent with the report: nothing that they say of themselves leaves the page', async () => {
    const tab = await openReportPage(unit, language);
    const canary = newCanary();
    await fillToCode(tab, language, 'notKept', canary);
    await tab.see(words('files.never'));
    await checkLightAndDark(tab, `${language}-files-start`);

    // Something else first: it is refused by itself, and nothing else is lost.
    await chooseFile(tab, language, `${canary}.docx`, Buffer.from(`PK\u0003\u0004${canary}`));
    await tab.see(new RegExp(words('files.office'), 'u'));
    await checkLightAndDark(tab, `${language}-files-refused`);

    const photo = markedJpeg(await generatePicture(tab.tab, 'image/jpeg', { width: 400, height: 300 }), canary);
    await chooseFile(tab, language, `${canary}.jpg`, photo);
    await tab.see(words('files.tellsPlace'));
    await tab.see(words('files.tellsDevice', { device: 'Apple iPhone 13' }));
    await tab.see(words('files.tellsDay', { day: formatDay(language, '2026-11-20') }));
    await tab.see(words('files.onlyClean'));
    await tab.tab.getByRole('img', { name: words('files.picture') }).waitFor();
    await checkLightAndDark(tab, `${language}-files-photo`);
    expect(await tab.tab.getByLabel(words('files.name')).inputValue()).toBe(words('files.photo', { number: 1 }));
    await tab.see(new RegExp(words('files.photo', { number: 1 }), 'u'));

    await chooseFile(tab, language, `${canary}.pdf`, createPdfWithPages(3));
    await tab.tab.getByRole('img', { name: words('files.page', { number: 1, of: 3 }) }).waitFor();
    await tab.press(words('files.pageAfter'));
    await tab.tab.getByRole('img', { name: words('files.page', { number: 2, of: 3 }) }).waitFor();
    await tab.press(words('files.remove', { name: words('files.document', { number: 2 }) }));

    await chooseFile(tab, language, `${canary}.txt`, Buffer.from(`Tŷ\u202E cyfarfod ${canary}`));
    await tab.see(words('files.tellsUnseenSigns'));
    await tab.fill(words('files.name'), `Messages ${canary}`);
    await checkLightAndDark(tab, `${language}-files-added`);

    expect(tab.traffic.some(({ url }) => url.includes('report.file'))).toBe(false);
    await tab.press(onCard('report.thenSend'));
    await tab.see(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/u);
    await tab.tab.getByLabel(words('files.choose')).waitFor({ state: 'detached' });

    const record = await recordOf(tab);
    const opened = await decryptReportWithIdentities(
      record,
      await unit.bot.store().history.readAll(record.caseId),
      unit.bot.identities.acu,
    );
    const files = opened.report.files ?? [];
    expect(files.map(({ name, type, isOriginal }) => ({ name, type, isOriginal }))).toEqual([
      { name: words('files.photo', { number: 1 }), type: 'image/jpeg', isOriginal: false },
      { name: `Messages ${canary}`, type: 'text/plain', isOriginal: false },
    ]);
    const contents = await Promise.all(files.map((file) => contentOf(record, file)));
    expect(contents.map(digestOfFile)).toEqual(files.map(({ digest }) => digest));
    expect(Buffer.from(contents[1] ?? []).toString()).toBe(`Tŷ cyfarfod ${canary}`);
    expect(Buffer.from(contents[0] ?? []).includes(canary)).toBe(false);

    const sent = tab.traffic.filter(({ url }) => url.includes('/api/')).map(({ body }) => body);
    assertAbsent('what was sent', sent.join('\n'), [canary]);
    assertAbsent('the browser', await readBrowserStorage(tab), [canary]);
    assertAbsent('the console', tab.console.join(' '), [canary]);
    assertAbsent('the log', unit.bot.log.join(''), [canary]);
    assertAbsentOnDisk(unit.bot.folder, [canary]);
    expect(unexpectedErrors(tab)).toEqual([]);
    expect([...tab.refusedHosts]).toEqual([]);
    await tab.close();
  });

  it('are not asked for in Teams on Android, which says why', async () => {
    const tab = await openReportPage(unit, language, 'android');
    await fillToCode(tab, language, 'notKept', newCanary());
    await tab.see(words('files.phones'));
    expect(await tab.tab.locator('input[type="file"]').count()).toBe(0);
    await checkLightAndDark(tab, `${language}-files-on-android`);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('go as they are by choice, where an identity is kept, and come back with a code as the clean copy alone', async () => {
    const tab = await openReportPage(unit, language);
    const canary = newCanary();
    const code = await fillToCode(tab, language, 'named', canary);
    const photo = markedJpeg(await generatePicture(tab.tab, 'image/jpeg', { width: 60, height: 40 }), canary);
    await chooseFile(tab, language, 'photo.jpg', photo);
    await tab.check(words('files.versionOriginal'));
    await checkLightAndDark(tab, `${language}-files-as-it-is`);
    await tab.press(onCard('report.thenSend'));
    await tab.see(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/u);
    const record = await recordOf(tab);
    const opened = await decryptReportWithIdentities(
      record,
      await unit.bot.store().history.readAll(record.caseId),
      unit.bot.identities.acu,
    );
    const [file] = opened.report.files ?? [];
    expect(file).toMatchObject({ isOriginal: true, bytes: photo.length });
    expect(file && Buffer.compare(await contentOf(record, file), photo)).toBe(0);
    await tab.press(onCard('common.done'));

    await tab.press(words('report.startComeBack'), pageLocator(tab));
    await tab.fill(sayOnCard(language, 'common.required', { label: onCard('comeBack.code') }), code);
    await tab.page.keyboard.press('Enter');
    await tab.see(onCard('comeBack.statusReceived'));
    await chooseFile(tab, language, 'photo.jpg', photo);
    await tab.see(words('files.onlyClean'));
    await tab.fill(onCard('comeBack.followUp'), `It is on this photo. ${canary}`);
    await tab.press(onCard('comeBack.add'));
    await tab.see(onCard('comeBack.addedHeading'));
    const events = await unit.bot.store().history.readAll(record.caseId);
    expect(events.flatMap(({ files = [] }) => files)).toHaveLength(2);
    const sent = tab.traffic.filter(({ url }) => url.includes('/api/')).map(({ body }) => body);
    assertAbsent('what was sent', sent.join('\n'), [canary]);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('are added by being chosen, stay whatever is pressed next, and hold what would leave them behind', async () => {
    const tab = await openReportPage(unit, language);
    await fillToCode(tab, language, 'notKept', newCanary());
    const list = tab.tab.getByRole('list', { name: words('files.list') });
    const sent = (): number => tab.traffic.filter(({ url }) => url.endsWith('report.submit')).length;
    // What is pressed while the copy is made waits for it: its worker comes once that was seen.
    const mayCome = Promise.withResolvers<void>();
    await tab.page.route(/clean-pdf-worker/u, async (route) => {
      await mayCome.promise;
      await route.fallback();
    });
    await chooseFile(tab, language, 'many.pdf', createPdfWithPages(40));
    await tab.press(onCard('report.thenSend'));
    await tab.see(words('files.notReady'));
    expect(sent()).toBe(0);
    mayCome.resolve();
    await tab.tab.getByRole('img', { name: words('files.page', { number: 1, of: 40 }) }).waitFor();

    await tab.press(sayOnCard(language, 'report.thenLater', { days: draftRetentionDays }));
    await tab.see(words('files.unsent'));
    await checkLightAndDark(tab, `${language}-files-unsent`);
    // Whoever comes to “Send now” has come past the files.
    const chooser = await tab.tab.getByLabel(words('files.choose')).elementHandle();
    const isAfter = await tab
      .button(onCard('report.thenSend'))
      .evaluate((button, field) => field !== null && (field.compareDocumentPosition(button) & 4) !== 0, chooser);
    expect(isAfter).toBe(true);

    await tab.press(onCard('common.back'));
    // The list is on the card before as well: what chooses a file is not.
    await tab.tab.getByLabel(words('files.choose')).waitFor({ state: 'detached' });
    await list
      .getByText(words('files.document', { number: 1 }))
      .first()
      .waitFor();
    await checkLightAndDark(tab, `${language}-files-before-the-code`);
    await tab.press(words('report.stop'));
    await tab.tab.getByRole('alertdialog').or(tab.tab.getByRole('dialog')).waitFor();
    await tab.page.keyboard.press('Escape');
    await tab.press(onCard('common.continue'));
    await list
      .getByText(words('files.document', { number: 1 }))
      .first()
      .waitFor();

    await tab.press(onCard('report.thenSend'));
    await tab.see(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/u);
    await tab.see(
      sayOnCard(language, 'receipt.filesOfKinds', { kinds: sayOnCard(language, 'receipt.documents', { count: 1 }) }),
    );
    await checkLightAndDark(tab, `${language}-files-receipt`);
    expect((await recordOf(tab)).files).toHaveLength(1);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});
