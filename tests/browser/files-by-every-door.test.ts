import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { decryptReportWithIdentities } from '../../cli/open-report.ts';
import { type CaseId, parseCaseId } from '../../core/model/case-id.ts';
import { partCount } from '../../core/model/file-limits.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { fileLocation } from '../../core/model/sealed-file.ts';
import { submitReport } from '../../core/reporting/submit-report.ts';
import { translate as translateCard } from '../../words/cards/translate.ts';
import { translate as translatePartner } from '../../words/partners/translate.ts';
import { translate } from '../../words/tab/translate.ts';
import { readBrowserStorage as readPartnerStorage } from '../support/browser/partners/partners-page.ts';
import { answerQuestion, openSignedInPage, pressNext } from '../support/browser/partners/signed-in-page.ts';
import { readBrowserStorage } from '../support/browser/tab/browser-storage.ts';
import { createCaseDriver } from '../support/browser/tab/case-driver.ts';
import { fillToCode, openReportPage } from '../support/browser/tab/report-files-driver.ts';
import { setUpUnit } from '../support/browser/tab/set-up-unit.ts';
import type { TabPage } from '../support/browser/tab/tab-page.ts';
import { unexpectedErrors } from '../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, unitPeople } from '../support/browser/tab/unit.ts';
import { createSubmission, newReturnCode } from '../support/core/open-core.ts';
import { decryptWholeFile } from '../support/files/decrypt-file.ts';
import { createFilePage } from '../support/files/file-page-driver.ts';
import { type PhoneFile, phoneFiles, type ShownAs, tagCanary } from '../support/files/phone-files.ts';
import { assertAbsent, assertAbsentOnDisk, encodedForms } from '../support/journeys/canary.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { partnersHost } from '../support/partners/partner-client.ts';

const unit = setUpUnit({ PARTNERS: 'yes', PUBLIC_HOST: partnersHost });
// People take their time: the server's clock stands still otherwise.
beforeEach(() => unit.bot.clock.forward(600_000));

/** A case with files, and all that the page said and heard on the way there. */
interface Arrived {
  readonly caseId: CaseId;
  readonly traces: Readonly<Record<string, string>>;
}

interface Journey {
  readonly language: Language;
  readonly files: readonly PhoneFile[];
  /** As the receipt says it: "2 photos". */
  readonly said: string;
  readonly typed: string;
}

const nameOf = (language: Language, name: PhoneFile['copies'][number]['name'], number: number): string =>
  translate(language, name, { number });

/** Chooses each file at a page, and sees the copy that was made of it. */
async function chooseAll(body: Locator, { language, files, typed }: Journey): Promise<void> {
  const words = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]): string =>
    translate(language, key, values);
  const previews: Readonly<Record<ShownAs, Locator>> = {
    picture: body.getByRole('img', { name: words('files.picture'), exact: true }),
    pages: body.getByRole('img', { name: /\b1\b/u }),
    text: body.getByRole('group', { name: words('files.text'), exact: true }),
    audio: body.frameLocator('iframe').locator('audio'),
    video: body.frameLocator('iframe').locator('video'),
  };
  let number = 1;
  for (const { ending, read, copies } of files) {
    const buffer = await read(body.page(), typed);
    // A Word file is packed, and a text has nothing beside its words but its name.
    if (!['docx', 'txt'].includes(ending)) expect(buffer.includes(tagCanary)).toBe(true);
    const file = { name: `${tagCanary} ${ending}.${ending}`, mimeType: 'application/octet-stream', buffer };
    await body.getByLabel(words('files.choose'), { exact: true }).setInputFiles(file);
    for (const { name } of copies)
      await body
        .getByRole('button', { name: words('files.look', { name: nameOf(language, name, number) }), exact: true })
        .waitFor();
    const [first] = copies;
    if (first) await previews[first.shownAs].waitFor();
    number += 1;
  }
  expect(
    await body
      .getByRole('list', { name: words('files.list'), exact: true })
      .locator('> li')
      .count(),
  ).toBe(files.flatMap(({ copies }) => copies).length);
}

