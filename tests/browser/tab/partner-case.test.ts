import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { questionLabel } from '../../../cards/question-texts.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import type { Answers } from '../../../core/model/questions.ts';
import { translate as sayCard } from '../../../words/cards/translate.ts';
import { formatDay } from '../../../words/date-format.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { partnerAnswers, type PartnerCase, savePartnerCase } from '../../support/journeys/partner-case.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();
beforeEach(() => unit.bot.clock.forward(60_000));

/** A case of the hub at the page of a handler who has opened its report. */
async function opened(
  hub: PartnerCase,
  language: Language,
  width = 1280,
  as: (typeof unitPeople)['handler' | 'second'] = unitPeople.handler,
) {
  const tab = await unit.open(as, { subPage: `case:${hub.caseId}`, locale: localeByLanguage[language], width });
  const at = createCaseDriver(tab, language);
  await tab.see(at.words('case.workHeading'));
  await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
  await at.openReport();
  return { tab, at };
}
const sent = async ({ caseId }: PartnerCase) =>
  (await unit.bot.store().history.readAll(caseId)).filter(({ kind }) => kind === 'messageToReporter');

describe('a case of the hub', () => {
  it.each(languages)('is opened with where it came from and consent first, accounts apart, in %s', async (language) => {
    const hub = await savePartnerCase(unit.bot);
    const { tab, at } = await opened(hub, language);
    const headings = await tab.tab.locator('h3').allTextContents();
    const expected = (['consent', 'contact', 'risk', 'words', 'observed', 'rest'] as const).map((id) =>
      sayCard(language, `opened.${id}`),
    );
    expect(headings.filter((heading) => expected.includes(heading)).slice(0, 6)).toEqual(expected);
    const text = await tab.tab.locator('body').innerText();
    const places = [
      sayCard(language, 'opened.fromPartner', { partner: at.words('status.partnerDomestic') }),
      questionLabel(language, 'consent', 'hub'),
      partnerAnswers.consentWhy ?? '',
      partnerAnswers.contactNot ?? '',
      questionLabel(language, 'childAtRisk', 'hub'),
      partnerAnswers.what ?? '',
      partnerAnswers.observed ?? '',
    ].map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).not.toContain(questionLabel(language, 'what', 'staff'));
    await checkEveryTheme(tab, `${language}-hub-case`);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('takes a message only once its rules of contact are confirmed, and says that it goes to the practitioner', async () => {
    const hub = await savePartnerCase(unit.bot);
    const { tab, at } = await opened(hub, 'en', 360);
    const panel = await tab.panel(at.words('talk.hubHeading'));
    await panel.getByText(partnerAnswers.contactWhen ?? '').waitFor();
    await panel.getByText(at.words('talk.hubReader')).waitFor();
    await panel.getByText(at.words('talk.personInWelsh')).waitFor();
    await tab.fill(at.required('talk.text'), 'Thank you. It is being looked at.', panel);
    await tab.check(at.words('talk.confirm'), panel);
    await tab.press(at.words('talk.send'), panel);
    await tab.see(at.words('talk.contactNeeded'));
    expect(await sent(hub)).toEqual([]);
    await tab.settle();
    expect(await tab.violations()).toEqual([]);
    await tab.picture('en-hub-message-360', 'whole');
    await tab.check(at.words('talk.contactConfirm'), panel);
    await at.send(panel, 'talk.send', 'talk.sent');
    expect(await sent(hub)).toMatchObject([{ detail: { confirmedContact: true } }]);
    await tab.see(at.words('event.contactConfirmed').trim());
    // What was confirmed was confirmed of that message.
    expect(await panel.getByRole('checkbox', { checked: true }).count()).toBe(0);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it.each(languages)('shows above everything that consent was taken back, with its day, in %s', async (language) => {
    const hub = await savePartnerCase(unit.bot, { ...partnerAnswers, contactLanguage: 'bsl', consent: 'agrees' });
    await hub.add('They thought again.', 'consentWithdrawn');
    const { tab, at } = await opened(hub, language, 360);
    const day = formatDay(language, unit.bot.clock.now().toISOString().slice(0, 10));
    const text = await tab.tab.locator('body').innerText();
    const said = text.indexOf(sayCard(language, 'opened.withdrawn', { day }));
    expect(said).toBeGreaterThan(0);
    expect(said).toBeLessThan(
      text.indexOf(sayCard(language, 'opened.fromPartner', { partner: at.words('status.partnerDomestic') })),
    );
    await tab.panel(at.words('talk.hubHeading'));
    await tab.settle();
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-hub-withdrawn-360`, 'whole');
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('proposes to shut out who is named, with one press to the panel, and does nothing by itself', async () => {
    await unit.bot.tab(unitPeople.second).call('me', {});
    const answers: Answers = { ...partnerAnswers, who: 'it was handler two, I think', consent: '' };
    const hub = await savePartnerCase(unit.bot, answers);
    const { tab, at } = await opened(hub, 'en');
    await tab.see(sayCard('en', 'opened.noConsent'));
    await tab.press(at.words('subjects.shutOut', { name: unitPeople.second.name }));
    const panel = await tab.panel(at.words('work.excludeHeading'));
    const field = panel.getByLabel(at.required('work.excludePerson'));
    expect(await field.inputValue()).toBe(unitPeople.second.objectId);
    expect(await field.evaluate((element) => document.activeElement === element)).toBe(true);
    expect((await unit.bot.store().cases.read(hub.caseId))?.value.excluded).toEqual([]);
    await tab.settle();
    expect(await tab.violations()).toEqual([]);
    await tab.picture('en-hub-shut-out', 'whole');
    await tab.close();
  });

  it('proposes to whoever reads their own name that they declare a conflict', async () => {
    const hub = await savePartnerCase(unit.bot, { ...partnerAnswers, who: 'Handler One' });
    const { tab, at } = await opened(hub, 'cy');
    const note = tab.tab.getByRole('note').filter({ hasText: at.words('subjects.namesYou') });
    await tab.press(at.words('work.conflictOpen'), note);
    await tab.see(at.words('work.conflictIntro'));
    await tab.close();
  });
});
