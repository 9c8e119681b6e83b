import type { Browser, Locator, Page } from 'playwright-core';
import { newPage } from './loopback-page.ts';
import { waitForIdle } from './wait-for-idle.ts';

/** The Playground's page, in the words of a person who sits at it. Whatever is not there within two minutes throws. */
export interface PlaygroundPage {
  readonly page: Page;
  /** What the page called an error, but for its own parts that the network would have brought. */
  readonly errors: () => readonly string[];
  openPersonalChat(): Promise<void>;
  openAlertsChannel(): Promise<void>;
  /** Sends a message; in a channel it mentions the bot, which is told of no other. */
  say(text: string): Promise<void>;
  /** The newest card of the chat or channel that is open. */
  lastCard(): Locator;
  /** Types into a field of the newest card, in place of what is there. A date is given as 2026-11-25. */
  fill(label: string, value: string): Promise<void>;
  /** Chooses in the newest card: a radio button, a check box, a toggle or an entry of a list. */
  choose(label: string, option: string): Promise<void>;
  /** Presses a button of the newest card, and waits for the answer and for the page to come to rest. */
  press(button: string): Promise<void>;
  /** Presses a link of the newest card, and says which address it opens. */
  follow(link: string): Promise<string>;
  /** Waits until the text is shown somewhere on the page. */
  waitForText(text: string | RegExp): Promise<void>;
  /** A picture of the page, or of the newest card alone. The log panel, which shows each activity, is never on it. */
  screenshot(path: string, of?: 'page' | 'card'): Promise<void>;
  close(): Promise<void>;
}

const patience = 120_000;
const mostTries = 3;

/** Opens the Playground at `url`. By that the bot is told of its installation, and with the first channel again. */
export async function openPlayground(
  browser: Browser,
  url: string,
  size = { width: 1280, height: 1100 },
): Promise<PlaygroundPage> {
  const { page, errors } = await newPage(browser, size);
  page.setDefaultTimeout(patience);
  await page.goto(url);
  const writing = page.locator('[role="textbox"][data-lexical-editor]').first();
  await writing.waitFor();
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  await page.getByText('Log Panel', { exact: true }).waitFor({ state: 'hidden' });

  let place: 'chat' | 'channel' = 'chat';
  const cards = (within: Page | Locator) => within.locator('.ac-adaptiveCard');
  // A chat grows downwards. A channel has its newest post on top, and within a post the newest answer below.
  const lastCard = () =>
    place === 'chat'
      ? cards(page).last()
      : cards(
          page
            .getByRole('group')
            .filter({ has: cards(page) })
            .first(),
        ).last();

  async function answered(act: () => Promise<void>): Promise<void> {
    const answer = page.waitForResponse(
      (response) =>
        response.request().method() === 'POST' && new URL(response.url()).pathname.startsWith('/_conversation/'),
    );
    await Promise.all([answer, act()]);
    await waitForIdle(page);
  }

  async function write(text: string): Promise<void> {
    await writing.click();
    if (place === 'channel') {
      await writing.pressSequentially('@Candour');
      await page.getByRole('menuitem', { name: 'Candour' }).first().click();
      await writing.press('Space');
    }
    await writing.pressSequentially(text);
  }

  /**
   * Whether the message is there to be sent, with its mention: on a busy machine an answer that comes in between can
   * take the caret away, and the list of names can close before a name is taken from it.
   */
  const isWritten = async (text: string): Promise<boolean> =>
    (await writing.innerText()).replaceAll('\u00a0', ' ').trim().endsWith(text) &&
    (place === 'chat' || (await writing.locator('.mention').count()) === 1);

  async function open(name: string, kind: typeof place): Promise<void> {
    place = kind;
    await page.getByRole('treeitem', { name }).click();
    await writing.waitFor();
    await waitForIdle(page);
  }

  return {
    page,
    errors: () => errors.filter((error) => !error.includes('Failed to load worklet module script')),
    openPersonalChat: () => open('Personal Chat', 'chat'),
    openAlertsChannel: () => open('Alerts', 'channel'),
    async say(text) {
      await write(text);
      for (let tries = 1; tries < mostTries && !(await isWritten(text)); tries += 1) {
        await writing.press('ControlOrMeta+a');
        await writing.press('Delete');
        await write(text);
      }
      const send = place === 'channel' ? 'Post' : 'Send Message';
      await answered(() => page.getByRole('button', { name: send, exact: true }).first().click());
    },
    lastCard,
    async fill(label, value) {
      await waitForIdle(page);
      const field = lastCard().getByLabel(label, { exact: true }).first();
      await field.fill(value);
      if ((await field.getAttribute('role')) === 'combobox') {
        await field.press('Enter');
        await field.press('Escape');
      }
    },
    async choose(label, option) {
      await waitForIdle(page);
      const card = lastCard();
      const radio = card
        .getByRole('radiogroup', { name: label, exact: true })
        .getByRole('radio', { name: option, exact: true });
      // A check box or a toggle is named by the label of its set and its own.
      const box = card.getByRole('checkbox', { name: `${label} ${option}`, exact: true });
      const list = card.getByRole('combobox', { name: label, exact: true });
      await radio.or(box).or(list).first().waitFor();
      if ((await list.count()) > 0) {
        await list.click();
        await page.getByRole('option', { name: option, exact: true }).click();
      } else {
        await radio.or(box).first().check();
      }
    },
    async press(button) {
      await waitForIdle(page);
      await answered(() => lastCard().getByRole('button', { name: button, exact: true }).click());
    },
    async follow(link) {
      await waitForIdle(page);
      const named = { name: link, exact: true };
      const pressed = lastCard().getByRole('link', named).or(lastCard().getByRole('button', named));
      const [opened] = await Promise.all([page.context().waitForEvent('page'), pressed.click()]);
      await opened.waitForURL(/^http/u);
      const address = opened.url();
      await opened.close();
      return address;
    },
    waitForText: (text) => page.getByText(text).filter({ visible: true }).first().waitFor(),
    async screenshot(path, of = 'page') {
      await waitForIdle(page);
      if (of === 'card') await lastCard().screenshot({ path });
      else await page.screenshot({ path });
    },
    close: () => page.context().close(),
  };
}
