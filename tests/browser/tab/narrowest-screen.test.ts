import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { formatReturnCode } from '../../../core/model/return-code.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate as sayToPartner } from '../../../words/partners/translate.ts';
import { filePickerWords } from '../../../words/tab/file-picker.ts';
import { translateWord } from '../../../words/translate-word.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { chooseFile, fillToCode, openReportPage, pageLocator } from '../../support/browser/tab/report-files-driver.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, startUnit, type Unit, unitPeople } from '../../support/browser/tab/unit.ts';
import { openPartners } from '../../support/browser/partners/partners-page.ts';
import { answerQuestion, parseCode, pressNext } from '../../support/browser/partners/signed-in-page.ts';
import { isFocusCovered, readTabOrder } from '../../support/browser/tab-order.ts';
import { createSubmission, newReturnCode } from '../../support/core/open-core.ts';
import { getQuestionLabel } from '../../support/journeys/card-labels.ts';
import { goToStep, newReporter } from '../../support/journeys/reporter.ts';
import { parseCardCode } from '../../support/journeys/saved-case.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { readCleanRecording } from '../../support/files/clean-recordings.ts';
import { createFilePage } from '../../support/files/file-page-driver.ts';
import { generatePicture } from '../../support/files/generated-picture.ts';
import { createInvitation, partnersHost } from '../../support/partners/partner-client.ts';

const pictures = resolve(import.meta.dirname, '../../../test-results');
const cutFilm = readFileSync(join(import.meta.dirname, '../../fixtures/recordings/cut-beginning.mp4'));
const narrowest = { width: 320, height: 640 };
const looks = ['light', 'dark', 'contrast'] as const;
type Look = (typeof looks)[number];

let unit: Unit;
let photo: Buffer;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  unit = await startUnit({
    PARTNERS: 'yes',
    PUBLIC_HOST: partnersHost,
    TEAMS_APP_ID: 'a1b2c3d4-1111-4222-8333-444455556666',
  });
  const tab = await unit.open(unitPeople.nobody);
  photo = await generatePicture(tab.tab, 'image/jpeg', { width: 400, height: 300 });
  await tab.close();
});
afterAll(() => unit.stop());

/** A page that is looked at, whoever sits at it. */
interface Place {
  readonly frame: Frame;
  readonly settle: () => Promise<void>;
  readonly changeLook: (look: Look) => Promise<void>;
  readonly violations: () => Promise<readonly string[]>;
  readonly picture: (name: string) => Promise<unknown>;
}
/** One thing after the other that is shown at a door, and how one comes to it. */
type Steps = readonly (readonly [name: string, come: () => Promise<unknown>])[];

const placeOf = (tab: TabPage): Place => ({
  frame: tab.tab,
  settle: () => tab.settle(),
  changeLook: (look) => tab.changeTheme(look === 'light' ? 'default' : look),
  violations: () => tab.violations(),
  picture: (name) => tab.picture(name, 'whole'),
});

/** Comes to each, and looks at it in every theme and by the Tab key. */
async function lookAtEach({ frame, settle, changeLook, violations, picture }: Place, language: Language, steps: Steps) {
  for (const [name, come] of steps) {
    await come();
    await settle();
    const hasFocus = await frame.evaluate(() => document.activeElement !== document.body);
    const isCovered = await isFocusCovered(frame);
    const found: Partial<Record<Look, readonly string[]>> = {};
    for (const look of looks) {
      await changeLook(look);
      await settle();
      // From its top, where nothing lies under the bar that stays in sight.
      await frame.evaluate(() => window.scrollTo(0, 0));
      found[look] = await violations();
      if (look === (language === 'en' ? 'light' : 'dark'))
        await picture(`narrowest-${name}-${language}`.replaceAll(' ', '-'));
    }
    await changeLook('light');
    await settle();
    const { names, faults } = await readTabOrder(frame);
    expect({ name, hasFocus, isCovered, found, faults, isEmpty: names.length === 0 }).toEqual({
      name,
      hasFocus: true,
      isCovered: false,
      found: { light: [], dark: [], contrast: [] },
      faults: [],
      isEmpty: false,
    });
  }
}

