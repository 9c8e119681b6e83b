import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, toDay, toWeek } from '../../../core/model/calendar.ts';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { languages } from '../../../core/model/language.ts';
import { keyGenerationId } from '../../../core/model/public-keys.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { deriveCaseTitlesKey, sealCaseTitle } from '../../../crypto/case-title-encryption.ts';
import { recipientFromIdentitySync } from '../../../crypto/node/hybrid-recipient.ts';
import { translate } from '../../../words/tab/translate.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { tenantId } from '../../support/journeys/bot-settings.ts';
import { saveCase } from '../../support/journeys/save-case.ts';

const many = 120;
const unit = setUpUnit();
let urgent: CaseId;
let reserved: CaseId;
const keyFile = () => join(unit.bot.folder, 'keys/acu.identity');

/** A case with a title that those who hold the unit's key read. */
async function titled(title: string, subject: string): Promise<Pick<CaseRecord, 'caseId' | 'caseTitle'>> {
  const [identity = ''] = /AGE-SECRET-KEY-\S+/u.exec(await readFile(keyFile(), 'utf8')) ?? [];
  const by = toPersonId(unitPeople.handler.objectId);
  const generation = keyGenerationId(recipientFromIdentitySync(identity));
  const of = { tenantId, caseId: newCaseId(), version: 1, by, generation };
  const key = await deriveCaseTitlesKey(identity, { tenantId, group: 'acu' });
  const sealed = await sealCaseTitle(key, { v: 1, title, subject }, of);
  return { caseId: of.caseId, caseTitle: { sealed, version: 1, by, generation } };
}

beforeAll(async () => {
  const today = toDay(unit.bot.clock.now(), 'Europe/London');
  const save = async (differences: Partial<CaseRecord>): Promise<CaseId> => {
    const receivedOn = differences.receivedOn ?? today;
    return (await saveCase(unit.bot, { receivedOn, week: toWeek(receivedOn), ...differences })).caseId;
  };
  for (let place = 0; place < many; place += 1) {
    const receivedOn = addDays(today, -Math.floor(place / 10));
    await save({
      ...(await titled(`Gifts and hospitality at station ${place}, and whoever was there`, `PC ${place} Rees`)),
      receivedOn,
      kind: place % 3 === 0 ? 'bribery' : 'boundaries',
      status: 'received',
      handledBy: 'acu',
    });
  }
  urgent = await save({
    urgency: 'urgent',
    route: 'hub',
    assignee: unitPeople.handler.objectId,
    receivedOn: addDays(today, -20),
  });
  reserved = await save({ handledBy: 'reserve' });
});

// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

const rows = (tab: TabPage): Promise<number> => tab.tab.locator('[data-case]').count();

