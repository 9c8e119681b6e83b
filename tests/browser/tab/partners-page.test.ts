import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { say, type WordKey, type WordValues } from '../../../words/tab/say.ts';
import { unexpected } from '../../support/browser/tab/expected-errors.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { startUnit, type Unit, unitPeople } from '../../support/browser/tab/unit.ts';
import { ask } from '../../support/partners/partner-client.ts';

let unit: Unit;
beforeAll(async () => {
  unit = await startUnit({ PARTNERS: 'yes', PUBLIC_HOST: 'candour.example.org' });
});
afterAll(() => unit.stop());

const wordsIn =
  (language: 'en' | 'cy') =>
  (key: WordKey, values?: WordValues): string =>
    say(language, key, values);

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
    // Its panel says how many invitations it has as well.
    await tab.press(new RegExp(`^${name} \\(`, 'u'));
    await tab.press(words('partners.inviteFor', { name }));
    await tab.see(words('partners.linkHeading'));
    await fits(tab);
    const link = await tab.tab.getByLabel(words('partners.link'), { exact: true }).inputValue();
    expect(link).toMatch(/^https:\/\/candour\.example\.org\/partners\/#/u);
    await tab.press(words('partners.linkDone'));
    expect(await tab.tab.getByText(link).count()).toBe(0);
    const token = link.split('#')[1] ?? '';
    expect(await ask(unit.bot, 'invitation.look', { token })).toMatchObject({ kind: 'open', organisation: name });
    await tab.tab.getByRole('button', { name: new RegExp(`^${words('partners.revoke')}:`, 'u') }).click();
    await tab.press(words('partners.sureYes'));
    await tab.see(words('partners.row', { number: 1, state: words('partners.revoked') }));
    expect(await ask(unit.bot, 'invitation.look', { token })).toEqual({ kind: 'revoked' });
    await tab.press(new RegExp(`^${words('partners.doneHeading')}`, 'u'));
    await fits(tab);
    expect(unexpected(tab)).toEqual([]);
  });
});
