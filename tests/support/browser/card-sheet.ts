import { createRequire } from 'node:module';
import type * as AdaptiveCardsApi from 'adaptivecards';
import type axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { cardPage } from './card-page.ts';
import { newPage } from './loopback-page.ts';
import { type Theme, createTeamsHostConfig } from './teams-host-config.ts';

// Names inside the page, where the two bundles put them.
declare const AdaptiveCards: typeof AdaptiveCardsApi;
declare const axe: typeof axeCore;

const require = createRequire(import.meta.url);
const renderer = require.resolve('adaptivecards/dist/adaptivecards.min.js');
const checker = require.resolve('axe-core/axe.min.js');

/** What was found on a card as it is drawn. */
export interface RenderedCard {
  /** One line for each rule and place that fails; a good card has none. */
  readonly axeViolations: readonly string[];
  /** Whether each input is named by its own label, which the renderer tied to it. */
  readonly labels: readonly { readonly id: string; readonly label: string; readonly labelled: boolean }[];
  /** The texts that are cut off at this width. */
  readonly cutOff: readonly string[];
  /** What the page called an error, and what it tried to fetch. */
  readonly errors: readonly string[];
}

type AnyCard = Readonly<Record<string, unknown>>;

/** A page that shows one card after another, so that a hundred cards need no hundred pages. */
export interface CardSheet {
  readonly page: Page;
  /** Draws a card in the place of the one before. */
  render(card: AnyCard): Promise<void>;
  /** Checks the card that is drawn, with axe: WCAG 2.0 to 2.2 A and AA, and best practice. No rule is off. */
  check(): Promise<RenderedCard>;
  /** How far below the top of the card its first question stands, in pixels; 0 where it asks nothing. */
  firstQuestionAt(): Promise<number>;
  /** How high the card is, in pixels. */
  height(): Promise<number>;
  /** The card that is drawn, as a PNG of `scale` times its width. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

/** How wide a card is drawn unless it is said otherwise, in pixels: a phone's. */
export const phoneWidth = 420;

/** Opens a sheet on which Microsoft's renderer draws cards as Teams would. Close it after use. */
export async function openCardSheet(
  browser: Browser,
  theme: Theme,
  { width = phoneWidth, scale = 2 }: { readonly width?: number; readonly scale?: number } = {},
): Promise<CardSheet> {
  const { page, errors, refusedHosts } = await newPage(browser, { width, height: 800, scale });
  await page.setContent(cardPage(theme, 'en'));
  await page.addScriptTag({ path: renderer });
  await page.addScriptTag({ path: checker });
  const config = createTeamsHostConfig(theme);
  let labels: RenderedCard['labels'] = [];
  return {
    page,
    async render(card) {
      labels = await page.evaluate(renderInPage, { card, config });
    },
    async check() {
      const cutOff = await page.evaluate(findCutOff);
      const axeViolations = await page.evaluate(checkInPage);
      const asked = [...refusedHosts].map((host) => `asked for ${host}`);
      return { axeViolations, labels, cutOff, errors: [...errors, ...asked] };
    },
    firstQuestionAt: () => page.evaluate(findFirstQuestion),
    height: () => page.locator('#card').evaluate((card) => card.getBoundingClientRect().height),
    picture: () => page.locator('#card').screenshot({ animations: 'disabled' }),
    close: () => page.context().close(),
  };
}

interface RenderRequest {
  readonly card: AnyCard;
  readonly config: ReturnType<typeof createTeamsHostConfig>;
}

/** Runs in the page. */
function renderInPage({ card, config }: RenderRequest): RenderedCard['labels'] {
  document.documentElement.lang = typeof card['lang'] === 'string' ? card['lang'] : 'en';
  // A card is no control: by default the renderer makes its root a stop of the Tab key without a role.
  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(config);
  drawn.parse(card, new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
  const element = drawn.render();
  if (element === undefined) throw new Error('The card was not drawn.');
  document.querySelector('#card')?.replaceChildren(element);

  const names = (control: Element): readonly string[] =>
    (control.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent?.trim() ?? '')
      .filter((text) => text !== '');
  return drawn.getAllInputs().map(({ id, label, renderedElement }) => {
    const controls = [...(renderedElement?.querySelectorAll('input, textarea, select') ?? [])].map(names);
    // Of a set of radio buttons or check boxes the renderer gives the label of the set to the first one only.
    const labelled =
      controls.every((texts) => texts.length > 0) && controls.some((texts) => texts.includes(label ?? ''));
    return { id: id ?? '', label: label ?? '', labelled };
  });
}

/** Runs in the page. */
function findFirstQuestion(): number {
  const card = document.querySelector('#card');
  const question = card?.querySelector('.ac-input-container');
  return card && question ? question.getBoundingClientRect().top - card.getBoundingClientRect().top : 0;
}

/** Runs in the page. */
function findCutOff(): readonly string[] {
  // What a person types into a field is longer than the field by right.
  const all = [...document.querySelectorAll('#card, #card *:not(input, textarea, select)')];
  const wide = all.filter((it) => it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).overflowX !== 'visible');
  const said = wide.map((it) => (it.textContent ?? '').trim().slice(0, 60));
  return document.documentElement.scrollWidth > window.innerWidth ? [...said, 'the page'] : said;
}

/** Runs in the page. */
async function checkInPage(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