describe.each(languages)('on a screen of 320 pixels, in three themes and by Tab, in %s', (language) => {
  const onCard = (key: Parameters<typeof sayOnCard>[1]) => sayOnCard(language, key);
  const file = (key: keyof typeof filePickerWords, values?: Parameters<typeof translateWord>[2]) =>
    translateWord(language, filePickerWords[key], values);
  const codeLabel = sayOnCard(language, 'common.required', { label: onCard('comeBack.code') });

  it('the page for reporting hides nothing', async () => {
    const tab = await openReportPage(unit, language);
    await tab.page.setViewportSize(narrowest);
    const at = createCaseDriver(tab, language);
    const chooseHere = async (name: string, buffer: Buffer): Promise<void> => {
      await tab.tab.getByLabel(file('files.choose')).focus();
      await chooseFile(tab, language, name, buffer);
    };
    const removeFile = (key: 'files.photo' | 'files.recording' | 'files.video', number = 1) =>
      tab.press(at.words('files.remove', { name: at.words(key, { number }) }));
    let code = '';
    await lookAtEach(placeOf(tab), language, [
      [
        'known',
        async () => {
          code = await fillToCode(tab, language, 'notKept', 'words');
          await tab.press(onCard('common.back'), pageLocator(tab));
          await tab.see(getQuestionLabel(language, 'mode'));
        },
      ],
      [
        'code',
        async () => {
          await tab.press(onCard('common.continue'));
          await tab.see(code);
        },
      ],
      [
        'picture',
        async () => {
          await chooseHere('photo.jpg', photo);
          await tab.tab.getByRole('img', { name: at.words('files.picture') }).waitFor();
        },
      ],
      [
        'voice note',
        async () => {
          await removeFile('files.photo');
          await chooseHere('note.m4a', Buffer.from(readCleanRecording('note.m4a')));
          await tab.tab.frameLocator('iframe').locator('audio').waitFor();
        },
      ],
      [
        'cut film',
        async () => {
          await removeFile('files.recording');
          await chooseHere('cut.mp4', cutFilm);
          await tab.tab.frameLocator('iframe').locator('video').waitFor();
        },
      ],
      [
        'cut film not looked at',
        async () => {
          await tab.press(onCard('report.thenSend'));
          await tab.see(at.words('files.unplayed'));
        },
      ],
      [
        'hidden',
        async () => {
          await tab.press(at.words('shell.hide'));
          await tab.see(at.words('shell.neutralText'));
        },
      ],
      [
        'receipt',
        async () => {
          await tab.press(at.words('shell.neutralReturn'));
          await removeFile('files.video');
          await tab.press(onCard('report.thenSend'));
          await tab.see(onCard('receipt.heading'));
        },
      ],
      [
        'code asked',
        async () => {
          await tab.press(onCard('common.done'));
          await tab.press(at.words('report.startComeBack'), pageLocator(tab));
          await tab.tab.getByLabel(codeLabel, { exact: true }).waitFor();
        },
      ],
      [
        'come back',
        async () => {
          await tab.fill(codeLabel, code);
          await tab.press(onCard('common.continue'));
          await tab.see(onCard('comeBack.statusReceived'));
        },
      ],
    ]);
    await tab.close();
  });

  it('the page to which the bot leads hides nothing', async () => {
    const reporter = await newReporter(unit.bot, newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
    await reporter.teams.press('report');
    await goToStep(reporter.teams, { ...reporter.report, mode: 'notKept' }, 'review');
    await reporter.teams.press('file');
    const code = parseCardCode(reporter.teams.card());
    const tab = await openReportPage(unit, language);
    await tab.page.setViewportSize(narrowest);
    await lookAtEach(placeOf(tab), language, [
      [
        'draft found',
        async () => {
          await tab.press(createCaseDriver(tab, language).words('report.startComeBack'), pageLocator(tab));
          await tab.fill(codeLabel, code);
          await tab.press(onCard('common.continue'));
          await tab.see(onCard('comeBack.draftHeading'));
        },
      ],
      [
        'from bot',
        async () => {
          await tab.press(onCard('comeBack.resume'));
          await tab.see(onCard('review.heading'));
          await tab.tab.getByLabel(file('files.choose')).waitFor();
        },
      ],
    ]);
    await tab.close();
  });

  it('the page of a case hides nothing of files', async () => {
    unit.bot.clock.forward(600_000);
    const page = createFilePage(unit.bot, { objectId: randomUUID(), name: 'Somebody at a page' });
    const code = newReturnCode();
    const made = await Promise.all([
      page.make(code, photo, { name: 'one.jpg', type: 'image/jpeg' }),
      page.make(code, readCleanRecording('film.mp4'), { name: 'film.mp4', type: 'video/mp4' }),
      page.make(code, readCleanRecording('note.ogg'), { name: 'note.ogg', type: 'audio/ogg' }),
      page.make(code, readCleanRecording('hevc.mp4'), { name: 'phone.mp4', type: 'video/mp4' }),
    ]);
    await submitReport({ ...page, ...page.holding(...made) }, createSubmission({ code }));
    const tab = await unit.open(unitPeople.handler, {
      subPage: `case:${(await page.claim(code)).caseId}`,
      locale: localeByLanguage[language],
      ...narrowest,
    });
    const at = createCaseDriver(tab, language);
    const show = async (name: string): Promise<void> => {
      await tab.press(at.words('caseFiles.show', { name }));
      // By its name: the file before stays until this one is fetched.
      await tab.tab.getByTitle(at.words('caseFiles.frame', { name }), { exact: true }).waitFor();
    };
    await tab.see(at.words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    await lookAtEach(placeOf(tab), language, [
      ['viewer picture', () => show('one.jpg')],
      ['viewer film', () => show('film.mp4')],
      ['viewer voice note', () => show('note.ogg')],
      [
        'viewer no picture',
        async () => {
          // Its frame is gone again once it is found to have no picture.
          await tab.press(at.words('caseFiles.show', { name: 'phone.mp4' }));
          await tab.see(at.words('caseFiles.noPicture'));
        },
      ],
      [
        'marked',
        async () => {
          await show('one.jpg');
          await tab.press(at.words('caseFiles.mayBeUnlawful'));
          await tab.see(at.words('caseFiles.unlawfulRecorded'));
        },
      ],
      [
        'marked asked',
        async () => {
          await tab.press(at.words('caseFiles.show', { name: 'one.jpg' }));
          await tab.see(at.words('caseFiles.markedAsk'));
        },
      ],
    ]);
    await tab.close();
  });

  it('the page of partners hides nothing', async () => {
    const say = (key: Parameters<typeof sayToPartner>[1]) => sayToPartner(language, key);
    const { token } = await createInvitation(unit.bot);
    const at = await openPartners(unit.browser, unit.bot, { hash: `#${token}`, language, ...narrowest });
    const choose = async (name: string, buffer: Buffer): Promise<void> => {
      const chooser = at.page.getByLabel(file('files.choose'));
      await chooser.focus();
      await chooser.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    };
    const place: Place = {
      ...at,
      frame: at.page.mainFrame(),
      picture: (name) =>
        at.page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled', fullPage: true }),
      changeLook: (look) =>
        at.page.emulateMedia({
          colorScheme: look === 'dark' ? 'dark' : 'light',
          forcedColors: look === 'contrast' ? 'active' : 'none',
        }),
    };
    let code = '';
    await at.button(say('invited.makePasskey')).waitFor();
    await lookAtEach(place, language, [
      ['partner invited', () => at.button(say('invited.makePasskey')).focus()],
      [
        'partner words',
        async () => {
          await at.press(say(language === 'cy' ? 'invited.drawWelsh' : 'invited.drawEnglish'));
          await at.page.getByLabel(say('invited.typeBack')).waitFor();
        },
      ],
      [
        'partner words wrong',
        async () => {
          await at.page.getByLabel(say('invited.typeBack')).fill('none of these');
          await at.press(say('invited.useWords'));
          await at.page.getByText(say('invited.notThese')).waitFor();
        },
      ],
      [
        'partner inside',
        async () => {
          const words = (await at.page.locator('.drawn').textContent()) ?? '';
          await at.page.getByLabel(say('invited.typeBack')).fill(words);
          await at.press(say('invited.useWords'));
          await at.button(say('inside.begin')).waitFor();
        },
      ],
      [
        'partner problems',
        async () => {
          await at.press(say('inside.begin'));
          await pressNext(at, language);
          await at.page.getByRole('alert').waitFor();
        },
      ],
      [
        'partner words of it',
        async () => {
          await answerQuestion(at, language, 'consent', 'agrees');
          await pressNext(at, language);
        },
      ],
      [
        'partner code',
        async () => {
          await answerQuestion(at, language, 'what', 'said');
          await answerQuestion(at, language, 'conflict', 'no');
          await pressNext(at, language);
          await at.page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/u).waitFor();
          code = formatReturnCode(parseCode(await at.text()));
        },
      ],
      [
        'partner picture',
        async () => {
          await choose('photo.jpg', photo);
          await at.page.getByRole('img', { name: file('files.picture') }).waitFor();
        },
      ],
      [
        'partner cut film',
        async () => {
          await choose('cut.mp4', cutFilm);
          await at.page.frameLocator('iframe').locator('video').waitFor();
        },
      ],
      [
        'partner receipt',
        async () => {
          await at.press(file('files.remove', { name: file('files.video', { number: 2 }) }));
          await at.press(onCard('report.thenSend'));
          await at.page.getByText(onCard('hub.tellPassed')).waitFor();
        },
      ],
      [
        'partner come back',
        async () => {
          await at.press(onCard('common.done'));
          await at.press(say('inside.comeBack'));
          await at.fill(codeLabel, code);
          await at.press(onCard('common.continue'));
          await at.page.getByText(onCard('comeBack.filesBelow')).first().waitFor();
        },
      ],
    ]);
    await at.close();
  });
});
