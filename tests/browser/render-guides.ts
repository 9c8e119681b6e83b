import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { CaseId } from '../../core/model/case-id.ts';
import { addDays, toDay } from '../../core/model/calendar.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { closingAnswerWords } from '../../words/closing-messages.ts';
import { formatDay } from '../../words/date-format.ts';
import { translate } from '../../words/tab/translate.ts';
import { createPalettePngEncoder } from '../support/browser/palette-png.ts';
import { createCaseDriver } from '../support/browser/tab/case-driver.ts';
import { saveWeeks } from '../support/browser/tab/summary-weeks.ts';
import type { TabPage } from '../support/browser/tab/tab-page.ts';
import { localeByLanguage, startUnit, unitPeople } from '../support/browser/tab/unit.ts';
import { approveClosing } from '../support/journeys/approve-closing.ts';
import { newReporter, sendFullReport } from '../support/journeys/reporter.ts';
import { readSavedCase } from '../support/journeys/saved-case.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';

// Draws the pictures of the guides, in both languages and with made-up words, into docs/pictures: npm run pictures.

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'pictures');

/** What is typed on the pages that are drawn. */
const typed = {
  what: {
    en: 'A colleague meets a witness alone in the evenings. I saw it in the logbook of the car.',
    cy: 'Mae cydweithiwr yn cwrdd â thyst ar ei ben ei hun gyda’r nos. Gwelais hynny yn llyfr log y car.',
  },
  decision: {
    en: 'Read with the head of unit. We ask the control room for the call logs first, and tell nobody yet.',
    cy: 'Wedi’i ddarllen gyda phennaeth yr uned. Gofynnwn i’r ystafell reoli am y cofnodion galwadau yn gyntaf, heb ddweud wrth neb eto.',
  },
  task: { en: 'Ask for the call logs of the two weeks', cy: 'Gofyn am gofnodion galwadau’r pythefnos' },
  request: {
    en: 'Somebody may be at risk, and only they can say where. The head of unit decided so.',
    cy: 'Gall rhywun fod mewn perygl, a dim ond nhw all ddweud ble. Pennaeth yr uned benderfynodd hynny.',
  },
  agree: { en: 'Read, and within the procedure.', cy: 'Wedi’i ddarllen, ac o fewn y drefn.' },
  // One for each language, or the second would be found in the cases of the first.
  number: { en: '1234', cy: '5678' },
  surname: { en: 'Example', cy: 'Enghraifft' },
  sanitised: {
    en: 'On several evenings an officer met a member of the public alone. I saw the logbook of the car.',
    cy: 'Ar sawl noson cyfarfu swyddog ag aelod o’r cyhoedd ar ei ben ei hun. Gwelais i lyfr log y car.',
  },
  erase: { en: 'Nothing was reported in it.', cy: 'Ni roddwyd gwybod am ddim ynddo.' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

const unit = await startUnit({ IDENTITY_CUSTODIANS: '2' });
try {
  const smaller = await createPalettePngEncoder(unit.browser, 32);
  const draw = async (name: string, tab: TabPage, what: Locator): Promise<void> => {
    await what.scrollIntoViewIfNeeded();
    await tab.settle();
    await writeFile(join(pictures, `${name}.png`), await smaller(await what.screenshot({ animations: 'disabled' })));
  };
  /** A part of a page with its heading. */
  const whole = (panel: Locator): Locator => panel.locator('xpath=..');

  const wide = { width: 1000, height: 1200 } as const;
  const newCase = async (language: Language): Promise<CaseId> => {
    const { teams, report } = await newReporter(unit.bot, newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
    await sendFullReport({ teams }, { ...report, what: typed.what[language] });
    return (await readSavedCase(unit.bot, teams.card())).record.caseId;
  };
  const sitsAt = async (who: Parameters<typeof unit.open>[0], caseId: CaseId, language: Language) => {
    const tab = await unit.open(who, {
      subPage: `case:${caseId}`,
      locale: localeByLanguage[language],
      width: 860,
      height: 2400,
    });
    const at = createCaseDriver(tab, language);
    await tab.see(at.words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    return { tab, at };
  };

  for (const language of languages) {
    const caseId = await newCase(language);
    const { tab, at } = await sitsAt(unitPeople.handler, caseId, language);
    const log = await tab.panel(at.words('work.notesHeading'));
    await tab.check(at.words('log.task'), log);
    await tab.fill(at.required('log.task'), typed.task[language], log);
    const due = addDays(toDay(unit.bot.clock.now(), 'Europe/London'), 2);
    await tab.fill(at.required('log.due'), due, log);
    await at.send(log, 'log.send', 'log.saved');
    await tab.check(at.words('log.decision'), log);
    await tab.fill(at.required('log.decision'), typed.decision[language], log);
    await draw(`decision-log-${language}`, tab, whole(log));
    await at.send(log, 'log.send', 'log.saved');

    const talk = await tab.panel(at.words('talk.heading'));
    await tab.press(at.words('talk.replyReceived'), talk);
    await draw(`replies-${language}`, tab, whole(talk));
    await tab.fill(at.required('talk.text'), '', talk);

    const asking = await tab.panel(at.words('request.heading'));
    await tab.fill(at.required('request.reason'), typed.request[language], asking);
    await at.send(asking, 'request.send', 'request.sent');
    await draw(`identity-asked-${language}`, tab, whole(asking));

    const custodian = await unit.open(unitPeople.custodian, {
      locale: localeByLanguage[language],
      width: 860,
      height: 1600,
    });
    await custodian.see(at.words('request.askHeading'));
    await custodian.tab
      .locator('input[type=file]')
      .first()
      .setInputFiles(join(unit.bot.folder, 'keys/custodians.identity'));
    await custodian.press(at.words('keys.unlock'));
    await custodian.tab
      .locator(`[data-case="${caseId}"], button`)
      .filter({ hasText: caseId.slice(0, 3) })
      .first()
      .click();
    await custodian.see(typed.request[language]);
    await custodian.fill(at.required('request.agreeReason'), typed.agree[language]);
    await draw(`identity-request-${language}`, custodian, custodian.tab.locator('main'));
    await custodian.close();

    const subjects = await tab.panel(at.words('subjects.heading'));
    await tab.fill(at.words('subjects.numbers'), typed.number[language], subjects);
    await tab.fill(at.words('subjects.surname'), typed.surname[language], subjects);
    await at.send(subjects, 'subjects.send', 'subjects.saved');
    const beside = await newCase(language);
    const second = await sitsAt(unitPeople.handler, beside, language);
    const found = await second.tab.panel(at.words('subjects.heading'));
    await second.tab.fill(at.words('subjects.numbers'), typed.number[language], found);
    await second.tab.fill(at.words('subjects.surname'), typed.surname[language], found);
    await second.at.send(found, 'subjects.send', 'subjects.saved');
    await second.tab.see(at.words('subjects.foundHeading', { count: 1 }));
    await draw(`subjects-${language}`, second.tab, whole(found));
    await second.tab.close();

    const writing = await tab.panel(at.words('sanitised.heading'));
    await tab.fill(at.required('sanitised.text'), typed.sanitised[language], writing);
    await at.send(writing, 'sanitised.send', 'sanitised.saved');
    const reader = await sitsAt(unitPeople.second, caseId, language);
    const reading = await reader.tab.panel(at.words('sanitised.heading'));
    await reader.tab.see(typed.sanitised[language]);
    await draw(`sign-off-${language}`, reader.tab, whole(reading));
    await reader.tab.close();

    const desk = await unit.open(unitPeople.second, { ...wide, made: 'today', locale: localeByLanguage[language] });
    await desk.see(at.words('today.intro'));
    await draw(`today-${language}`, desk, desk.tab.locator('main'));
    await desk.close();
    const list = await unit.open(unitPeople.second, { ...wide, locale: localeByLanguage[language] });
    await list.tab.locator(`[data-case="${caseId}"]`).waitFor();
    await draw(`list-${language}`, list, list.tab.locator('main'));
    await list.close();
    await tab.press(at.words('log.done', { day: formatDay(language, due) }), log);
    await tab.see(at.words('log.isDone'));
    await at.acknowledge();
    await at.triage();
    await at.decideReferral();
    await approveClosing(unit.bot.tab(unitPeople.second), caseId, 'noFurtherAction');
    await tab.press(at.words('case.refresh'));
    await tab.press(at.words('case.openAgain'), await tab.panel(at.words('work.closeHeading')));
    await at.close('status.outcomeNone', closingAnswerWords.withheld[language]);
    const erasing = await tab.panel(at.words('retention.erasureHeading'));
    await tab.choose(at.required('retention.reasonCode'), at.words('status.erasureError'), erasing);
    await tab.fill(at.required('work.reason'), typed.erase[language], erasing);
    await at.send(erasing, 'retention.erasureAsk', 'retention.erasureAsked');
    await tab.close();

    const two = await sitsAt(unitPeople.second, caseId, language);
    const deciding = await two.tab.panel(two.at.words('retention.erasureHeading'));
    await two.tab.see(typed.erase[language]);
    await draw(`erasure-${language}`, two.tab, whole(deciding));
    await two.tab.close();
  }

  // Last, so that lists hold the cases of these pages alone.
  await saveWeeks(unit.bot);
  // Two people asked for more than a minute's turns, by a clock that does not move by itself.
  unit.bot.clock.forward(60_000);
  for (const language of languages) {
    const summaries = await unit.open(unitPeople.handler, {
      width: wide.width,
      height: 2100,
      made: 'summaries',
      locale: localeByLanguage[language],
    });
    await summaries.see(translate(language, 'summaries.compare'));
    await draw(`summaries-${language}`, summaries, summaries.tab.locator('main'));
    await summaries.close();
  }
} finally {
  await unit.stop();
}
