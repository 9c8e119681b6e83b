import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withWritePriority } from '../../../bot/runtime/write-priority.ts';
import { translate } from '../../../words/cards/translate.ts';
import type { DialogManager } from '../../../dialogs/bot-framework/dialog-manager.ts';
import { nextStepInput } from '../../support/core/next-step-input.ts';
import {
  type ReportDriver,
  createReportDriver,
  person,
  type ViewedCard,
  goToCode,
} from '../../support/dialogs/report-driver.ts';

let led: ReportDriver;
let guide: DialogManager;
beforeEach(() => {
  led = createReportDriver();
  guide = withWritePriority(led.guide);
});
afterEach(() => led.close());

const open = () => guide.open('report', 'en', person);
const toReview = async (): Promise<ViewedCard> => {
  const about = await led.step(await goToCode(led), 'next', nextStepInput('detail'));
  return led.step(await led.step(about, 'next', { who: 'somebody' }), 'next');
};
const press = ({ token }: ViewedCard, move: string, inputs: Readonly<Record<string, string>> = {}) =>
  guide.move(token, { verb: move, inputs, person });

/** What is answered, in the order in which it is, and in which turn of the event loop. */
async function answered(
  asked: Readonly<Record<string, () => ReturnType<DialogManager['move']>>>,
): Promise<readonly (readonly [string, number])[]> {
  const answers: (readonly [string, number])[] = [];
  let turn = 0;
  const all = Promise.all(
    Object.entries(asked).map(async ([name, ask]) => {
      await ask();
      answers.push([name, turn]);
    }),
  );
  for (; answers.length < Object.keys(asked).length; turn += 1) await setImmediate();
  await all;
  return answers;
}

describe('those who come in one turn of the event loop', () => {
  it.each<[string, () => Promise<ViewedCard>, (card: ViewedCard) => ReturnType<DialogManager['move']>]>([
    ['sends from the card of the code', () => goToCode(led), (card) => press(card, 'next', nextStepInput('send'))],
    ['sends from the review', toReview, (card) => press(card, 'send')],
  ])('are answered after whoever %s, who has a receipt for what stands', async (_name, reach, send) => {
    const code = await goToCode(led);
    const card = await reach();
    let receipt: Awaited<ReturnType<DialogManager['move']>> | undefined;
    const before = Object.fromEntries([1, 2, 3, 4, 5].map((each) => [`before ${each}`, open]));
    const after = Object.fromEntries([1, 2, 3, 4, 5].map((each) => [`after ${each}`, () => press(code, 'back')]));
    const sends = async () => (receipt = await send(card));
    const [first, ...others] = await answered({ ...before, receipt: sends, ...after });
    expect(first).toEqual(['receipt', 0]);
    expect(others).toHaveLength(10);
    expect(receipt).toMatchObject({ page: { heading: translate('en', 'receipt.heading') } });
    expect(led.nudges()).toBe(1);
  });

  it('are each answered in the same turn where nobody sends', async () => {
    const code = await goToCode(led);
    const answers = await answered({ open, back: () => press(code, 'back'), language: () => press(code, 'language') });
    expect(answers).toEqual([
      ['open', 0],
      ['back', 0],
      ['language', 0],
    ]);
  });

  it('wait a few turns and no longer for a store that does not answer', async () => {
    const code = await goToCode(led);
    led.faultyStore.set('hang', 'create');
    const sent = press(code, 'next', nextStepInput('send'));
    const [[, turn] = ['', Number.NaN]] = await answered({ open });
    expect(turn).toBeLessThan(4);
    await sent;
  });
});
