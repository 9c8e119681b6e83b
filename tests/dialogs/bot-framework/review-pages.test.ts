import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { maxCardSize } from '../../../cards/card-size.ts';
import { maxSealedLength, maxStateTokenLength, tokenLengthSlack } from '../../../dialogs/bot-framework/sealed-state.ts';
import { staffingLine } from '../../../cards/staffing-line.ts';
import { languages } from '../../../core/model/language.ts';
import { translate } from '../../../words/cards/translate.ts';
import { exampleStaffing, prose } from '../../support/cards/example-views.ts';
import { nextStepInput } from '../../support/core/next-step-input.ts';
import { questionIds } from '../../support/core/any-inputs.ts';
import { random } from '../../support/core/open-core.ts';
import {
  type ReportDriver,
  createReportDriver,
  type ViewedCard,
  goToCode,
} from '../../support/dialogs/report-driver.ts';

let led: ReportDriver;
beforeEach(() => {
  led = createReportDriver();
});
afterEach(() => led.close());

const noise = (length: number): string => Buffer.from(random(length)).toString('base64').slice(0, length);

async function toReview(what: string, more: Readonly<Record<string, string>> = {}): Promise<ViewedCard> {
  const about = await led.step(await goToCode(led, { what }), 'next', nextStepInput('detail'));
  const knowledge = await led.step(about, 'next', { kind: 'bribery', ...more });
  return led.step(knowledge, 'next');
}

/** Every page from the one in front to that with Send, each after a press of Next. */
async function pagesFrom(first: ViewedCard): Promise<readonly ViewedCard[]> {
  const pages = [first];
  for (let card = first; !card.moves.includes('send'); ) {
    card = await led.step(card, 'next');
    pages.push(card);
    expect(pages.length).toBeLessThan(30);
  }
  return pages;
}
const bare = (text: string): string => text.replaceAll(/[\s\u2060]/gu, '');

describe('a review of several pages', () => {
  it.each([
    ['of prose', prose(8_000)],
    ['that cannot be deflated', noise(4_300)],
    ['of quotation marks', '"\\ '.repeat(2_600)],
    ['of marks that count twice', '\u{1f6a8} '.repeat(2_600)],
    ['of lines', 'a\n'.repeat(3_900)],
    ['of unseen marks', `x${'\u0001'.repeat(7_900)}`],
  ])('shows all that will be sent before Send, on cards that Teams can show: %s', async (_name, what) => {
    const pages = await pagesFrom(await toReview(what, { who: prose(400) }));
    for (const [place, page] of pages.entries()) {
      expect(page.json.length).toBeLessThanOrEqual(maxCardSize);
      expect(page.moves.includes('send')).toBe(place === pages.length - 1);
      expect(page.moves.includes('back')).toBe(place > 0);
      expect(page.moves.filter((move) => move.startsWith('change:'))).not.toEqual([]);
    }
    const read = bare(pages.map(({ text }) => text).join('\n'));
    const lines = what.split('\n').map(bare);
    for (const line of new Set(lines)) {
      // A long line stands in parts, each with what is beside it on its card.
      for (let from = 0; from < line.length; from += 300) expect(read).toContain(line.slice(from, from + 10));
    }
    expect(await led.press(pages.at(-1) ?? pages[0] ?? (await toReview('x')), 'send')).toMatchObject({ kind: 'page' });
  });

  it('is turned back page by page, and the same page shows the same', async () => {
    const pages = await pagesFrom(await toReview(noise(4_900)));
    expect(pages.length).toBeGreaterThan(2);
    let card = pages.at(-1);
    for (const page of pages.toReversed().slice(1)) {
      card = card && (await led.step(card, 'back'));
      expect(card?.text).toBe(page.text);
    }
    const welsh = card && (await led.step(card, 'language'));
    expect(welsh?.language).toBe('cy');
  });

  it('begins again where something was changed, so that nothing is sent unread', async () => {
    const pages = await pagesFrom(await toReview(noise(4_900)));
    const last = pages.at(-1);
    const knowledge = last && (await led.step(last, 'change:knowledge'));
    const review = knowledge && (await led.step(knowledge, 'next', { known: 'saw' }));
    expect(review?.text).toContain(pages[0]?.text.split('\n')[0]);
    expect(review?.moves).not.toContain('send');
  });
});

describe('a review of an urgent report', () => {
  it.each(languages)(
    'says in %s that its alert shows when it was sent, also if that was answered from the review',
    async (language) => {
      const sentence = translate(language, 'report.urgent');
      let review = await toReview('somebody is followed home');
      if (language === 'cy') review = await led.step(review, 'language');
      expect(review.text).not.toContain(sentence);
      review = await led.step(await led.step(review, 'change:account'), 'next', { risk: 'yes' });
      expect(review.moves).toContain('send');
      expect(review.text).toContain(sentence);
      expect(review.text).toContain(staffingLine(language, exampleStaffing, 'acu'));
      review = await led.step(await led.step(review, 'change:account'), 'next', { risk: 'no' });
      expect(review.text).not.toContain(sentence);
    },
  );

  it('says so once, beside Send', async () => {
    const first = await toReview(prose(8_000));
    const urgent = await led.step(await led.step(first, 'change:account'), 'next', { risk: 'yes' });
    const pages = await pagesFrom(urgent);
    expect(pages.length).toBeGreaterThan(1);
    const sentence = translate('en', 'report.urgent');
    expect(pages.map(({ text }) => text.includes(sentence))).toEqual(pages.map(({ moves }) => moves.includes('send')));
  });
});

describe('the size of a state that is known before it is sealed', () => {
  it('is never too small, whatever the answers, and seldom much too large', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom(...questionIds),
          fc.oneof(fc.string({ maxLength: 900 }), fc.constant(prose(3_000))),
        ),
        fc.boolean(),
        async (answers, isLong) => {
          const carried = isLong ? { ...answers, what: noise(3_000) } : answers;
          const flow = { code: 'x'.repeat(24), language: 'cy', at: 'review', answers: carried, changing: false };
          const state = {
            dialogStack: [{ id: 'report', state: { flow: { ...flow, page: 99, until: '2026-12-02' } } }],
          };
          const { length } = await led.sealedState.seal(state, 'person');
          const known = maxSealedLength(carried);
          if (length > maxStateTokenLength) return expect(known).toBe(maxStateTokenLength + tokenLengthSlack);
          expect(known + 500).toBeGreaterThanOrEqual(length);
          if (length > 1_700) expect([known >= length, known <= length + 400]).toEqual([true, true]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
