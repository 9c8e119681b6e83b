import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Language, languages } from '../../../core/model/language.ts';
import { assertAbsent } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const { handler, second } = unitPeople;
const unit = setUpUnit();
beforeAll(async () => {
  for (const who of [handler, second]) await (await unit.open(who)).see('Cases');
});

/** A text of two hints in its language, whatever the report was written in. */
const texts: Readonly<Record<Language, string>> = {
  en: 'The officer was at the door at 23:15, and nobody else was there.',
  cy: 'Roedd y swyddog wrth y drws am 23:15, ac nid oedd neb arall yno.',
};

describe.each(languages)('a sanitised text, in %s', (language) => {
  it('is signed off once each hint that its author saw was confirmed, and tells the server how many alone', async () => {
    const { teams, report } = await newReporter(unit.bot);
    await sendFullReport({ teams }, report);
    const { record } = await readSavedCase(unit.bot, teams.card());
    const { caseId } = record;
    const kinds = async () => (await unit.bot.store().history.readAll(caseId)).map(({ kind }) => kind);
    const sitsAt = async (who: typeof handler | typeof second) => {
      const tab = await unit.open(who, { locale: localeByLanguage[language], subPage: `case:${caseId}` });
      const at = createCaseDriver(tab, language);
      await tab.see(at.words('case.workHeading'));
      await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
      await at.openReport();
      return { tab, at };
    };
    const one = await sitsAt(handler);
    const two = await sitsAt(second);
    const canary = newCanary();
    const text = `${texts[language]} ${canary}`;
    const writing = await one.tab.panel(one.at.words('sanitised.heading'));
    await one.tab.fill(one.at.required('sanitised.text'), text, writing);
    await one.tab.see(one.at.words('sanitised.tellingHeading', { count: 2 }));
    await one.at.send(writing, 'sanitised.send', 'sanitised.saved');

    // It was written since this page opened the report: who cannot read it is not asked to sign it off.
    await two.tab.press(two.at.words('case.refresh'));
    const reading = await two.tab.panel(two.at.words('sanitised.heading'));
    await two.tab.see(two.at.words('sanitised.later'));
    expect(await two.tab.button(two.at.words('sanitised.signSend')).count()).toBe(0);
    await two.tab.press(two.at.words('case.openAgain'), reading);
    await two.tab.see(two.at.words('sanitised.signHints', { count: 2 }));
    expect(await two.tab.violations()).toEqual([]);
    await two.tab.picture(`${language}-sign-off`, 'whole');

    const ticks = reading.getByRole('checkbox');
    expect(await ticks.count()).toBe(2);
    await two.tab.press(two.at.words('sanitised.signSend'), reading);
    await two.tab.see(two.at.words('sanitised.hintsLeft', { count: 2 }));
    await ticks.first().check();
    await two.tab.press(two.at.words('sanitised.signSend'), reading);
    await two.tab.see(two.at.words('sanitised.hintsLeft', { count: 1 }));
    expect(await two.tab.violations()).toEqual([]);
    expect(await kinds()).not.toContain('sanitisedSigned');
    await ticks.last().check();
    await two.at.send(reading, 'sanitised.signSend', 'sanitised.signSaved');

    const last = (await unit.bot.store().history.readAll(caseId)).findLast(({ kind }) => kind === 'sanitisedSigned');
    expect(last).toMatchObject({ by: { objectId: second.objectId }, detail: { confirmed: 2 } });
    await two.tab.see(new RegExp(two.at.words('event.hints', { count: 2 }), 'u'));
    for (const { tab } of [one, two]) {
      for (const { url, body, answer } of tab.traffic)
        assertAbsent('an exchange', `${url} ${body} ${answer}`, [canary]);
      expect(unexpectedErrors(tab)).toEqual([]);
      await tab.close();
    }
  });
});
