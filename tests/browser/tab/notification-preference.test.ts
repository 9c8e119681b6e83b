import { describe, expect, it } from '@jest/globals';
import { formatCaseId } from '../../../core/model/case-id.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createCaseDeepLinkTokens } from '../../../bot/runtime/case-deep-link-tokens.ts';
import { caseDeepLink } from '../../../contract/deep-links.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();

describe('the line that something waits', () => {
  it.each([
    ['en', 'line.cy', 'cy'],
    ['cy', 'line.off', 'off'],
  ] as const)('is chosen on the page of the keys (%s), and what is chosen stays', async (language, word, choice) => {
    const tab = await unit.open(unitPeople.handler, { subPage: 'keys', locale: localeByLanguage[language] });
    const at = createCaseDriver(tab, language);
    await tab.see(at.words('line.heading'));
    await tab.check(at.words(word));
    await tab.settle();
    expect(await tab.violations()).toEqual([]);
    const kept = await unit.bot.store().people.read(toPersonId(unitPeople.handler.objectId));
    expect(kept?.value.line?.choice).toBe(choice);
    await tab.close();
  });
});

describe('a link to a case', () => {
  it('opens it for a handler, and the list for somebody who may not see it', async () => {
    const { teams, report } = await newReporter(unit.bot);
    await sendFullReport({ teams }, report);
    const { caseId } = (await readSavedCase(unit.bot, teams.card())).record;
    const pointers = createCaseDeepLinkTokens({
      secret: unit.bot.settings.secret,
      clock: unit.bot.clock.now,
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    });
    const subPage = caseDeepLink.toSubPage(pointers.create(caseId));
    const mine = await unit.open(unitPeople.handler, { subPage });
    const at = createCaseDriver(mine, 'en');
    await mine.see(at.words('case.workHeading'));
    expect(mine.page.url() + mine.tab.url()).not.toContain(caseId);
    await mine.close();

    const theirs = await unit.open(unitPeople.reserve, { subPage });
    await theirs.settle();
    expect(await theirs.tab.locator('body').innerText()).not.toContain(formatCaseId(caseId));
    expect(theirs.traffic.filter(({ url }) => url.includes('case.view'))).toEqual([]);
    await theirs.close();

    // Whoever has no role follows no link: nothing is asked, and nothing is logged of it.
    const before = unit.bot.log.length;
    const nobodys = await unit.open(unitPeople.nobody, { subPage });
    await nobodys.settle();
    expect(unit.bot.log.slice(before).join('')).not.toContain('followLink');
    await nobodys.close();
  });
});
