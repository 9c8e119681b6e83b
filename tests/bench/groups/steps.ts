import { startBotProcess } from '../bot-process.ts';
import { median } from '../figures.ts';
import { reportWhile } from '../many-reports.ts';
import { stepsOfAReport } from '../one-report.ts';
import { atLeast, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { newSetting } from '../setting.ts';
import { timesOfATurn } from '../turn-parts.ts';

const peopleAtATime = 20;

interface Seen {
  readonly rates: number[];
  /** What the server's process used for one step, however busy the machine was otherwise. */
  readonly processorMs: number[];
}
const newSeen = (): Seen => ({ rates: [], processorMs: [] });

/** Steps a second beside a plain bot and a bare one, and what the parts of a turn take. */
export async function measureSteps(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf('Steps through HTTP, 20 people at a time');
  const setting = await newSetting();
  // The last step saves: the plain bot has none.
  const steps = stepsOfAReport().slice(0, -1);
  const bots = [
    { bot: await startBotProcess('candour', setting.environment), looks: true, seen: newSeen() },
    { bot: await startBotProcess('plain'), looks: true, seen: newSeen() },
    { bot: await startBotProcess('bare'), looks: false, seen: newSeen() },
  ] as const;
  const [candour, plain, bare] = bots.map(({ seen }) => seen);
  const once = async ({ bot, looks, seen }: (typeof bots)[number]): Promise<void> => {
    const before = await bot.use();
    const more = (_: unknown, passedMs: number): boolean => passedMs < scale.stepsMs;
    const { stepsPerSecond, seconds, told } = await reportWhile(bot.endpoint, peopleAtATime, steps, more, looks);
    const { processorMs } = await bot.use();
    const right = told.every(({ refused }) => !refused);
    seen.rates.push(right ? stepsPerSecond : Number.NaN);
    seen.processorMs.push((processorMs - before.processorMs) / (stepsPerSecond * seconds));
  };
  for (const one of bots) await once({ ...one, seen: newSeen() });
  for (let round = 0; round < scale.stepRounds; round += 1) for (const one of bots) await once(one);
  await Promise.all(bots.map(({ bot }) => bot.stop()));
  await setting.remove();
  if (!candour || !plain || !bare) throw new Error('three bots were measured');
  const ratio = (other: Seen): number =>
    median(candour.rates.map((rate, at) => rate / (other.rates[at] ?? Number.NaN)));
  const parts = await timesOfATurn(scale.partMs);
  return [
    row('Candour', median(candour.rates), 'steps/s'),
    row('plain bot: waterfall, answers in conversation state', median(plain.rates), 'steps/s'),
    row('bare bot: one card, drawn before', median(bare.rates), 'steps/s'),
    row('Candour to plain', ratio(plain), '×', atLeast(1.2)),
    row('Candour to bare', ratio(bare), '×', atLeast(0.45)),
    row('processor a step: Candour', median(candour.processorMs) * 1_000, 'µs'),
    row('processor a step: plain bot', median(plain.processorMs) * 1_000, 'µs'),
    row('processor a step: bare bot', median(bare.processorMs) * 1_000, 'µs'),
    ...parts.map(({ name, ms }) => row(`part of a turn: ${name}`, ms * 1_000, 'µs')),
  ];
}
