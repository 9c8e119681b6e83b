import { rm } from 'node:fs/promises';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { unpackCommit } from '../../support/versions/unpack-commit.ts';
import type { Group } from '../group.ts';
import { serveArguments } from '../../support/npm-script.ts';
import { startServer } from '../child-process.ts';
import { medianFigure, medianRatio, runRounds, type Side, createSide } from '../rounds.ts';
import { atMost, createRows } from '../row.ts';
import { createProductionEnvironment } from '../environment.ts';
import { createReportScript } from '../report-script.ts';

/** The version that everything is held against. Its first cards ask in another order. */
const commit = 'f07c84c8';

/**
 * The server of an earlier commit is checked out beside that of today: both as they are started in production, by the
 * dialog's door with signed tokens, with today's packages, in turn. Throws if the history has not got that commit.
 */
export const earlierVersion: Group = {
  name: 'beside',
  title: `what a step and a report take of the processor beside ${commit}; needs the whole history`,
  takes: 'four minutes',
  async *measure({ beside }) {
    const row = createRows(
      `Beside ${commit}: the dialog’s door in production, signed tokens, ${beside.people} people at a time`,
    );
    const checkedOut = createTemporaryFolder();
    unpackCommit(commit, checkedOut);
    const [now, then] = [await createProductionEnvironment(), await createProductionEnvironment()];
    const [nowBot, thenBot] = await Promise.all([
      startServer(now),
      // By itself it would start a process for each core, and tell what one of them uses.
      startServer({ ...then, environment: { ...then.environment, WORKERS: '1' }, args: serveArguments(checkedOut) }),
    ]);
    const rounds = async (withoutSending: boolean): Promise<readonly [Side, Side]> => {
      const sides = [
        createSide({ bot: nowBot, way: createReportScript({ door: now.door, withoutSending }) }),
        createSide({ bot: thenBot, way: createReportScript({ door: then.door, withoutSending, isEarlier: true }) }),
      ] as const;
      await runRounds(sides, beside);
      return sides;
    };
    const steps = await rounds(true);
    yield [
      row('rounds of each', beside.rounds, ''),
      row('processor a step: today', medianFigure(steps[0], 'stepMs') * 1_000, 'µs'),
      row(`processor a step: ${commit}`, medianFigure(steps[1], 'stepMs') * 1_000, 'µs'),
      row(`a step, today over ${commit}`, medianRatio(...steps, 'stepMs'), '×', atMost(1)),
      row('the same by the first thread alone', medianRatio(...steps, 'firstThreadMs'), '×'),
    ];
    const reports = await rounds(false);
    yield [
      row('processor a report: today', medianFigure(reports[0], 'reportMs'), 'ms'),
      row(`processor a report: ${commit}`, medianFigure(reports[1], 'reportMs'), 'ms'),
      row('processor of the driver a report', medianFigure(reports[0], 'drivenReportMs'), 'ms'),
      row(`a report, today over ${commit}`, medianRatio(...reports, 'reportMs'), '×', atMost(1)),
    ];
    await Promise.all([nowBot.stop(), thenBot.stop()]);
    await Promise.all([now.remove(), then.remove()]);
    await rm(checkedOut, { recursive: true, force: true });
  },
};
