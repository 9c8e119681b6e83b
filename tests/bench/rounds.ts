import type { BotProcess } from './bot-process.ts';
import { median } from './figures.ts';
import { reportWhile } from './many-reports.ts';
import type { Way } from './one-report.ts';

/** A bot, the way that people take to it, and what is seen of it in each round. */
export interface Side {
  readonly bot: BotProcess;
  readonly way: Way;
  readonly seen: Round[];
}

/** A side of which nothing was seen yet. */
export const sideOf = (bot: BotProcess, way: Way): Side => ({ bot, way, seen: [] });

/** What one round of one bot gave. All is NaN where somebody was not shown what follows. */
export interface Round {
  readonly stepsPerSecond: number;
  readonly reportsPerSecond: number;
  /** What its process used of the processor, however busy the machine was otherwise: a step, and a report. */
  readonly stepMs: number;
  readonly reportMs: number;
  /** The same for a step by its first thread alone: what the engine's own threads do beside it is left out. */
  readonly firstThreadMs: number;
}

const nothing: Round = {
  stepsPerSecond: Number.NaN,
  reportsPerSecond: Number.NaN,
  stepMs: Number.NaN,
  reportMs: Number.NaN,
  firstThreadMs: Number.NaN,
};

async function round({ bot, way }: Side, people: number, ms: number): Promise<Round> {
  const before = await bot.processor();
  const { told, seconds, stepsPerSecond, reportsPerSecond } = await reportWhile(
    bot.endpoint,
    people,
    way,
    (_, passed) => passed < ms,
  );
  const after = await bot.processor();
  if (told.some(({ refused }) => refused)) return nothing;
  const used = after.processorMs - before.processorMs;
  const steps = stepsPerSecond * seconds;
  return {
    stepsPerSecond,
    reportsPerSecond,
    stepMs: used / steps,
    reportMs: used / told.length,
    firstThreadMs: (after.firstThreadMs - before.firstThreadMs) / steps,
  };
}

/**
 * Rounds of all sides one after the other, so that what else the machine does falls on all alike: each begins with another
 * side. The first of each warms it and is not kept.
 */
export async function inTurn(
  sides: readonly Side[],
  { rounds, people, ms }: { readonly rounds: number; readonly people: number; readonly ms: number },
): Promise<void> {
  for (const side of sides) await round(side, people, ms);
  for (let at = 0; at < rounds; at += 1) {
    const first = at % sides.length;
    for (const side of [...sides.slice(first), ...sides.slice(0, first)]) side.seen.push(await round(side, people, ms));
  }
}

/** The middle of what the rounds of a side gave. */
export const middle = ({ seen }: Pick<Side, 'seen'>, of: (round: Round) => number): number => median(seen.map(of));

/** The middle of what one side gave over what the other gave in the same round. */
export const over = (one: Pick<Side, 'seen'>, other: Pick<Side, 'seen'>, of: (round: Round) => number): number =>
  median(one.seen.map((round, at) => of(round) / of(other.seen[at] ?? nothing)));
