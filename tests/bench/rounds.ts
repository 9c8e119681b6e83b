import type { BotProcess } from './bot-process.ts';
import { median } from './figures.ts';
import { idleSince } from './idle-since.ts';
import { reportWhile } from './many-reports.ts';
import type { Told, Way } from './one-report.ts';

/** A bot, and the way that people take to it. */
interface Led {
  readonly bot: BotProcess;
  readonly way: Way;
}

/** Bots that people share, what came of all reports, and what is seen of them in each round. */
export interface Side {
  readonly led: readonly (Led & { readonly told: Told[] })[];
  readonly seen: Round[];
}

/** A side of one bot or several, of which nothing was seen yet. */
export const sideOf = (...led: readonly Led[]): Side => ({ led: led.map((one) => ({ ...one, told: [] })), seen: [] });

/** What one round of one side gave. All is NaN where somebody was not shown what follows. */
export interface Round {
  readonly stepsPerSecond: number;
  readonly reportsPerSecond: number;
  /** What its processes used of the processor, however busy the machine was otherwise: a step, and a report. */
  readonly stepMs: number;
  readonly reportMs: number;
  /** The same for a step by their first threads alone: what the engine's own threads do beside them is left out. */
  readonly firstThreadMs: number;
  /** What this process, which drives them, took of the same cores: a step, and a report. */
  readonly drivenStepMs: number;
  readonly drivenReportMs: number;
  /** The cores that its processes used. */
  readonly cores: number;
  /** The share of the whole machine that was idle meanwhile. */
  readonly idle: number;
}

const nothing: Round = {
  stepsPerSecond: Number.NaN,
  reportsPerSecond: Number.NaN,
  stepMs: Number.NaN,
  reportMs: Number.NaN,
  firstThreadMs: Number.NaN,
  drivenStepMs: Number.NaN,
  drivenReportMs: Number.NaN,
  cores: Number.NaN,
  idle: Number.NaN,
};

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

async function usedBy({ led }: Side) {
  const used = await Promise.all(led.map(({ bot }) => bot.processor()));
  return {
    all: sumOf(used.map(({ processorMs }) => processorMs)),
    first: sumOf(used.map(({ firstThreadMs }) => firstThreadMs)),
  };
}

async function round(side: Side, people: number, ms: number): Promise<Round> {
  const { led } = side;
  const before = await usedBy(side);
  const [driven, idle] = [process.cpuUsage(), idleSince()];
  const came = await Promise.all(
    led.map(({ bot, way }) => reportWhile(bot.endpoint, people / led.length, way, (_, passed) => passed < ms)),
  );
  const [mine, share] = [process.cpuUsage(driven), idle()];
  const after = await usedBy(side);
  for (const [at, { told }] of came.entries()) led[at]?.told.push(...told);
  if (came.some(({ told }) => told.some(({ refused }) => refused))) return nothing;
  const used = after.all - before.all;
  const driverMs = (mine.user + mine.system) / 1_000;
  const steps = sumOf(came.map(({ stepsPerSecond, seconds }) => stepsPerSecond * seconds));
  const reports = sumOf(came.map(({ told }) => told.length));
  return {
    stepsPerSecond: sumOf(came.map(({ stepsPerSecond }) => stepsPerSecond)),
    reportsPerSecond: sumOf(came.map(({ reportsPerSecond }) => reportsPerSecond)),
    stepMs: used / steps,
    reportMs: used / reports,
    firstThreadMs: (after.first - before.first) / steps,
    drivenStepMs: driverMs / steps,
    drivenReportMs: driverMs / reports,
    cores: used / 1_000 / Math.max(...came.map(({ seconds }) => seconds)),
    idle: share,
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