describe.each(languages)('the list of cases, in %s', (language) => {
  const words = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
    translate(language, key, values);

  it('comes by fifties, is narrowed and searched, and shows nothing of what others handle', async () => {
    const tab = await unit.open(unitPeople.handler, { locale: localeByLanguage[language] });
    await tab.see(words('list.shown', { count: 50 }));
    await tab.see(`${words('list.open')} ${many + 1}`);
    await tab.press(words('list.more'));
    await tab.see(words('list.shown', { count: 100 }));
    await tab.press(words('list.more'));
    await tab.see(words('list.shown', { count: many + 1 }));
    expect(await tab.button(words('list.more')).count()).toBe(0);
    expect(await tab.tab.locator(`[data-case="${reserved}"]`).count()).toBe(0);

    await tab.press(words('list.filtersOn', { count: 1 }));
    await tab.choose(words('list.kind'), words('status.bribery'));
    await tab.see(words('list.shown', { count: 40 }));
    await tab.choose(words('list.urgency'), words('status.urgent'));
    await tab.see(words('list.noneFiltered'));
    expect(await tab.violations()).toEqual([]);
    await tab.press(words('list.clear'));
    await tab.see(words('list.shown', { count: 50 }));
    await tab.choose(words('list.route'), words('status.hub'));
    await tab.see(words('list.shown', { count: 1 }));
    expect(await tab.tab.locator(`[data-case="${urgent}"]`).count()).toBe(1);
    await tab.picture(`${language}-list-hub`);
    await tab.choose(words('list.route'), words('status.staff'));
    await tab.see(words('list.shown', { count: 50 }));
    expect(await tab.tab.locator(`[data-case="${urgent}"]`).count()).toBe(0);
    await tab.press(words('list.clear'));
    await tab.press(new RegExp(`^${words('list.mine')}`, 'u'));
    await tab.see(words('list.shown', { count: 1 }));
    expect(await tab.tab.locator(`[data-case="${urgent}"]`).count()).toBe(1);
    await tab.press(new RegExp(`^${words('list.overdue')}`, 'u'));
    await tab.see(words('list.shown', { count: 50 }));
    expect(await rows(tab)).toBe(50);
    await tab.picture(`${language}-list-overdue`);

    await tab.fill(words('list.find'), urgent.slice(0, 2));
    await tab.press(words('list.findButton'));
    await tab.see(words('list.findShort'));
    await tab.fill(words('list.find'), formatCaseId(urgent).toLowerCase());
    await tab.press(words('list.findButton'));
    await tab.see(words('list.shown', { count: 1 }));
    await tab.fill(words('list.find'), reserved);
    await tab.press(words('list.findButton'));
    await tab.see(words('list.noneFound'));
    await tab.press(words('list.back'));
    await tab.see(words('list.shown', { count: 50 }));
    expect(await rows(tab)).toBe(50);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();

    const reserve = await unit.open(unitPeople.reserve, { locale: localeByLanguage[language] });
    await reserve.see(words('list.shown', { count: 1 }));
    expect(await reserve.tab.locator(`[data-case="${reserved}"]`).count()).toBe(1);
    await reserve.close();
  });

  it('shows fourteen cases at 900 px, with its controls in one row, and is as it was after Back', async () => {
    const tab = await unit.open(unitPeople.handler, { locale: localeByLanguage[language], width: 1280, height: 900 });
    await tab.see(words('list.shown', { count: 50 }));
    const wholeRows = () =>
      tab.tab.evaluate(
        () =>
          [...document.querySelectorAll('tbody tr')].filter((row) => row.getBoundingClientRect().bottom <= innerHeight)
            .length,
      );
    // With their titles, which take the most room.
    const at = createCaseDriver(tab, language);
    await tab.tab.locator('[data-case]').first().click();
    await tab.see(words('case.workHeading'));
    await at.unlock(keyFile());
    await tab.press(words('case.back'));
    await tab.see(words('list.shown', { count: 50 }));
    await tab.see(/^PC 0 Rees/u);
    await tab.tab.evaluate(() => scrollTo(0, 0));
    const shown = await wholeRows();
    process.stdout.write(`  cases shown at 900 px, with titles, in ${language}: ${shown}\n`);
    const bottoms = await tab.tab.evaluate(() =>
      [...(document.querySelector('[data-controls]')?.children ?? [])].map((part) =>
        Math.round(part.getBoundingClientRect().bottom),
      ),
    );
    expect(new Set(bottoms).size).toBe(1);
    await tab.picture(`${language}-list-1280`);
    expect(shown).toBeGreaterThanOrEqual(14);
    for (const theme of ['default', 'dark', 'contrast'] as const) {
      await tab.changeTheme(theme);
      await tab.picture(`${language}-list-${theme}`);
    }
    await tab.changeTheme('default');

    await tab.press(words('list.filtersOn', { count: 1 }));
    await tab.choose(words('list.order'), words('list.orderUrgentFirst'));
    await tab.see(words('list.shown', { count: 50 }));
    expect(await tab.violations()).toEqual([]);
    await tab.fill(words('list.find'), 'half a ref');
    const opened = tab.tab.locator('[data-case]').nth(40);
    const caseId = await opened.getAttribute('data-case');
    await opened.scrollIntoViewIfNeeded();
    const before = await tab.tab.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(0);
    await opened.click();
    await tab.see(words('case.workHeading'));
    await tab.press(words('case.back'));
    await tab.tab.locator(`[data-case="${caseId}"]:focus`).waitFor();
    expect(Math.abs((await tab.tab.evaluate(() => scrollY)) - before)).toBeLessThan(100);
    expect(await tab.tab.getByLabel(words('list.find')).inputValue()).toBe('half a ref');
    expect(await tab.tab.getByLabel(words('list.order')).inputValue()).toBe('urgentFirst');
    expect(await tab.tab.getByLabel(words('list.category')).count()).toBe(1);
    await tab.close();
  });

  it('fits a phone, as cards, without a scroll sideways', async () => {
    const tab = await unit.open(unitPeople.handler, { locale: localeByLanguage[language], width: 360, height: 800 });
    await tab.see(words('list.shown', { count: 50 }));
    const overflow = () => tab.tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    for (const theme of ['default', 'dark', 'contrast'] as const) {
      await tab.changeTheme(theme);
      expect(await tab.violations()).toEqual([]);
    }
    await tab.changeTheme('default');
    await tab.picture(`${language}-phone-list`);
    await tab.tab.locator('[data-case]').first().click();
    await tab.see(words('case.workHeading'));
    for (const heading of ['work.triageHeading', 'work.assignHeading', 'work.referralHeading'] as const) {
      await tab.panel(words(heading));
    }
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-phone-case`, 'whole');
    await tab.close();
  });
});

describe('the list of cases', () => {
  it('says so where the server cannot be reached, keeps what it shows, and goes on when it can', async () => {
    const tab = await unit.open(unitPeople.handler);
    await tab.see(translate('en', 'list.shown', { count: 50 }));
    await tab.page.context().route('**/api/tab/**', (route) => route.abort('connectionreset'));
    await tab.press(translate('en', 'list.refresh'));
    await tab.see(translate('en', 'refusal.unavailable'));
    expect(await rows(tab)).toBe(50);
    expect(await tab.violations()).toEqual([]);
    await tab.page.context().unroute('**/api/tab/**');
    await tab.press(translate('en', 'list.tryAgain'));
    await tab.tab.getByText(translate('en', 'refusal.unavailable')).waitFor({ state: 'hidden' });
    expect(await tab.tab.getByRole('alert').filter({ visible: true }).count()).toBe(0);
    await tab.close();
  });
});
