import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { parseReturnCode } from '../../../core/model/return-code.ts';
import { withIntake } from '../../support/core/open-core.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { createAgeSealer } from '../../../crypto/node/age-sealer.ts';
import { appendEntries, longCaseNote } from '../../support/access/long-case.ts';
import { newReporter, sendShortReport } from '../../support/journeys/reporter.ts';
import { parseCardCode } from '../../support/journeys/saved-case.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { fetchThroughRestarts } from '../../support/browser/retry-restarts.ts';
import { tabOrigin } from '../../support/browser/tab/teams-window.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();

/** A report with more entries than two pages of the tab show, and more messages than one. */
async function longCase(messages: number) {
  const person = await newReporter(unit.bot);
  await sendShortReport(person, person.report);
  const code = parseReturnCode(parseCardCode(person.teams.card()));
  if (code === undefined) throw new Error('that is no code');
  const deps = {
    ...unit.bot.store(),
    seal: createAgeSealer(unit.bot.settings.recipients),
    timeZone: 'Europe/London',
    alertTiming: 'fullHour',
    alertNamesKind: false,
    reviewYears: 6,
    timeLimits: {},
  } as const;
  // Spread over days, as nobody may add so much in one.
  for (let number = 1; number <= messages; number += 1) {
    const clock = () => new Date(unit.bot.clock.now().getTime() - number * 86_400_000);
    const id = number.toString(16).padStart(32, '0');
    await addFollowUp(withIntake({ ...deps, clock }), { code, id, text: `Addition ${number}.` });
  }
  const caseId = deriveCaseId(code);
  const at = unit.bot.clock.now().toISOString();
  await appendEntries(
    unit.bot.store(),
    caseId,
    Array.from({ length: 60 }, () => longCaseNote(at)),
  );
  return caseId;
}

describe('the page of a long case', () => {
  it('shows the end of its history and of its messages, and what is before by the keyboard', async () => {
    const caseId = await longCase(30);
    const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}` });
    const at = createCaseDriver(tab, 'en');
    await tab.see(at.words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    const history = tab.tab.getByRole('list', { name: at.words('history.heading') });
    const messages = tab.tab.getByRole('list', { name: at.words('talk.heading') });

    expect(await messages.getByRole('listitem').count()).toBe(25);
    const earlierMessages = tab.button(at.words('talk.earlier'));
    await earlierMessages.focus();
    await tab.page.keyboard.press('Enter');
    await messages.getByText('Addition 1.', { exact: true }).waitFor();
    expect(await messages.getByRole('listitem').count()).toBe(30);
    expect(await earlierMessages.count()).toBe(0);
    expect(await messages.evaluate((list) => list === list.ownerDocument.activeElement)).toBe(true);

    const entries = history.locator('> li');
    expect(await entries.count()).toBeLessThan(60);
    const earlier = tab.button(at.words('history.earlier'));
    for (let page = 0; page < 6 && (await earlier.count()) > 0; page += 1) {
      const before = await entries.count();
      await earlier.focus();
      await tab.page.keyboard.press('Enter');
      await entries.nth(before).waitFor();
    }
    expect(await earlier.count()).toBe(0);
    expect(await entries.first().getAttribute('value')).toBe('1');
    expect(await entries.count()).toBe(
      await unit.bot
        .store()
        .history.entries(caseId, {})
        .then(({ length }) => length),
    );
    expect(await history.evaluate((list) => list === list.ownerDocument.activeElement)).toBe(true);
    expect(await tab.violations()).toEqual([]);
  });

  it('says of an entry that only a newer server knows that it is one, and shows the rest', async () => {
    const caseId = await longCase(0);
    const tab = await unit.open(unitPeople.handler);
    const at = createCaseDriver(tab, 'en');
    await tab.page.route(`${tabOrigin}/api/tab/case.view`, async (route) => {
      const response = await fetchThroughRestarts(unit.bot, route, '/api/tab/case.view');
      const text = await response.text();
      await route.fulfill({ response, body: text.replaceAll('"kind":"noted"', '"kind":"fromTomorrow"') });
    });
    await tab.tab.locator(`[data-case="${caseId}"]`).click();
    await tab.see(at.words('case.workHeading'));
    const history = tab.tab.getByRole('list', { name: at.words('history.heading') });
    await history
      .getByText(/this version of the page cannot show/u)
      .first()
      .waitFor();
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});
