import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type * as AdaptiveCardsApi from 'adaptivecards';
import type { Browser, Page } from 'playwright-core';
import type { Page as CardPage } from '../../cards/page.ts';
import type { renderPage as renderInPage } from '../support/browser/page-renderer.tsx';
import { newPage } from '../support/browser/loopback-page.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { renderPage } from '../../cards/render-page.ts';
import { galleryPages } from '../support/cards/gallery.ts';

// Names inside the page, where the two bundles put them.
declare const AdaptiveCards: typeof AdaptiveCardsApi;
declare const ours: { readonly renderPage: typeof renderInPage };

const microsoft = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

/** The part of the page that draws pages, as one script. */
async function scriptOfPage(): Promise<string> {
  const printer = resolve(import.meta.dirname, '../support/browser/print-page-drawer.ts');
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

/** Everything that somebody meets on a page, as we draw it, or on its card, as Microsoft's renderer does. */
const metOn = (given: CardPage, card?: object) =>
  page.evaluate(
    ([content, theirCard]) => {
      const theirs = new AdaptiveCards.AdaptiveCard();
      AdaptiveCards.AdaptiveCard.onProcessMarkdown = () => undefined;
      if (theirCard) theirs.parse(theirCard);
      let inputs: object = {};
      const takeInputs = (now: object) => void (inputs = now);
      const element = theirCard ? theirs.render() : ours.renderPage(content, () => undefined, takeInputs);
      if (element === undefined) return undefined;
      document.body.replaceChildren(element);
      const seen = <Shown>(what: string, toldOf: (one: HTMLElement) => Shown) =>
        [...element.querySelectorAll<HTMLElement>(what)].filter((one) => one.getClientRects().length > 0).map(toldOf);
      const named = (one: Element): string =>
        'labels' in one && one.labels instanceof NodeList ? (one.labels[0]?.textContent ?? '') : '';
      const values = theirs
        .getAllInputs()
        .flatMap((one) => (one.id && one.isSet() ? [[one.id, String(one.value)]] : []));
      return {
        words: element.innerText.replaceAll(/\s+/gu, ' ').trim(),
        headings: seen('[role="heading"]:not([role="alert"] *)', (one) => one.textContent),
        // A card cannot lead to its fields, as the page's list of problems does.
        buttons: seen('button:not([role="alert"] *)', (one) => [
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
        sends: theirCard ? Object.fromEntries(values) : inputs,
      };
    },
    [given, card] as const,
  );

/** Pages that are never shown here: those that are posted into channels, and weekly figures. */
const notHere = /^(?:alert|channel|daily|sending|target|waiting|week)/u;
const shown = galleryPages().filter(({ name }) => !notHere.test(name));

const empty: CardPage = { language: 'en', heading: 'Heading', actions: [] };
const goOn = { title: 'Go on', sends: { verb: 'move', move: 'next', state: '1' } } as const;
const wordsField = (id: string, value: string, label = 'What') =>
  ({ id, label, value, problems: [], input: { kind: 'text', isMultiline: true } }) as const;

describe('a page that is drawn as HTML', () => {
  it('has the words, buttons and fields that Microsoft’s renderer gives its card, for every one that is met here', async () => {
    expect(shown.length).toBeGreaterThan(150);
    for (const { name, page: content } of shown) {
      const met = { name, ...(await metOn(content)) };
      expect(met).toEqual({ name, ...(await metOn(content, renderPage(content))) });
    }
  });

  it('shows whatever stands in it as text', async () => {
    const markup = '<img src=x onerror="document.title=1"> [a](javascript:1) **b**';
    const content = { ...empty, heading: markup, fields: [wordsField('what', markup, markup)], actions: [goOn] };
    const met = await metOn(content);
    expect(met?.words).toBe(`${markup} ${markup} Go on`);
    expect(met?.sends).toEqual({ what: markup });
    expect(await page.locator('img, a').count()).toBe(0);
  });

  it('sends what stands in its fields with what a button carries, and nothing for an empty one', async () => {
    const content: CardPage = {
      ...empty,
      fields: [wordsField('what', 'Words'), wordsField('when', '')],
      actions: [{ ...goOn, beside: { go: 'send' } }],
    };
    const sent = await page.evaluate((given) => {
      const told: unknown[] = [];
      const takePress = (data: object) => void told.push(data);
      const element = ours.renderPage(given, takePress, () => undefined);
      document.body.replaceChildren(element);
      element.querySelector('button')?.click();
      return told;
    }, content);
    expect(sent).toEqual([{ candour: goOn.sends, go: 'send', what: 'Words' }]);
  });

  it('says to who hears a field what is wrong with it, and its hint', async () => {
    const choices = [{ title: 'Yes', value: 'yes' }];
    await metOn({
      ...empty,
      fields: [
        {
          id: 'risk',
          label: 'Is anyone at risk?',
          value: '',
          problems: ['Please answer this.'],
          hint: 'A hint.',
          input: { kind: 'choice', style: 'expanded', isMultiSelect: false, choices },
        },
      ],
    });
    const group = page.getByRole('radiogroup', {
      name: 'Is anyone at risk?',
      description: 'Please answer this. A hint.',
    });
    expect(await group.getAttribute('aria-invalid')).toBe('true');
  });
});
