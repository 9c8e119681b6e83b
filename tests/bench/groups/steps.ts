import { startBotProcess } from '../bot-process.ts';
import { wayOfAReport, withoutSending } from '../one-report.ts';
import { newProduction } from '../production.ts';
import { inTurn, middle, over, type Round, type Side, sideOf } from '../rounds.ts';
import { atLeast, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { startServer, today } from '../server-process.ts';
import { newSetting } from '../setting.ts';
import { timesOfATurn } from '../turn-parts.ts';

const people = 20;
const rate = (round: Round): number => round.stepsPerSecond;
const processor = (round: Round): number => round.stepMs;
const microseconds = (ms: number): number => ms * 1_000;

/** The figures of one door: a bot of ours beside a plain one and a bare one. */
function rowsOfDoor(name: string, [candour, plain, bare]: readonly [Side, Side, Side]): readonly Row[] {
  const row = rowsOf(`Steps by ${name}, ${people} people at a time`);
  return [
    row('Candour', middle(candour, rate), 'steps/s'),
    row('plain bot: waterfall, answers in conversation state, cards kept', middle(plain, rate), 'steps/s'),
    row('bare bot: one card, drawn before', middle(bare, rate), 'steps/s'),
    row('Candour to plain', over(candour, plain, rate), '×', atLeast(1.2)),
    row('Candour to bare', over(candour, bare, rate), '×', atLeast(0.6)),
    row('processor a step: Candour', microseconds(middle(candour, processor)), 'µs'),
    row('of that its first thread', microseconds(middle(candour, (round) => round.firstThreadMs)), 'µs'),
    row('processor a step: plain bot', microseconds(middle(plain, processor)), 'µs'),
    row('processor a step: bare bot', microseconds(middle(bare, processor)), 'µs'),
    row('processor of the driver a step: Candour', microseconds(middle(candour, (round) => round.drivenStepMs)), 'µs'),
    row('plain to Candour, by the processor', over(plain, candour, processor), '×'),
    row('bare to Candour, by the processor', over(bare, candour, processor), '×'),
  ];
}

/** Steps a second beside a plain bot and a bare one, by both doors, and what the parts of a turn take. */
export async function measureSteps(scale: Scale): Promise<readonly Row[]> {
  const [setting, production] = [await newSetting(), await newProduction()];
  // The last step saves: the plain bot has none.
  const [chat, dialog] = [withoutSending(wayOfAReport()), withoutSending(wayOfAReport(production.door))];
  const stock = production.stockEnvironment;
  const [ofProduction, plainInDialog, bareInDialog, ofChat, plainInChat, bareInChat] = await Promise.all([
    startServer(today, production.folder, production.environment),
    startBotProcess('plain', stock),
    startBotProcess('bare', stock),
    startBotProcess('candour', setting.environment),
    startBotProcess('plain'),
    startBotProcess('bare'),
  ]);
  const byDialog = [
    sideOf({ bot: ofProduction, way: dialog }),
    sideOf({ bot: plainInDialog, way: dialog }),
    sideOf({ bot: bareInDialog, way: { ...dialog, looks: false } }),
  ] as const;
  const byChat = [
    sideOf({ bot: ofChat, way: chat }),
    sideOf({ bot: plainInChat, way: chat }),
    sideOf({ bot: bareInChat, way: { ...chat, looks: false } }),
  ] as const;
  const all = [...byDialog, ...byChat];
  await inTurn(all, { rounds: scale.stepRounds, people, ms: scale.stepsMs });
  await Promise.all(all.flatMap(({ led }) => led.map(({ bot }) => bot.stop())));
  await Promise.all([setting.remove(), production.remove()]);
  const parts = await timesOfATurn(scale.partMs);
  const part = rowsOf('Parts of a turn');
  return [
    ...rowsOfDoor('the dialog’s door, with signed tokens, in production', byDialog),
    ...rowsOfDoor('the chat door, without tokens', byChat),
    ...parts.map(({ name, ms }) => part(name, microseconds(ms), 'µs')),
  ];
}
