import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Playground, playgroundConfigFolder, startPlayground } from '../../development/playground.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { type EchoBot, startEchoBot } from '../support/browser/echo-bot.ts';
import { openPlayground, type PlaygroundPage } from '../support/browser/playground.ts';

let bot: EchoBot;
let playground: Playground;
let browser: Browser;
let person: PlaygroundPage;
let pictures: string;

beforeAll(async () => {
  bot = await startEchoBot();
  [playground, browser, pictures] = await Promise.all([
    startPlayground({ port: 0, botEndpoint: bot.endpoint, configFolder: playgroundConfigFolder }),
    launchChromium(),
    mkdtemp(join(tmpdir(), 'candour-pictures-')),
  ]);
  person = await openPlayground(browser, playground.url);
});

afterAll(async () => {
  await browser.close();
  await playground.stop();
  await bot.stop();
  await rm(pictures, { recursive: true, force: true });
});

describe('a person at the Playground', () => {
  it('fills each kind of field, and the answer of the bot takes the place of the card', async () => {
    await person.openPersonalChat();
    await person.say('hello');
    await person.waitForText('You said hello.');
    await person.fill('Your words (required)', 'first line\nsecond line');
    await person.fill('Where', 'at the station');
    await person.choose('A colour', 'Blue');
    await person.choose('Signs', 'One');
    await person.choose('Signs', 'Two');
    await person.choose('A size', 'Large');
    await person.choose('Sure', 'I am sure');
    await person.fill('Which day', '2026-11-03');
    await person.press('Next');
    await person.waitForText('You chose next.');
    expect(await person.lastCard().getByRole('heading').textContent()).toBe('Step 2');
    expect(await person.page.getByText('Step 1').count()).toBe(0);
    expect(bot.heard.slice(0, 2)).toEqual(['installed', 'personal: hello']);
    expect(bot.heard[2]).toBe(
      `next: ${JSON.stringify({
        step: 1,
        words: 'first line\nsecond line',
        place: 'at the station',
        colour: 'blue',
        signs: 'one,two',
        size: 'large',
        sure: 'true',
        day: '2026-11-03',
      })}`,
    );
    await person.press('Back');
    await person.waitForText('You chose back.');
    expect(person.errors()).toEqual([]);
  });

  it('mentions the bot in the Alerts channel and sees there what it posts later', async () => {
    await person.openAlertsChannel();
    await person.say('alerts here');
    await person.waitForText('You said alerts here.');
    expect(bot.heard.at(-1)).toBe('channel: alerts here');
    await person.say('and again');
    await person.waitForText('You said and again.');
    expect(await person.lastCard().textContent()).toContain('You said and again.');
    await person.press('Next');
    await person.waitForText('Step 2');
    expect(await person.lastCard().getByRole('heading').textContent()).toBe('Step 2');
    await bot.postToChannel('A new report has come in.');
    await person.waitForText('A new report has come in.');
    await person.openPersonalChat();
    await person.lastCard().getByRole('heading', { name: 'Step 1' }).waitFor();
    expect(person.errors()).toEqual([]);
  });

  it('takes pictures without the log panel', async () => {
    const [page, card] = [join(pictures, 'page.png'), join(pictures, 'card.png')];
    await person.screenshot(page);
    await person.screenshot(card, 'card');
    expect(await person.page.getByText('Log Panel', { exact: true }).isVisible()).toBe(false);
    expect((await stat(page)).size).toBeGreaterThan(10_000);
    expect((await stat(card)).size).toBeGreaterThan(5_000);
  });
});
