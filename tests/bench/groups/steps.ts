import type { Group } from '../group.ts';
import { startBotProcess, startServer } from '../process.ts';
import { middle, over, roundsInTurn, type Side, sideOf } from '../rounds.ts';
import { atLeast, type Row, rowsOf } from '../row.ts';
import { newDevelopment, newProduction } from '../setting.ts';
import { wayOfAReport } from '../way.ts';

/** The figures of one door: a bot of ours beside a plain one and a bare one. */
function rowsOfDoor(name: string, people: number, [candour, plain, bare]: readonly [Side, Side, Side]): readonly Row[] {
  const row = rowsOf(`Steps by ${name}, ${people} people at a time`);
  return [
    row('Candour', middle(candour, 'stepsPerSecond'), 'steps/s'),
    row('plain bot: waterfall, answers in conversation state, cards kept', middle(plain, 'stepsPerSecond'), 'steps/s'),
    row('bare bot: one card, drawn before', middle(bare, 'stepsPerSecond'), 'steps/s'),
    row('Candour to plain', over(candour, plain, 'stepsPerSecond'), '×', atLeast(1.2)),
    row('Candour to bare', over(candour, bare, 'stepsPerSecond'), '×', atLeast(0.6)),
    row('processor a step: Candour', middle(candour, 'stepMs') * 1_000, 'µs'),
    row('of that its first thread', middle(candour, 'firstThreadMs') * 1_000, 'µs'),
    row('processor a step: plain bot', middle(plain, 'stepMs') * 1_000, 'µs'),
    row('processor a step: bare bot', middle(bare, 'stepMs') * 1_000, 'µs'),
    row('processor of the driver a step: Candour', middle(candour, 'drivenStepMs') * 1_000, 'µs'),
    row('plain to Candour, by the processor', over(plain, candour, 'stepMs'), '×'),
    row('bare to Candour, by the processor', over(bare, candour, 'stepMs'), '×'),
  ];
}

export const steps: Group = {
  name: 'steps',
  title: 'steps a second beside a plain bot and a bare one, by both doors',
  takes: 'three minutes',
  async *measure({ steps }) {
    const [development, production] = [await newDevelopment(), await newProduction()];
    const stock = production.stockEnvironment;
    const bots = await Promise.all([
      startServer(production),
      startBotProcess('stock', { ...stock, BENCH_BOT: 'plain' }),
      startBotProcess('stock', { ...stock, BENCH_BOT: 'bare' }),
      startBotProcess('candour', development.environment),
      startBotProcess('stock', { BENCH_BOT: 'plain' }),
      startBotProcess('stock', { BENCH_BOT: 'bare' }),
    ]);
    // The last step saves: the plain bot has none. The bare bot shows one and the same card.
    const { door } = production;
    const [dialog, chat] = [wayOfAReport({ door, withoutSending: true }), wayOfAReport({ withoutSending: true })];
    const byDialog = [
      sideOf({ bot: bots[0], way: dialog }),
      sideOf({ bot: bots[1], way: dialog }),
      sideOf({ bot: bots[2], way: wayOfAReport({ door, withoutSending: true, looks: false }) }),
    ] as const;
    const byChat = [
      sideOf({ bot: bots[3], way: chat }),
      sideOf({ bot: bots[4], way: chat }),
      sideOf({ bot: bots[5], way: wayOfAReport({ withoutSending: true, looks: false }) }),
    ] as const;
    await roundsInTurn([...byDialog, ...byChat], steps);
    await Promise.all(bots.map((bot) => bot.stop()));
    await Promise.all([development.remove(), production.remove()]);
    yield rowsOfDoor('the dialog’s door, with signed tokens, in production', steps.people, byDialog);
    yield rowsOfDoor('the chat door, without tokens', steps.people, byChat);
  },
};
