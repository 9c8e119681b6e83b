import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { everythingCard } from '../support/cards/sample-cards.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { renderCard } from '../support/browser/render-card.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const cardOf = (...body: readonly unknown[]) => ({ type: 'AdaptiveCard', version: '1.5', lang: 'en', body });
const long = 'Anhysbysrwyddgyfrinacholrwyddcamddefnyddioswyddatddibenrhywiol';

describe("a card drawn by Microsoft's renderer", () => {
  it.each(['light', 'dark'] as const)('is accessible and whole on a phone in the %s theme', async (theme) => {
    const { png, axeViolations, labels, cutOff, errors } = await renderCard(browser, everythingCard, theme);
    expect(axeViolations).toEqual([]);
    expect(labels.map(({ id, labelled }) => [id, labelled])).toEqual(
      ['what', 'risk', 'signs', 'kind', 'sure', 'day'].map((id) => [id, true]),
    );
    expect(cutOff).toEqual([]);
    expect(errors).toEqual([]);
    // The picture is twice as wide as the card: eight bytes of signature, eight of a chunk's head, then the width.
    expect(png.readUInt32BE(16)).toBe(2 * (420 - 24));
  });

  it('says which input has no label of its own', async () => {
    const field = { type: 'Input.Text', id: 'what' };
    const choices = [{ title: 'Yes', value: 'yes' }];
    const unlabelled = { type: 'Input.ChoiceSet', id: 'risk', style: 'expanded', choices };
    const { labels, axeViolations } = await renderCard(browser, cardOf(field, unlabelled), 'light');
    expect(labels.map(({ labelled }) => labelled)).toEqual([false, false]);
    expect(axeViolations.join(' ')).toMatch(/^label at/);
  });

  it('says which text is cut off', async () => {
    const cut = { type: 'TextBlock', text: `${long} `.repeat(3), wrap: false };
    const whole = { type: 'TextBlock', text: `${long} `.repeat(3), wrap: true };
    const { cutOff } = await renderCard(browser, cardOf(cut, whole), 'light');
    expect(cutOff).toEqual([cut.text.trim().slice(0, 60)]);
  });

  it('shows every button, however many there are', async () => {
    const titles = ['Anfon nawr', 'Ychwanegu manylion', 'Gorffen yn nes ymlaen', 'Yn ôl', 'English', 'Dileu popeth'];
    const actions = titles.map((title) => ({ type: 'Action.Submit', title }));
    const { cutOff } = await renderCard(
      browser,
      { ...cardOf({ type: 'TextBlock', text: 'Words' }), lang: 'cy', actions },
      'dark',
    );
    expect(cutOff).toEqual([]);
  });

  it('fetches nothing, and says what a card asked for', async () => {
    const picture = { type: 'Image', url: 'https://example.com/a.png', altText: 'A picture' };
    const { errors } = await renderCard(browser, cardOf(picture), 'light');
    expect(errors).toEqual(['asked for example.com']);
  });
});