const trafficText = (tab: TabPage): string =>
  tab.traffic
    .filter(({ url }) => url.includes('/api/'))
    .map(({ url, headers, body, answer }) => [url, JSON.stringify(headers), body, answer].join('\n'))
    .join('\n');
const tracesOf = async (tab: TabPage): Promise<Arrived['traces']> => ({
  'requests and answers': trafficText(tab),
  'the browser': await readBrowserStorage(tab),
  'the console': tab.console.join('\n'),
});

async function byTheTab(journey: Journey): Promise<Arrived> {
  const { language, said, typed } = journey;
  const tab = await openReportPage(unit, language);
  await fillToCode(tab, language, 'notKept', typed);
  await chooseAll(tab.tab.locator('body'), journey);
  await tab.press(translateCard(language, 'report.thenSend'));
  await tab.see(translateCard(language, 'receipt.filesOfKinds', { kinds: said }));
  const caseId = parseCaseId(await tab.tab.getByText(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/u).innerText());
  if (caseId === undefined) throw new Error('the receipt has no reference');
  const traces = await tracesOf(tab);
  expect(unexpectedErrors(tab)).toEqual([]);
  await tab.close();
  return { caseId, traces };
}

async function byThePartnersPage(journey: Journey): Promise<Arrived> {
  const { language, said, typed } = journey;
  const at = await openSignedInPage(unit.browser, unit.bot, language);
  await at.press(translatePartner(language, 'inside.begin'));
  await answerQuestion(at, language, 'consent', 'agrees');
  await pressNext(at, language);
  await answerQuestion(at, language, 'what', `Somebody is visited at night. ${typed}`);
  await answerQuestion(at, language, 'conflict', 'no');
  await pressNext(at, language);
  await chooseAll(at.page.locator('body'), journey);
  await at.press(translateCard(language, 'report.thenSend'));
  await at.page.getByText(translateCard(language, 'receipt.filesOfKinds', { kinds: said })).waitFor();
  const reference = await at.page.getByText(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/u).innerText();
  const caseId = parseCaseId(reference);
  if (caseId === undefined) throw new Error('the receipt has no reference');
  const traces = {
    requests: at.requests
      .filter(({ url }) => url.includes('/api/'))
      .map(({ url, body }) => `${url}\n${body}`)
      .join('\n'),
    'the browser': await readPartnerStorage(at),
    'the console': at.console.join('\n'),
  };
  expect(at.errors).toEqual([]);
  await at.close();
  return { caseId, traces };
}

