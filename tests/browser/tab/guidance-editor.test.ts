import { beforeEach, describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { translate, type WordKey, type WordValues } from '../../../words/tab/translate.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../../support/journeys/teams-client.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();

// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

const words = (key: WordKey, values?: WordValues) => translate('en', key, values);
const written = {
  en: { title: 'Gifts and favours', text: '## Say no\n\nA gift can **bind** you. Tell your supervisor.' },
  cy: {
    title: 'Rhoddion a ffafrau',
    text: '## Dweud na\n\nGall rhodd eich **clymu**. Dywedwch wrth eich goruchwyliwr.',
  },
} as const;

const ownerIn = (language: 'inEnglish' | 'inWelsh') =>
  words('writing.owner', { language: words(`writing.${language}`) });

async function openWriting(
  as: (typeof unitPeople)['writer' | 'secondWriter' | 'admin'],
  locale: 'en-gb' | 'cy-gb' = 'en-gb',
): Promise<TabPage> {
  const language = locale === 'en-gb' ? 'en' : 'cy';
  const tab = await unit.open(as, { locale });
  await tab.press(translate(language, 'shell.writing'));
  await tab.see(translate(language, 'writing.topics'));
  return tab;
}

async function fillTopic(tab: TabPage): Promise<void> {
  await tab.fill(words('writing.title', { language: words('writing.inEnglish') }), written.en.title);
  await tab.fill(words('writing.text', { language: words('writing.inEnglish') }), written.en.text);
  await tab.fill(words('writing.title', { language: words('writing.inWelsh') }), written.cy.title);
  await tab.fill(ownerIn('inEnglish'), 'Professional Standards');
  await tab.fill(ownerIn('inWelsh'), 'Safonau Proffesiynol');
  await tab.fill(words('writing.review'), '2027-11-26');
}

/** Expects that a page is nowhere moved sideways, and what axe looks for on the narrowest. */
async function fits(tab: TabPage): Promise<void> {
  for (const size of [320, 640, 1600]) {
    await tab.page.setViewportSize({ width: size, height: 900 });
    await tab.settle();
    const wide = await tab.tab.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    const violations = size === 320 ? await tab.violations() : [];
    expect({ size, wide, violations }).toEqual({ size, wide: false, violations: [] });
  }
}

/** The guidance that somebody in the chat reads. */
async function readInChat(topic: string, language: 'en' | 'cy'): Promise<string> {
  unit.bot.clock.forward(2_000);
  const teams = createTeamsClient(unit.bot, newPerson('en-GB'));
  const candour = { verb: 'show', card: 'guidance', topic, language };
  return (await teams.invoke('adaptiveCard/action', { action: { type: 'Action.Execute', data: { candour } } }, 'chat'))
    .text;
}
const publicPage = async (topic: string, language: 'en' | 'cy') =>
  (await fetch(new URL(`/guidance/${language}/${topic}`, unit.bot.endpoint()))).text();

describe('the page on which guidance is written', () => {
  it('takes a topic from its first words to every reader, by two people', async () => {
    const writer = await openWriting(unitPeople.writer);
    await writer.fill(words('writing.id'), 'Gifts!');
    await writer.press(words('writing.add'));
    await writer.see(words('writing.badId'));
    await writer.fill(words('writing.id'), 'gifts');
    await writer.press(words('writing.add'));
    await fillTopic(writer);
    // One language is missing: it is said in a sentence that leads to its field.
    await writer.press(words('writing.save'));
    await writer.see(words('writing.saved'));
    await writer.press(words('writing.submit'));
    const missing = await writer.see(words('problem.missing', { language: words('writing.inWelshFirst') }));
    await writer.picture('writing-problems', 'whole');
    await missing.first().click();
    await writer.page.keyboard.insertText(written.cy.text);
    await writer.press(words('writing.save'));
    await writer.press(words('writing.submit'));
    await writer.see(words('writing.submittedNow'));
    await writer.press(words('writing.approve'));
    await writer.see(words('writing.ownWords'));
    expect(await publicPage('gifts', 'en')).not.toContain(written.en.title);

    const second = await openWriting(unitPeople.secondWriter);
    await second.press(words('writing.open', { title: written.en.title }));
    // What is decided, and the history, before somebody gave a reason and with two versions compared.
    await second.press(words('writing.sendBack'));
    await second.see(words('writing.needsReason'));
    await second.press(words('writing.compareEntry', { number: 1 }));
    await second.see(words('writing.comparing', { number: 1 }));
    await checkEveryTheme(second, 'writing-decision');
    await fits(second);
    await second.page.setViewportSize({ width: 1280, height: 900 });
    const card = second.tab.locator('[data-preview="card"]');
    await card.getByText('Tell your supervisor.').waitFor();
    await second.press(words('writing.approve'));
    await second.see(words('writing.approvedNow'));
    await second.see(/Writer One/u);
    await second.press(words('writing.compareEntry', { number: 1 }));
    await second.see(/Gall rhodd eich/u);

    for (const language of languages) {
      const { title } = written[language];
      expect(await readInChat('gifts', language)).toContain(title);
      expect(await publicPage('gifts', language)).toContain(title);
    }
    // On the page of everybody as well.
    const staff = await unit.open(unitPeople.nobody, { made: 'report' });
    await staff.press(words('shell.guidance'));
    await staff.see(written.en.title);
    await staff.close();

    await second.fill(words('writing.reason'), 'The number is out of date.');
    await second.press(words('writing.withdraw'));
    await second.see(words('writing.withdrawnNow'));
    expect(await publicPage('gifts', 'en')).not.toContain(written.en.title);
    expect([...unexpectedErrors(writer), ...unexpectedErrors(second)]).toEqual([]);
    await writer.close();
    await second.close();
  });

  it('keeps what was typed where somebody else was faster, and asks before it is left', async () => {
    const [one, other] = [await openWriting(unitPeople.writer), await openWriting(unitPeople.secondWriter)];
    const open = words('writing.open', { title: 'Your duty to report' });
    await one.press(open);
    await other.press(open);
    await other.fill(ownerIn('inEnglish'), 'Learning');
    await other.press(words('writing.save'));
    await other.see(words('writing.saved'));
    await one.fill(ownerIn('inEnglish'), 'Somebody else');
    await one.press(words('writing.save'));
    await one.see(words('writing.moved'));
    expect(await one.tab.getByLabel(ownerIn('inEnglish')).inputValue()).toBe('Somebody else');
    await one.press(words('writing.back'));
    await one.see(words('writing.leaveAgain'));
    expect(await one.tab.getByLabel(ownerIn('inEnglish')).inputValue()).toBe('Somebody else');
    await one.press(words('writing.back'));
    await one.see(words('writing.topics'));
    await one.close();
    await other.close();
  });

  it('says why words were not checked or compared, keeps them, and asks again', async () => {
    const tab = await openWriting(unitPeople.writer);
    await tab.press(words('writing.open', { title: 'Your duty to report' }));
    await tab.fill(ownerIn('inEnglish'), 'Vetting');
    await tab.press(words('writing.save'));
    await tab.see(words('writing.saved'));
    const asked = /\/api\/tab\/content\.(?:check|read)$/u;
    await tab.page.context().route(asked, (route) => route.abort('connectionreset'));
    await tab.press(words('writing.check'));
    await tab.see(words('refusal.unavailable'));
    await tab.press(words('writing.submit'));
    // The same was said of the check.
    await tab.settle();
    await tab.see(words('refusal.unavailable'));
    expect(await tab.tab.getByText(words('writing.submittedNow')).count()).toBe(0);
    expect(await tab.tab.getByLabel(ownerIn('inEnglish')).inputValue()).toBe('Vetting');
    const compare = tab.tab.getByRole('button', { name: words('writing.compareEntry', { number: 1 }), exact: true });
    const refused = tab.tab.getByText(words('refusal.unavailable'), { exact: true });
    await compare.click();
    await refused.nth(1).waitFor();
    await tab.page.context().unroute(asked);
    await compare.click();
    await tab.see(words('writing.comparing', { number: 1 }));
    await tab.press(words('writing.check'));
    await refused.waitFor({ state: 'detached' });
    await tab.close();
  });

  it('is for those who write and those who look after Candour, and for nobody else', async () => {
    const admin = await openWriting(unitPeople.admin);
    expect(await admin.button(words('writing.add')).count()).toBe(0);
    await admin.close();
    for (const as of [unitPeople.handler, unitPeople.nobody]) {
      const tab = await unit.open(as, { made: 'report' });
      await tab.see(words('shell.guidance'));
      expect(await tab.button(words('shell.writing')).count()).toBe(0);
      await tab.close();
    }
  });

  it.each(languages)('is drawn in every theme, and fits from a phone to a whole screen, in %s', async (language) => {
    const at = (key: WordKey, values?: WordValues) => translate(language, key, values);
    const tab = await openWriting(unitPeople.writer, localeByLanguage[language]);
    await checkEveryTheme(tab, `${language}-writing`);
    await tab.press(
      at('writing.open', { title: language === 'en' ? 'Signs to look for' : 'Arwyddion i sylwi arnynt' }),
    );
    await tab.tab.locator('[data-preview="card"] [role="heading"]').first().waitFor();
    await checkEveryTheme(tab, `${language}-writing-topic`);
    for (const theme of ['writing.dark', 'writing.contrast'] as const) {
      await tab.check(at(theme));
      expect(await tab.violations()).toEqual([]);
    }
    await tab.tab.getByRole('tab', { name: at('writing.asPage') }).click();
    const page = tab.tab.frameLocator('iframe');
    await page.getByRole('heading', { level: 1 }).waitFor();
    // Drawn in the style of the public pages, which the policy of the tab lets in.
    const width = await page.locator('main').evaluate((main) => getComputedStyle(main).maxWidth);
    expect(width).toBe('672px');
    await tab.picture(`${language}-writing-page`, 'whole');
    await tab.tab.getByRole('tab', { name: at('writing.asPaper') }).click();
    const coming = tab.page.waitForEvent('download');
    await tab.press(at('writing.saveSheet'));
    expect((await coming).suggestedFilename()).toBe(`signs-sheet-${language}.pdf`);
    await tab.see(at('writing.paperMade', { name: `signs-sheet-${language}.pdf` }));
    // This server has no public address that a code could lead to.
    await tab.press(at('writing.savePoster'));
    await tab.see(at('writing.paperNoAddress'));
    await tab.picture(`${language}-writing-paper`, 'whole');
    await fits(tab);
    await tab.press(at('writing.back'));
    await tab.see(at('writing.topics'));
    await fits(tab);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('says from sixty days before which topics are to be read again, and by when', async () => {
    unit.bot.clock.forward(320 * 24 * 60 * 60 * 1_000);
    const tab = await openWriting(unitPeople.admin, 'cy-gb');
    const day = '30 Tachwedd 2027';
    await tab.see(new RegExp(`cyn hir, y cyntaf erbyn ${day}`, 'u'));
    await tab.picture('cy-writing-due', 'whole');
    expect(await tab.tab.getByText(translate('cy', 'writing.soon'), { exact: true }).count()).toBeGreaterThan(1);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});
