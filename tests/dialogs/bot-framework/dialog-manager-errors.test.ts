import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { translate } from '../../../words/cards/translate.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { maxStateTokenLength } from '../../../dialogs/bot-framework/sealed-state.ts';
import { DeadlineError } from '../../../dialogs/answer-deadline.ts';
import { stateLifetimeMs } from '../../../dialogs/bot-framework/day-key-ring.ts';
import { formatReturnCode } from '../../../core/model/return-code.ts';
import { nextStepInput } from '../../support/core/next-step-input.ts';
import { random } from '../../support/core/open-core.ts';
import {
  parseCardCode,
  type ReportDriver,
  createReportDriver,
  person,
  type ViewedCard,
  goToCode,
} from '../../support/dialogs/report-driver.ts';

let led: ReportDriver;
beforeEach(() => {
  led = createReportDriver();
});
afterEach(() => led.close());

const notSaved = translate('en', 'problem.notSaved');
/** Words that cannot be deflated, as long as an account may be. */
const noise = (length: number): string => Buffer.from(random(length)).toString('base64').slice(0, length);
const historyOf = (code: ReturnType<typeof parseCardCode>) => led.core.store.history.readAll(deriveCaseId(code));

async function toReview(): Promise<ViewedCard> {
  const about = await led.step(await goToCode(led), 'next', nextStepInput('detail'));
  return led.step(await led.step(about, 'next', { who: 'somebody' }), 'next');
}
async function toDiffers(): Promise<ViewedCard> {
  const account = await led.open('report');
  const send = async (what: string) => {
    const known = await led.step(account, 'next', { what, conflict: 'no' });
    return led.step(await led.step(known, 'next', { mode: 'named' }), 'next', nextStepInput('send'));
  };
  await send('first');
  return send('other');
}

async function toCase(): Promise<ViewedCard> {
  const code = parseCardCode(await led.step(await goToCode(led), 'next', nextStepInput('send')));
  return led.step(await led.open('comeBack'), 'next', { code: formatReturnCode(code) });
}

describe.each(['refuse', 'lose', 'hang'] as const)('while the store does this: %s', (trouble) => {
  const told = () =>
    trouble === 'hang' ? new DeadlineError() : new StoreError(trouble === 'refuse' ? 'unavailable' : 'unknown');

  it.each<[string, () => Promise<ViewedCard>, string, Readonly<Record<string, string>>, () => string]>([
    [
      'sending from the card of the code',
      () => goToCode(led),
      'next',
      nextStepInput('send'),
      () => translate('en', 'receipt.heading'),
    ],
    ['sending from the review', toReview, 'send', {}, () => translate('en', 'receipt.heading')],
    [
      'finishing later',
      () => goToCode(led),
      'next',
      nextStepInput('later'),
      () => translate('en', 'receipt.keptHeading'),
    ],
    ['finishing later from the review', toReview, 'later', {}, () => translate('en', 'receipt.keptHeading')],
    ['adding what differs', toDiffers, 'add', {}, () => translate('en', 'receipt.added')],
  ])(
    '%s is not called saved, keeps everything, and is done once afterwards',
    async (_name, reach, verb, typed, done) => {
      const card = await reach();
      const before = led.nudges();
      led.faultyStore.set(trouble);
      const failed = await led.step(card, verb, typed);
      expect(failed.text).toContain(notSaved);
      expect(failed.text).not.toContain(done());
      expect(failed.moves).toEqual(card.moves);
      expect(led.troubles).toEqual([told()]);
      expect(led.nudges()).toBe(before);
      led.faultyStore.set('none');
      expect((await led.step(failed, verb, typed)).text).toContain(done());
    },
  );

  it.each([
    ['risk', 'comeBack.addedHeading'],
    ['unit', 'comeBack.apartHeading'],
  ] as const)(
    'what is added with a mark keeps it, is not called saved, and is saved once: %s',
    async (mark, heading) => {
      const card = await toCase();
      led.faultyStore.set(trouble);
      const failed = await led.step(card, 'add', { addition: 'words', marks: mark });
      expect(failed.text).toContain(notSaved);
      expect(failed.text).not.toContain(translate('en', heading));
      expect(failed.filled).toEqual({ addition: 'words', marks: mark });
      led.faultyStore.set('none');
      const done = await led.step(failed, 'add');
      expect(done.text).toContain(translate('en', heading));
      expect((await led.step(failed, 'add')).text).toBe(done.text);
      if (mark === 'unit') expect(await historyOf(parseCardCode(done))).toHaveLength(1);
    },
  );

  it('a report that was sent again afterwards is saved once, with one alert', async () => {
    const review = await toReview();
    led.faultyStore.set(trouble);
    const failed = await led.step(review, 'send');
    led.faultyStore.set('none');
    const receipt = await led.step(failed, 'send');
    expect(led.nudges()).toBe(trouble === 'lose' ? 0 : 1);
    expect(await historyOf(parseCardCode(receipt))).toHaveLength(1);
    expect((await led.core.store.outbox.read(deriveCaseId(parseCardCode(receipt))))?.value.state).toBe('waiting');
  });
});

