import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDocumentProxy } from 'unpdf';
import { formatCaseId } from '../../../core/model/case-id.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { formatTimestamp } from '../../../words/date-format.ts';
import { renderPdf } from '../../support/browser/pdf-pictures.ts';
import { newPage } from '../../support/browser/loopback-page.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, startUnit, type Unit, unitPeople } from '../../support/browser/tab/unit.ts';
import { assertAbsent } from '../../support/journeys/canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';

const folder = resolve(import.meta.dirname, '../../../test-results');
let unit: Unit;
beforeAll(async () => {
  unit = await startUnit();
  mkdirSync(folder, { recursive: true });
});
afterAll(() => unit.stop());

async function openedReport(language: Language, on: Unit = unit) {
  const { teams, report, canary } = await newReporter(on.bot);
  const what = `${report.what}\n${Array.from({ length: 120 }, (_, place) => `Line ${place + 1} ${canary}`).join('\n')}`;
  await sendFullReport({ teams }, { ...report, what });
  const { caseId } = (await readSavedCase(on.bot, teams.card())).record;
  const tab = await on.open(unitPeople.handler, { subPage: `case:${caseId}`, locale: localeByLanguage[language] });
  const at = createCaseDriver(tab, language);
  await at.unlock(join(on.bot.folder, 'keys/acu.identity'));
  await at.openReport();
  // A printer, to the page, is a call that ends with an event.
  await tab.tab.evaluate(() => {
    Object.assign(window, { prints: 0 });
    window.print = () => Object.assign(window, { prints: Number(Reflect.get(window, 'prints')) + 1 });
  });
  return { tab, at, caseId, canary };
}
const prints = (tab: TabPage) => tab.tab.evaluate(() => Number(Reflect.get(window, 'prints')));
const printed = async (caseId: Awaited<ReturnType<typeof openedReport>>['caseId'], on: Unit = unit) =>
  (await on.bot.store().history.readAll(caseId)).filter(({ kind }) => kind === 'printed');

/** The lines that reach paper. */
async function paperText(tab: TabPage): Promise<string> {
  await tab.page.emulateMedia({ media: 'print' });
  const text = await tab.tab.evaluate(() => document.body.innerText);
  await tab.page.emulateMedia({ media: 'screen' });
  return text;
}

/** The document as a browser prints it, with the styles that are in force. */
async function paper(tab: TabPage): Promise<Uint8Array> {
  const html = await tab.tab.evaluate(() => {
    const styles = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    const { attributes } = document.documentElement;
    const own = [...attributes].map(({ name, value }) => `${name}="${value}"`).join(' ');
    return `<!doctype html><html ${own}><head><style>${styles.join('\n')}</style></head>${document.body.outerHTML}</html>`;
  });
  const { page } = await newPage(unit.browser, { width: 794, height: 1123 });
  await page.setContent(html);
  const pdf = await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
  await page.context().close();
  return new Uint8Array(pdf);
}

/** A PDF may part a word at its ligatures. */
const withoutSpaces = (text: string): string => text.replaceAll(/\s+/gu, '').normalize('NFKC');

async function pageTexts(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await getDocumentProxy(pdf.slice());
  const texts: string[] = [];
  for (let place = 1; place <= document.numPages; place += 1) {
    const { items } = await (await document.getPage(place)).getTextContent();
    texts.push(withoutSpaces(items.map((item) => ('str' in item ? item.str : '')).join('')));
  }
  return texts;
}

describe.each(languages)('printing an opened report, in %s', (language) => {
  it('asks first, records it, and stamps who and when on each page', async () => {
    const { tab, at, caseId, canary } = await openedReport(language);
    // What a person prints past the button holds no opened word.
    const shut = await paperText(tab);
    expect(shut).toContain(at.words('print.shut'));
    assertAbsent('what is printed past the question', shut, [canary]);

    await tab.press(at.words('print.open'));
    await tab.see(at.words('print.intro'));
    await checkEveryTheme(tab, `${language}-print`);
    await tab.page.setViewportSize({ width: 320, height: 800 });
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-print-320`);
    await tab.page.setViewportSize({ width: 1280, height: 900 });
    await tab.press(at.words('case.cancel'));
    expect([await prints(tab), await printed(caseId)]).toEqual([0, []]);

    await tab.press(at.words('print.open'));
    await tab.press(at.words('print.send'));
    await tab.tab.waitForFunction(() => Reflect.get(window, 'prints') === 1);
    const [entry, ...others] = await printed(caseId);
    if (entry === undefined) throw new Error('it is not recorded');
    expect([others, entry.by]).toEqual([[], { objectId: toPersonId(unitPeople.handler.objectId) }]);
    const stamp = at.words('print.stamp', {
      name: unitPeople.handler.name,
      at: formatTimestamp(language, entry.at, 'Europe/London'),
      reference: formatCaseId(caseId),
      entry: entry.sequence,
    });
    await tab.changeTheme('dark');
    const pdf = await paper(tab);
    const pages = await pageTexts(pdf);
    expect(pages.length).toBeGreaterThan(1);
    for (const text of pages) expect(text).toContain(withoutSpaces(stamp));
    expect(pages.join('')).toContain(withoutSpaces(`Line 120 ${canary}`));
    for (const words of ['case.identityHeading', 'case.sealedTo', 'talk.heading', 'case.workHeading'] as const)
      expect(pages.join('')).not.toContain(withoutSpaces(at.words(words)));
    for (const [place, { png }] of (await renderPdf(unit.browser, pdf)).entries())
      writeFileSync(join(folder, `print-${language}-${place + 1}.png`), png);
    await tab.changeTheme('default');

    // The stamp is for this once: what is printed next is asked for again.
    await tab.tab.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    assertAbsent('what is printed afterwards', await paperText(tab), [canary]);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});

describe('a print', () => {
  it('that the client never ends takes its stamp along with the next key, and is recorded each time', async () => {
    const { tab, at, caseId, canary } = await openedReport('en');
    for (const count of [1, 2]) {
      await tab.press(at.words('print.open'));
      await tab.press(at.words('print.send'));
      await tab.tab.waitForFunction((wanted) => Reflect.get(window, 'prints') === wanted, count);
      expect(await paperText(tab)).toContain(canary);
      await tab.page.keyboard.press('Control');
      assertAbsent('what is printed afterwards', await paperText(tab), [canary]);
    }
    expect(await printed(caseId)).toHaveLength(2);
    await tab.close();
  });

  it('of a page that shows no opened word is as ever', async () => {
    const { tab, at } = await openedReport('en');
    await tab.press(at.words('keys.lock'));
    expect(await paperText(tab)).toContain(at.words('case.workHeading'));
    await tab.close();
  });

  it('is shut by a setting: there is no button, and nothing opened reaches paper', async () => {
    const shut = await startUnit({ PRINT_REPORTS: 'no' });
    try {
      const { tab, at, caseId, canary } = await openedReport('en', shut);
      expect(await tab.button(at.words('print.open')).count()).toBe(0);
      assertAbsent('what is printed', await paperText(tab), [canary]);
      expect(await printed(caseId, shut)).toEqual([]);
    } finally {
      await shut.stop();
    }
  });
});
