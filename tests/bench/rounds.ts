import { median } from './statistics.ts';
import { startIdleMeter } from './machine.ts';
import type { BotProcess } from './child-process.ts';
import { runReportLoad } from './report-load.ts';
import type { ReportResult, ReportScript } from './report-script.ts';

/** A bot, and the way that people take to it. */
interface BotLoad {
  readonly bot: Pick<BotProcess, 'endpoint' | 'processor'>;
  readonly way: ReportScript;
}

/** Bots that people share, what came of all reports, and what each round measured. */
export interface Side {
  readonly led: readonly (BotLoad & { readonly told: ReportResult[] })[];
  readonly seen: Round[];
}

/** A side of one bot or several, of which nothing was seen yet. */
export const createSide = (...led: readonly BotLoad[]): Side => ({
  led: led.map((one) => ({ ...one, told: [] })),
  seen: [],
});

/** What one round of one side gave. */
interface RoundFigures {
  readonly stepsPerSecond: number;
  readonly reportsPerSecond: number;
  /** What the bots' processes used of the processor for a step and for a report, however busy the machine was. */
  readonly stepMs: number;
  readonly reportMs: number;
  /** The same for a step by their first threads alone, without what the engine's own threads do beside them. */
  readonly firstThreadMs: number;
  /** What this process, which drives them, took of the same cores for a step and for a report. */
  readonly drivenStepMs: number;
  readonly drivenReportMs: number;
  /** The cores that the bots' processes used. */
  readonly cores: number;
  /** The share of the whole machine that was idle meanwhile. */
  readonly idle: number;
}
export type Figure = keyof RoundFigures;
/** `undefined` if someone was not shown what follows. */
type Round = RoundFigures | undefined;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

async function usedBy({ led }: Side) {
  const used = await Promise.all(led.map(({ bot }) => bot.processor()));
  return {
    all: sumOf(used.map(({ processorMs }) => processorMs)),
    first: sumOf(used.map(({ firstThreadMs }) => firstThreadMs)),
  };
}

/** How long each round takes, and by how many people at a time. */
export interface Rounds {
  readonly rounds: number;
  readonly people: number;
  readonly ms: number;
}

async function measureRound(side: Side, { people, ms }: Rounds): Promise<Round> {
  const { led } = side;
  const before = await usedBy(side);
  const [driven, idle] = [process.cpuUsage(), startIdleMeter()];
  const came = await Promise.all(
    led.map(({ bot, way }) => runReportLoad(bot.endpoint, people / led.length, way, (_, passed) => passed < ms)),
  );
  const [mine, share] = [process.cpuUsage(driven), idle()];
  const after = await usedBy(side);
  for (const [at, { told }] of came.entries()) led[at]?.told.push(...told);
  if (came.some(({ told }) => told.some(({ refused }) => refused))) return undefined;
  const used = after.all - before.all;
  const driverMs = (mine.user + mine.system) / 1_000;
  const steps = sumOf(came.map((one) => one.steps));
  const reports = sumOf(came.map(({ told }) => told.length));
  return {
    stepsPerSecond: sumOf(came.map((one) => one.steps / one.seconds)),
    reportsPerSecond: sumOf(came.map(({ told, seconds }) => told.length / seconds)),
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
export async function runRounds(sides: readonly Side[], rounds: Rounds): Promise<void> {
  for (const side of sides) await measureRound(side, rounds);
  for (let at = 0; at < rounds.rounds; at += 1) {
    const first = at % sides.length;
    for (const side of [...sides.slice(first), ...sides.slice(0, first)]) {
      side.seen.push(await measureRound(side, rounds));
    }
  }
}

type Measurements = Pick<Side, 'seen'>;

/** The middle of what the rounds of a side gave. NaN if one of them gave nothing. */
export const medianFigure = ({ seen }: Measurements, of: Figure): number =>
  median(seen.map((round) => round?.[of] ?? Number.NaN));

/** The middle of what one side gave over what the other gave in the same round. */
export const medianRatio = (one: Measurements, other: Measurements, of: Figure): number =>
  median(one.seen.map((round, at) => (round?.[of] ?? Number.NaN) / (other.seen[at]?.[of] ?? Number.NaN)));
