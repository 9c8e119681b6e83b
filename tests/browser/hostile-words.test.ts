import { renderPage } from '../../cards/render-page.ts';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type * as AdaptiveCardsApi from 'adaptivecards';
import type { Browser } from 'playwright-core';
import { comeBackPage } from '../../cards/come-back/come-back-page.ts';
import { reportPage } from '../../cards/report/report-page.ts';
import { hostileWords } from '../support/access/hostile-words.ts';
import { comeBackState, exampleFacts, exampleToken, fewContacts, reportState } from '../support/cards/example-views.ts';
import { cardPage } from '../support/browser/card-page.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { type LoopbackPage, newPage } from '../support/browser/loopback-page.ts';
import { createTeamsHostConfig } from '../support/browser/teams-host-config.ts';

// A name inside the page, where the bundle puts it.
declare const AdaptiveCards: typeof AdaptiveCardsApi;
const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

let browser: Browser;
let sheet: LoopbackPage;
beforeAll(async () => {
  browser = await launchChromium();
  sheet = await newPage(browser, { width: 420, height: 800 });
  await sheet.page.setContent(cardPage('light', 'en'));
  await sheet.page.addScriptTag({ path: renderer });
});
afterAll(() => browser.close());

interface Drawn {
  /** The kinds of elements on the card, each once. */
  readonly elements: readonly string[];
  /** The text of each line of an answer. */
  readonly lines: readonly string[];
  /** What stands in each input of text. */
  readonly inputs: readonly string[];
  /** Whether each line of an answer stands in a block of its own, so that none turns another around. */
  readonly apart: boolean;
}

/** Draws a card in a client that makes HTML of every text that could be Markdown, as the worst would. */
const drawn = (card: Readonly<Record<string, unknown>>): Promise<Drawn> =>
  sheet.page.evaluate(drawInPage, { card, config: createTeamsHostConfig('light') });

/** Runs in the page. */
function drawInPage({
  card,
  config,
}: {
  readonly card: Readonly<Record<string, unknown>>;
  readonly config: ReturnType<typeof createTeamsHostConfig>;
}): Drawn {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = text;
    result.didProcess = true;
  };
  const made = new AdaptiveCards.AdaptiveCard();
  made.hostConfig = new AdaptiveCards.HostConfig(config);
  made.parse(card, new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
  const element = made.render();
  if (element === undefined) throw new Error('The card was not drawn.');
  document.querySelector('#card')?.replaceChildren(element);
  const all = [...document.querySelectorAll('#card *')];
  const blocks = [...document.querySelectorAll('#card .ac-richTextBlock')];
  const fields = [...document.querySelectorAll<HTMLInputElement>('#card input[type=text], #card textarea')];
  return {
    elements: [...new Set(all.map((one) => one.tagName.toLowerCase()))],
    lines: blocks.map((block) => block.textContent ?? ''),
    inputs: fields.map(({ value }) => value),
    apart: blocks.every((block) => getComputedStyle(block).display === 'block'),
  };
}

const plain = (text: string) => text.replaceAll('\u2060', '').toWellFormed();
const contacts = fewContacts;
const token = exampleToken;
const drawReview = (what: string) => {
  const state = reportState('en', 'review', { mode: 'named', what, conflict: 'no', evidence: what.slice(0, 400) });
  return drawn(renderPage(reportPage({ state, problems: [], notice: undefined, token, contacts, ...exampleFacts })));
};

describe("words that could be more than words, drawn by Microsoft's renderer,", () => {
  let usual: readonly string[];
  beforeAll(async () => {
    usual = (await drawReview('plain words')).elements;
  });

  it.each(Object.entries(hostileWords))('are text alone in the review: %s', async (_, words) => {
    const { elements, lines, apart } = await drawReview(words);
    expect(elements.filter((element) => !usual.includes(element))).toEqual([]);
    const written = words.split(/\r\n|[\n\r\u2028\u2029]/u).filter((line) => line.trim() !== '');
    expect(apart).toBe(true);
    expect(plain(lines.join(''))).toContain(plain(written.join('')));
    expect(sheet.errors).toEqual([]);
    expect([...sheet.refusedHosts]).toEqual([]);
  });

  it.each(Object.entries(hostileWords))('stand in their input as they were typed: %s', async (_, words) => {
    const state = reportState('en', 'account', { what: words, conflict: 'no' });
    const report = await drawn(
      renderPage(reportPage({ state, problems: [], notice: undefined, token, contacts, ...exampleFacts })),
    );
    const back = await drawn(
      renderPage(
        comeBackPage({
          state: { ...comeBackState('en', 'case'), addition: words },
          problems: [],
          token,
          contacts,
          ...exampleFacts,
        }),
      ),
    );
    // A text area knows one kind of line end.
    const typed = words.replaceAll(/\r\n?/gu, '\n').toWellFormed();
    for (const { inputs, elements } of [report, back]) {
      expect(inputs.map((text) => text.toWellFormed())).toContain(typed);
      expect(elements).not.toContain('a');
      expect(elements).not.toContain('img');
    }
  });
});
