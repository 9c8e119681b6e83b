import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type * as AdaptiveCardsApi from 'adaptivecards';
import type { Browser, Page } from 'playwright-core';
import type { drawCard } from '../../tab/report/drawn-card.ts';
import { newPage } from '../support/browser/loopback-page.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { gallery } from '../support/cards/gallery.ts';

// Names inside the page, where the two bundles put them.
declare const AdaptiveCards: typeof AdaptiveCardsApi;
declare const ours: { readonly drawCard: typeof drawCard };

const microsoft = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

/** The part of the page that draws cards, as one script. */
async function scriptOfPage(): Promise<string> {
  const printer = resolve(import.meta.dirname, '../support/browser/print-card-drawer.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', printer], { maxBuffer: 16_000_000 });
  return stdout;
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  ({ page } = await newPage(browser, { width: 420, height: 800, scale: 1 }));
  await page.addScriptTag({ path: microsoft });
  await page.addScriptTag({ content: await scriptOfPage() });
});
afterAll(() => browser.close());

type Who = 'microsoft' | 'page';

/** Everything that somebody meets on a card, whoever draws it. */
const metOn = (card: object, who: Who) =>
  page.evaluate(
    ([given, by]) => {
      const theirs = new AdaptiveCards.AdaptiveCard();
      AdaptiveCards.AdaptiveCard.onProcessMarkdown = () => undefined;
      if (by === 'microsoft') theirs.parse(given);
      const drawn = by === 'page' ? ours.drawCard(given, () => undefined) : undefined;
      const element = by === 'page' ? drawn?.element : theirs.render();
      if (element === undefined) return undefined;
      document.body.replaceChildren(element);
      const seen = <Shown>(what: string, told: (one: HTMLElement) => Shown) =>
        [...element.querySelectorAll<HTMLElement>(what)].filter((one) => one.getClientRects().length > 0).map(told);
      const named = (one: Element): string =>
        'labels' in one && one.labels instanceof NodeList ? (one.labels[0]?.textContent ?? '') : '';
      const values = theirs
        .getAllInputs()
        .flatMap((one) => (one.id && one.isSet() ? [[one.id, String(one.value)]] : []));
      return {
        words: element.innerText.replaceAll(/\s+/gu, ' ').trim(),
        headings: seen('[role="heading"]', (one) => one.textContent),
        buttons: seen('button', (one) => [
          one.getAttribute('role') ?? 'button',
          one.textContent,
          /style-(?:positive|destructive)/u.exec(one.className)?.[0],
        ]),
        fields: seen('textarea, select, input', (one) => [
          one.tagName,
          named(one),
          one instanceof HTMLInputElement && [one.type, one.checked],
          one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? one.value : '',
        ]),
        sends: drawn?.inputs() ?? Object.fromEntries(values),
      };
    },
    [card, who] as const,
  );

/** Cards that a page for reporting never shows: those that are posted into channels, and weekly figures. */
const notHere = /^(?:alert|channel|daily|sending|target|waiting|week)/u;
const shown = gallery().filter(({ name }) => !notHere.test(name));

describe('a card drawn by the page', () => {
  it('has the words, buttons and fields that Microsoft’s renderer gives it, for every card that is met here', async () => {
    expect(shown.length).toBeGreaterThan(150);
    for (const { name, card } of shown) {
      const met = { name, ...(await metOn(card, 'page')) };
      expect(met).toEqual({ name, ...(await metOn(card, 'microsoft')) });
    }
  });

  const cardOf = (...body: readonly object[]) => ({ type: 'AdaptiveCard', version: '1.5', body });

  it('shows whatever stands in it as text, leaves out what it does not know, and never fails', async () => {
    const markup = '<img src=x onerror="document.title=1"> [a](javascript:1) **b**';
    const odd = [
      { type: 'TextBlock', text: markup },
      { type: 'Input.Text', id: 'what', label: markup, value: markup },
      { type: 'Image', url: 'https://example.com/a.png' },
      { type: 'Container', items: 'none' },
      { type: 'TextBlock', text: { toString: 'none' }, size: 'huge', color: 7 },
      { type: 'Input.ChoiceSet', choices: [null, 7] },
    ];
    const met = await metOn(cardOf(...odd), 'page');
    expect(met?.words).toBe(`${markup} ${markup}`);
    expect(met?.sends).toEqual({ what: markup });
    expect(await page.locator('img, a').count()).toBe(0);
    expect(await metOn({ type: 'Other' }, 'page')).toBeUndefined();
  });

  it('sends what stands in its fields with what a button carries', async () => {
    const field = { type: 'Input.Text', id: 'what', label: 'What', value: 'Words' };
    const empty = { type: 'Input.Text', id: 'when', label: 'When' };
    const button = { type: 'Action.Execute', title: 'Go on', data: { candour: { verb: 'move' } } };
    const card = { ...cardOf(field, empty), actions: [button] };
    const sent = await page.evaluate((given) => {
      const told: unknown[] = [];
      const drawn = ours.drawCard(given, (data) => told.push(data));
      drawn?.element.querySelector('button')?.click();
      return told;
    }, card);
    expect(sent).toEqual([{ candour: { verb: 'move' }, what: 'Words' }]);
  });

  it('says to who hears a field what is wrong with it, and its hint', async () => {
    const choices = [{ title: 'Yes', value: 'yes' }];
    await metOn(
      cardOf({
        type: 'Container',
        items: [
          { type: 'TextBlock', text: 'Please answer this.', color: 'attention' },
          { type: 'Input.ChoiceSet', id: 'risk', label: 'Is anyone at risk?', style: 'expanded', choices },
          { type: 'TextBlock', text: 'A hint.' },
        ],
      }),
      'page',
    );
    const group = page.getByRole('radiogroup', {
      name: 'Is anyone at risk?',
      description: 'Please answer this. A hint.',
    });
    expect(await group.getAttribute('aria-invalid')).toBe('true');
  });
});
