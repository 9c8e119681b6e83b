import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Language, languages, otherLanguage } from '../../core/model/language.ts';
import { translate as sayOnCard } from '../../words/cards/translate.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { newPage } from '../support/browser/loopback-page.ts';
import { renderPdf } from '../support/browser/pdf-pictures.ts';
import { createGuidanceDriver } from '../support/browser/tab/guidance-driver.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { type PlaygroundSession, startPlaygroundSession } from '../support/journeys/playground-session.ts';
import { createGiftsTopic } from '../support/journeys/gifts-topic.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { parsePdf } from '../support/tab/parse-pdf.ts';

const pictures = 'test-results';
let browser: Browser;
beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe.each(languages)('a topic of the force’s own, written in a tab in %s', (language) => {
  let at: PlaygroundSession;
  beforeAll(async () => {
    at = await startPlaygroundSession(browser);
  });
  afterAll(() => at.stop());

  const canary = newCanary();
  const topic = createGiftsTopic(canary, 'https://www.gwent.police.uk/');
  const card = (key: Parameters<typeof sayOnCard>[1]) => sayOnCard(language, key);
  const publicly = (one: Language, end = '') => fetch(`${at.development.botUrl}/guidance/${one}/${topic.id}${end}`);
  const listInChat = async () => {
    await at.person.openPersonalChat();
    await at.person.say(language === 'cy' ? 'canllawiau' : 'guidance');
    await at.person.waitForText(card('guidance.contentsKnow'));
  };

  it('is typed in both languages, and nobody else sees a word of it', async () => {
    await at.person.openPersonalChat();
    await at.person.waitForText(sayOnCard('en', 'common.report'));
    const tab = await at.open('writer', language);
    const writer = createGuidanceDriver(tab, language);
    await writer.openList();
    await writer.type(topic);
    await writer.save();
    await writer.submit();
    await tab.picture(`topic-${language}-1-submitted`, 'whole');
    // Nobody approves their own words.
    await tab.press(writer.words('writing.approve'));
    await tab.see(writer.words('writing.ownWords'));
    await tab.close();
    await listInChat();
    expect(await at.person.lastCard().innerText()).not.toContain(topic.title[language]);
    for (const one of languages) {
      assertAbsent('the public page', await (await publicly(one)).text(), [canary]);
      expect((await publicly(one, '.pdf')).status).toBe(404);
    }
    assertAbsent('the log', at.log(), [canary, ...Object.values(topic.title)]);
  });

  it('is approved by a second person, who looks at the card, the page and the print of it', async () => {
    const tab = await at.open('secondWriter', language);
    const second = createGuidanceDriver(tab, language);
    await second.openList();
    await second.open(topic);
    await tab.tab.locator('[data-preview="card"]').getByText(canary).waitFor();
    await tab.tab.getByRole('tab', { name: second.words('writing.asPage') }).click();
    await tab.tab.frameLocator('iframe').getByText(canary).waitFor();
    await tab.button(second.words('writing.print')).waitFor();
    await second.approve();
    await tab.picture(`topic-${language}-2-approved`, 'whole');
    await tab.close();
  });

  it('is then a card in the bot, in both languages', async () => {
    await listInChat();
    await at.person.press(topic.title[language]);
    await at.person.waitForText(canary);
    await at.person.screenshot(join(pictures, `topic-${language}-3-card.png`));
    const other = otherLanguage(language);
    await at.person.press(sayOnCard(other, 'common.thisLanguage'));
    await at.person.waitForText(topic.title[other]);
    expect(await at.person.lastCard().innerText()).toContain(canary);
  });

  it('is on the page of everybody, and on paper from there', async () => {
    const tab = await at.open('staff', language);
    const words = createGuidanceDriver(tab, language).words;
    await tab.press(words('shell.guidance'), tab.tab.getByRole('navigation'));
    await tab.press(topic.title[language]);
    await tab.see(canary);
    await tab.picture(`topic-${language}-4-page`);
    await tab.page.emulateMedia({ media: 'print' });
    await tab.see(canary);
    expect(await tab.tab.getByRole('button').filter({ visible: true }).count()).toBe(0);
    await tab.close();
    for (const one of languages) {
      const sheet = new Uint8Array(await (await publicly(one, '.pdf')).arrayBuffer());
      const { title, language: spoken, isTagged } = await parsePdf(sheet.slice());
      expect({ title, spoken, isTagged }).toEqual({
        title: topic.title[one],
        spoken: expect.anything(),
        isTagged: true,
      });
      expect(await renderPdf(browser, sheet)).toHaveLength(1);
    }
  });

  it('is on the public pages in both languages, without a script, a cookie or anything from elsewhere', async () => {
    const { page, errors, refusedHosts } = await newPage(browser, { width: 360, height: 800 });
    await page.goto(`${at.development.botUrl}/guidance/${language}`);
    await page.getByRole('link', { name: topic.title[language], exact: true }).click();
    await page.getByText(canary).waitFor();
    await page.screenshot({ path: join(pictures, `topic-${language}-5-public.png`), fullPage: true });
    const other = otherLanguage(language);
    await page.getByRole('link', { name: sayOnCard(other, 'common.thisLanguage'), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: topic.title[other], exact: true }).waitFor();
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
    expect({ errors, hosts: [...refusedHosts] }).toEqual({ errors: [], hosts: [] });
    await page.context().close();
  });

  it('is taken from readers with a reason that only writers read', async () => {
    const why = newCanary();
    const tab = await at.open('secondWriter', language);
    const second = createGuidanceDriver(tab, language);
    await second.openList();
    await second.open(topic);
    await second.withdraw(`The register has moved. ${why}`);
    await tab.see(new RegExp(why, 'u'));
    await tab.close();
    for (const one of languages) {
      assertAbsent('the public page', await (await publicly(one)).text(), [canary, why]);
      expect((await publicly(one, '.pdf')).status).toBe(404);
    }
    await listInChat();
    expect(await at.person.lastCard().innerText()).not.toContain(topic.title[language]);
    assertAbsent('the log', at.log(), [canary, why, ...Object.values(topic.title)]);
    expect(at.errors()).toEqual([]);
  });
});