/** A handler at the page of a case, with the unit's key. */
async function openCase(caseId: CaseId, language: Language) {
  const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}`, locale: localeByLanguage[language] });
  const at = createCaseDriver(tab, language);
  await tab.see(at.words('case.workHeading'));
  await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
  return { tab, at };
}

async function byTheCase(journey: Journey): Promise<Arrived> {
  const { language, typed } = journey;
  const page = createFilePage(unit.bot, { objectId: randomUUID(), name: 'Somebody at a page' });
  const code = newReturnCode();
  await submitReport(page, createSubmission({ code }));
  const { caseId } = await page.claim(code);
  const { tab, at } = await openCase(caseId, language);
  const panel = await tab.panel(at.words('caseFiles.addHeading'));
  await panel.getByRole('button', { name: at.words('caseFiles.addSend') }).waitFor();
  await chooseAll(panel, journey);
  await tab.fill(at.required('caseFiles.addWhat'), `From the front desk. ${typed}`, panel);
  await at.send(panel, 'caseFiles.addSend', 'caseFiles.addSaved');
  expect(await panel.getByRole('list', { name: at.words('files.list') }).count()).toBe(0);
  const traces = await tracesOf(tab);
  expect(unexpectedErrors(tab)).toEqual([]);
  await tab.close();
  return { caseId, traces };
}

/** The copies of a case as the unit can open them, without the page. */
async function contentsOf(caseId: CaseId): Promise<readonly Buffer[]> {
  const record = (await unit.bot.store().cases.read(caseId))?.value;
  if (record === undefined) throw new Error('nothing is saved');
  const contents: Buffer[] = [];
  for (const file of record.files ?? []) {
    const parts: Uint8Array[] = [];
    for (let part = 0; part < partCount(file.bytes); part += 1)
      parts.push((await unit.bot.files().readPart(fileLocation(record, file), part)) ?? new Uint8Array(0));
    const keys = { identities: unit.bot.identities.acu };
    contents.push(Buffer.from(await decryptWholeFile(Buffer.concat(parts), { caseId, id: file.id }, keys)));
  }
  return contents;
}

/** Sees, reads or plays each file as a handler does. */
async function openAll(tab: TabPage, { language, files, typed }: Journey): Promise<void> {
  const frame = tab.tab.frameLocator('iframe');
  const looks: Readonly<Record<ShownAs, () => Promise<void>>> = {
    async picture() {
      // Something is drawn: a canvas on which nothing was drawn shows through.
      const drawn = await frame.locator('canvas').evaluate((element) => {
        if (!(element instanceof HTMLCanvasElement)) return 0;
        const { data = [] } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? {};
        return data.filter((value, at) => at % 4 === 3 && value > 0).length;
      });
      expect(drawn).toBeGreaterThan(0);
    },
    pages: () => looks.picture(),
    async text() {
      expect(await frame.locator('pre').innerText()).toMatch(/\S/u);
    },
    audio: () => looks.video(),
    async video() {
      const player = frame.locator('audio, video');
      await player.press('Space');
      await player.evaluate(
        (element) =>
          new Promise<void>((resolve, reject) => {
            if (!(element instanceof HTMLMediaElement)) return reject(new Error('no player'));
            if (element.currentTime > 0) resolve();
            element.addEventListener('timeupdate', () => element.currentTime > 0 && resolve());
            element.addEventListener('error', () => reject(new Error('it cannot be played')));
          }),
      );
    },
  };
  let number = 1;
  for (const { copies } of files) {
    for (const { name, shownAs } of copies) {
      await tab.press(translate(language, 'caseFiles.show', { name: nameOf(language, name, number) }));
      await frame.locator('canvas, pre, audio, video').first().waitFor();
      await looks[shownAs]();
      if (name === 'files.note') expect(await frame.locator('pre').innerText()).toBe(`Tŷ ${typed}`);
      await tab.press(translate(language, 'caseFiles.close'));
    }
    number += 1;
  }
}

const doors = { 'the tab': byTheTab, 'the partners’ page': byThePartnersPage, 'the page of a case': byTheCase };
const journeys = Object.entries(doors).flatMap(([door, go]) =>
  languages.flatMap((language) => phoneFiles.map((row) => ({ ...row, door, go, language }))),
);

describe('files that someone chooses', () => {
  it.each(journeys)(
    'arrive by $door as clean copies that a handler opens, in $language: $title',
    async ({ go, language, files, said }) => {
      const journey: Journey = { language, files, said: said[language], typed: newCanary() };
      const { typed } = journey;
      const { caseId, traces } = await go(journey);
      const count = files.flatMap(({ copies }) => copies).length;
      expect((await unit.bot.store().cases.read(caseId))?.value.files).toHaveLength(count);

      const { tab, at } = await openCase(caseId, language);
      await at.openReport();
      await tab.see(typed);
      await openAll(tab, journey);
      expect(await tab.tab.locator('body').innerText()).not.toContain(tagCanary);
      const handlerTraces = await tracesOf(tab);
      expect(unexpectedErrors(tab)).toEqual([]);
      await tab.close();

      const contents = await contentsOf(caseId);
      expect(contents).toHaveLength(count);
      for (const content of contents)
        expect(encodedForms(tagCanary).filter((form) => content.includes(form))).toEqual([]);
      const record = (await unit.bot.store().cases.read(caseId))?.value;
      const events = await unit.bot.store().history.readAll(caseId);
      const opened = record && (await decryptReportWithIdentities(record, events, unit.bot.identities.acu));
      assertAbsent('what was sealed', JSON.stringify(opened), [tagCanary]);
      for (const [where, text] of [...Object.entries(traces), ...Object.entries(handlerTraces)])
        assertAbsent(where, text, [tagCanary, typed]);
      assertAbsent('the log', unit.bot.log.join('\n'), [tagCanary, typed]);
      assertAbsentOnDisk(unit.bot.folder, [tagCanary, typed]);
    },
  );
});
