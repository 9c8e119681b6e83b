import { availableParallelism, loadavg } from 'node:os';
import { rm } from 'node:fs/promises';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { unpackCommit } from '../support/versions/commit-in-history.ts';
import { type Way, wayOfAReport, withoutSending } from './one-report.ts';
import { newProduction } from './production.ts';
import { inTurn, middle, over, type Round, type Side, sideOf } from './rounds.ts';
import { atMost, type Row, rowsOf } from './row.ts';
import type { Scale } from './scale.ts';
import { startServer, today } from './server-process.ts';

/** The version that everything is held against: the one whose profile docs/performance.md began with. */
const commit = '7765cd8';
const people = 20;

/**
 * What a step and a whole report take of the processor by the server of today and by that of an earlier commit, which is
 * checked out beside it: both as they are started in production, by the dialog's door with signed tokens, with today's
 * packages, in turn. Throws where the history has not got that commit.
 */
export async function measureBeside(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf(`Beside ${commit}: the dialog’s door in production, signed tokens, ${people} people at a time`);
  const before = loadavg()[0] ?? Number.NaN;
  const checkedOut = temporaryFolder();
  unpackCommit(commit, checkedOut);
  const productions = [await newProduction(), await newProduction()] as const;
  const [now, then] = productions;
  const [nowBot, thenBot] = await Promise.all([
    startServer(today, now.folder, now.environment),
    startServer(checkedOut, then.folder, then.environment),
  ]);
  const rounds = async (ofReport: (way: Way) => Way): Promise<readonly [Side, Side]> => {
    const sides = [
      sideOf({ bot: nowBot, way: ofReport(wayOfAReport(now.door)) }),
      sideOf({ bot: thenBot, way: ofReport(wayOfAReport(then.door)) }),
    ] as const;
    await inTurn(sides, { rounds: scale.besideRounds, people, ms: scale.besideMs });
    return sides;
  };
  const steps = await rounds(withoutSending);
  const reports = await rounds((way) => way);
  await Promise.all([nowBot.stop(), thenBot.stop()]);
  await Promise.all(productions.map((one) => one.remove()));
  await rm(checkedOut, { recursive: true, force: true });
  const stepMs = (round: Round): number => round.stepMs;
  const firstThreadMs = (round: Round): number => round.firstThreadMs;
  const reportMs = (round: Round): number => round.reportMs;
  return [
    row('cores of this machine', availableParallelism(), ''),
    row('load before', before, ''),
    row('load after', loadavg()[0] ?? Number.NaN, ''),
    row('rounds of each', scale.besideRounds, ''),
    row('processor a step: today', middle(steps[0], stepMs) * 1_000, 'µs'),
    row(`processor a step: ${commit}`, middle(steps[1], stepMs) * 1_000, 'µs'),
    row(`a step, today over ${commit}`, over(...steps, stepMs), '×', atMost(0.55)),
    row('the same by the first thread alone', over(...steps, firstThreadMs), '×'),
    row('processor a report: today', middle(reports[0], reportMs), 'ms'),
    row(`processor a report: ${commit}`, middle(reports[1], reportMs), 'ms'),
    row(
      'processor of the driver a report',
      middle(reports[0], (round) => round.drivenReportMs),
      'ms',
    ),
    row(`a report, today over ${commit}`, over(...reports, reportMs), '×'),
  ];
}
