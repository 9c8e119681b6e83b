import type { Group } from '../group.ts';
import { startBotProcess, startServer } from '../child-process.ts';
import { medianFigure, medianRatio, runRounds, type Side, createSide } from '../rounds.ts';
import { atLeast, type Row, createRows } from '../row.ts';
import { createDevelopmentEnvironment, createProductionEnvironment } from '../environment.ts';
import { createReportScript } from '../report-script.ts';

/** The figures of one door: a bot of ours beside a plain one and a bare one. */
function rowsOfDoor(name: string, people: number, [candour, plain, bare]: readonly [Side, Side, Side]): readonly Row[] {
  const row = createRows(`Steps by ${name}, ${people} people at a time`);
  return [
    row('Candour', medianFigure(candour, 'stepsPerSecond'), 'steps/s'),
    row(
      'plain bot: waterfall, answers in conversation state, cards kept',
      medianFigure(plain, 'stepsPerSecond'),
      'steps/s',
    ),
    row('bare bot: one card, drawn before', medianFigure(bare, 'stepsPerSecond'), 'steps/s'),
    row('Candour to plain', medianRatio(candour, plain, 'stepsPerSecond'), '×', atLeast(1.2)),
    row('Candour to bare', medianRatio(candour, bare, 'stepsPerSecond'), '×', atLeast(0.6)),
    row('processor a step: Candour', medianFigure(candour, 'stepMs') * 1_000, 'µs'),
    row('of that its first thread', medianFigure(candour, 'firstThreadMs') * 1_000, 'µs'),
    row('processor a step: plain bot', medianFigure(plain, 'stepMs') * 1_000, 'µs'),
    row('processor a step: bare bot', medianFigure(bare, 'stepMs') * 1_000, 'µs'),
    row('processor of the driver a step: Candour', medianFigure(candour, 'drivenStepMs') * 1_000, 'µs'),
    row('plain to Candour, by the processor', medianRatio(plain, candour, 'stepMs'), '×'),
    row('bare to Candour, by the processor', medianRatio(bare, candour, 'stepMs'), '×'),
  ];
}

export const steps: Group = {
  name: 'steps',
  title: 'steps a second beside a plain bot and a bare one, by both doors',
  takes: 'three minutes',
  async *measure({ steps }) {
    const [development, production] = [await createDevelopmentEnvironment(), await createProductionEnvironment()];
    const stock = production.stockEnvironment;
    const bots = await Promise.all([
      startServer(production),
      startBotProcess('plain-bot', { ...stock, BENCH_BOT: 'plain' }),
      startBotProcess('plain-bot', { ...stock, BENCH_BOT: 'bare' }),
      startBotProcess('candour', development.environment),
      startBotProcess('plain-bot', { BENCH_BOT: 'plain' }),
      startBotProcess('plain-bot', { BENCH_BOT: 'bare' }),
    ]);
    // The last step saves: the plain bot has none. The bare bot shows one and the same card.
    const { door } = production;
    const [dialog, chat] = [
      createReportScript({ door, withoutSending: true }),
      createReportScript({ withoutSending: true }),
    ];
    const byDialog = [
      createSide({ bot: bots[0], way: dialog }),
      createSide({ bot: bots[1], way: dialog }),
      createSide({ bot: bots[2], way: createReportScript({ door, withoutSending: true, looks: false }) }),
    ] as const;
    const byChat = [
      createSide({ bot: bots[3], way: chat }),
      createSide({ bot: bots[4], way: chat }),
      createSide({ bot: bots[5], way: createReportScript({ withoutSending: true, looks: false }) }),
    ] as const;
    await runRounds([...byDialog, ...byChat], steps);
    await Promise.all(bots.map((bot) => bot.stop()));
    await Promise.all([development.remove(), production.remove()]);
    yield rowsOfDoor('the dialog’s door, with signed tokens, in production', steps.people, byDialog);
    yield rowsOfDoor('the chat door, without tokens', steps.people, byChat);
  },
};