it('a draft that cannot be dropped does not take the receipt away: it expires by itself', async () => {
  const kept = await led.step(await goToCode(led), 'next', nextStepInput('later'));
  const found = await led.step(await led.open('comeBack'), 'next', { code: parseCardCode(kept) });
  const resumed = await led.step(found, 'resume');
  led.faultyStore.set('refuse', 'remove');
  const receipt = await led.step(resumed, 'next', nextStepInput('send'));
  expect(receipt.text).toContain(translate('en', 'receipt.heading'));
  expect(led.troubles).toEqual([new StoreError('unavailable')]);
});

describe('more text than a card can carry', () => {
  it('stays on the card where it was typed, is said calmly, and can be shortened', async () => {
    const account = await led.open('report');
    const what = noise(8_000);
    const full = await led.step(account, 'next', { what, conflict: 'no' });
    expect(full.text).toContain(translate('en', 'problem.full'));
    expect(full.filled).toEqual({ what, conflict: 'no' });
    expect(full.token.length).toBeLessThanOrEqual(maxStateTokenLength);
    expect(full.json.length).toBeLessThan(36_000);
    const known = await led.step(full, 'next', { what: what.slice(0, 4_000) });
    expect(parseCardCode(await led.step(known, 'next', { mode: 'named' }))).toBeDefined();
  });

  it('stays there also where the language is switched or somebody goes back', async () => {
    const account = await led.open('report');
    const what = noise(8_000);
    const switched = await led.step(account, 'language', { what });
    expect([switched.language, switched.filled['what']]).toEqual(['cy', what]);
    expect((await led.step(account, 'back', { what })).filled['what']).toBe(what);
  });
});

describe('a card that was open for more than twelve hours', () => {
  const later = () => led.core.pass(stateLifetimeMs + 1);

  it('comes back as the review with what was typed last, and can be sent', async () => {
    const about = await led.step(await goToCode(led), 'next', nextStepInput('detail'));
    later();
    const review = await led.step(about, 'next', { who: 'typed last' });
    expect(review.text).toContain(translate('en', 'report.expired'));
    expect(review.json).toContain('typed last');
    expect((await led.step(review, 'send')).text).toContain(translate('en', 'receipt.heading'));
  });

  it('sends nothing by itself, whatever button was pressed', async () => {
    const review = await toReview();
    const code = parseCardCode(await goToCode(led));
    later();
    expect((await led.step(review, 'send')).text).toContain(translate('en', 'report.expired'));
    expect(led.faultyStore.asked()).toBe(0);
    expect(await historyOf(code)).toEqual([]);
  });

  it('comes back at the card where an answer is needed', async () => {
    const account = await led.open('report');
    later();
    const back = await led.step(account, 'next', { what: 'words' });
    expect(back.text).toContain(translate('en', 'report.expired'));
    expect(back.filled).toEqual({ what: 'words' });
  });

  it('keeps text that is more than it can carry on the card where it was typed', async () => {
    const account = await led.open('report');
    later();
    const what = noise(8_000);
    const full = await led.step(account, 'next', { what, conflict: 'no' });
    for (const key of ['problem.full', 'report.expired'] as const) expect(full.text).toContain(translate('en', key));
    expect(full.filled).toEqual({ what, conflict: 'no' });
    expect(full.token.length).toBeLessThanOrEqual(maxStateTokenLength);
    const known = await led.step(full, 'next', { what: 'short' });
    expect(parseCardCode(await led.step(known, 'next', { mode: 'named' }))).toBeDefined();
  });

  it('that is a receipt or shows a kept draft ends as ever: nothing waits to be sent', async () => {
    const receipt = await led.step(await goToCode(led), 'next', nextStepInput('send'));
    const kept = await led.step(await goToCode(led), 'next', nextStepInput('later'));
    later();
    expect((await led.step(receipt, 'language')).text).toContain(translate('cy', 'receipt.heading'));
    for (const card of [receipt, kept]) expect(await led.press(card, 'done')).toEqual({ kind: 'done', language: 'en' });
  });

  it("is nobody's once its key is destroyed", async () => {
    const review = await toReview();
    led.core.pass(26 * 3_600_000);
    expect(await led.press(review, 'send')).toEqual({ kind: 'refused', code: 'foreign' });
    expect(await led.press(review, 'send', {}, { ...person, key: 'another' })).toEqual({
      kind: 'refused',
      code: 'foreign',
    });
  });
});
