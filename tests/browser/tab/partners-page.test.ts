import { describe, expect, it } from '@jest/globals';
import { formatDay } from '../../../words/date-format.ts';
import { translate, type WordKey, type WordValues } from '../../../words/tab/translate.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { readQr } from '../../support/browser/read-qr.ts';
import { unitPeople } from '../../support/browser/tab/unit.ts';
import { assertAbsent } from '../../support/journeys/canary.ts';
import { callPartnerOperation } from '../../support/partners/partner-client.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit({ PARTNERS: 'yes', PUBLIC_HOST: 'candour.example.org' });

const wordsIn =
  (language: 'en' | 'cy') =>
  (key: WordKey, values?: WordValues): string =>
    translate(language, key, values);

async function fits(tab: TabPage): Promise<void> {
  await tab.page.setViewportSize({ width: 360, height: 900 });
  await tab.settle();
  expect(await tab.violations()).toEqual([]);
  const isWide = await tab.tab.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isWide).toBe(false);
}

describe.each(['en', 'cy'] as const)('an admin at the page of partners (%s)', (language) => {
  it('names an organisation, hands a link on, and takes it back', async () => {
    const words = wordsIn(language);
    const name = language === 'en' ? 'A victims’ service' : 'Gwasanaeth i ddioddefwyr';
    const tab = await unit.open(unitPeople.admin, { locale: language === 'en' ? 'en-gb' : 'cy-gb' });
    await tab.press(words('shell.partners'));
    await tab.press(words('partners.nameHeading'));
    await tab.press(words('partners.save'));
    await tab.see(words('partners.nameOdd'));
    await tab.fill(words('partners.name'), name);
    await tab.tab.getByLabel(words('partners.type')).selectOption('victims');
    await tab.press(words('partners.save'));
    // Its panel opens by itself, and says how many invitations it has as well.
    const panel = (of: string) => tab.button(new RegExp(`^${of} \\(`, 'u'));
    await tab.press(words('partners.inviteFor', { name }));
    await tab.see(words('partners.linkHeading'));
    await fits(tab);
    expect(await panel(name).getAttribute('aria-expanded')).toBe('true');
    const link = await tab.tab.getByLabel(words('partners.link'), { exact: true }).inputValue();
    expect(link).toMatch(/^https:\/\/candour\.example\.org\/partners\/#/u);
    // Read from the screen, as a phone's camera does; and asked of nobody, nor kept.
    const asked = tab.traffic.length;
    await tab.press(words('partners.code'));
    const code = tab.tab.getByRole('img', { name: words('partners.codeName') });
    expect(await readQr(unit.browser, await code.screenshot())).toBe(link);
    await fits(tab);
    await tab.picture(`${language}-partners-code`, 'whole');
    await tab.changeTheme('dark');
    expect(await code.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 255, 255)');
    expect(await readQr(unit.browser, await code.screenshot())).toBe(link);
    expect(tab.traffic.slice(asked).filter(({ url }) => !url.includes('/assets/'))).toEqual([]);
    assertAbsent('what the browser keeps', await readBrowserStorage(tab), [link]);
    await tab.press(words('partners.linkDone'));
    expect(await code.count()).toBe(0);
    expect(await tab.tab.getByText(link).count()).toBe(0);
    const token = link.split('#')[1] ?? '';
    const looked = await callPartnerOperation(unit.bot, 'invitation.look', { token });
    expect(looked).toMatchObject({ kind: 'open', organisation: name, access: { number: 1 } });
    await tab.tab.getByRole('button', { name: new RegExp(`^${words('partners.revoke')}:`, 'u') }).click();
    await tab.press(words('partners.sureYes'));
    const day = formatDay(language, looked.kind === 'open' ? (looked.access?.madeOn ?? '') : '');
    await tab.see(words('partners.row', { number: 1, day, state: words('partners.revoked') }));
    expect(await callPartnerOperation(unit.bot, 'invitation.look', { token })).toEqual({ kind: 'revoked' });
    await tab.press(new RegExp(`^${words('partners.doneHeading')}`, 'u'));
    await fits(tab);
    const renamed = `${name} 2`;
    await tab.press(`${words('partners.rename')}: ${name}`);
    const field = tab.tab.getByLabel(words('partners.newName'), { exact: true });
    expect(await field.inputValue()).toBe(name);
    await field.fill('<b>');
    await tab.press(words('partners.renameSave'));
    await tab.see(words('partners.nameOdd'));
    await field.fill(renamed);
    await fits(tab);
    await tab.picture(`${language}-partners-rename`, 'whole');
    // Another admin is faster: what was typed stays, and is saved over the name that is read now.
    const organisation = (await unit.bot.store().partners.organisations()).find(({ value }) => value.name === name);
    if (organisation === undefined) throw new Error('nothing is named so');
    const { id } = organisation.value;
    const second = unit.bot.tab(unitPeople.admin);
    await second.call('partners.rename', { organisation: id, was: name, name: `${name} 1` });
    await tab.press(words('partners.renameSave'));
    await tab.see(words('partners.changed'));
    expect([await field.inputValue(), await panel(`${name} 1`).count()]).toEqual([renamed, 1]);
    await tab.press(words('partners.renameSave'));
    await panel(renamed).waitFor();
    expect(await panel(renamed).getAttribute('aria-expanded')).toBe('true');
    const opener = tab.button(`${words('partners.rename')}: ${renamed}`);
    expect(await opener.evaluate((element) => document.activeElement === element)).toBe(true);
    await fits(tab);
    expect(unexpectedErrors(tab)).toEqual([]);
  });
});
