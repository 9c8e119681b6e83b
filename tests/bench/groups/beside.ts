import { rm } from 'node:fs/promises';
import { temporaryFolder } from '../../support/storage/temporary-folder.ts';
import { unpackCommit } from '../../support/versions/commit-in-history.ts';
import type { Group } from '../group.ts';
import { serveArguments } from '../../support/npm-script.ts';
import { startServer } from '../process.ts';
import { middle, over, roundsInTurn, type Side, sideOf } from '../rounds.ts';
import { atMost, rowsOf } from '../row.ts';
import { newProduction } from '../setting.ts';
import { wayOfAReport } from '../way.ts';

/** The version that everything is held against: the one whose profile docs/performance.md began with. */
const commit = '7765cd8';

/**
 * The server of an earlier commit is checked out beside that of today: both as they are started in production, by the
 * dialog's door with signed tokens, with today's packages, in turn. Throws if the history has not got that commit.
 */
export const beside: Group = {
  name: 'beside',
  title: `what a step and a report take of the processor beside ${commit}; needs the whole history`,
  takes: 'four minutes',
  async *measure({ beside }) {
    const row = rowsOf(
      `Beside ${commit}: the dialog’s door in production, signed tokens, ${beside.people} people at a time`,
    );
    const checkedOut = temporaryFolder();
    unpackCommit(commit, checkedOut);
    const [now, then] = [await newProduction(), await newProduction()];
    const [nowBot, thenBot] = await Promise.all([
      startServer(now),
      startServer({ ...then, args: serveArguments(checkedOut) }),
    ]);
    const rounds = async (withoutSending: boolean): Promise<readonly [Side, Side]> => {
      const sides = [
        sideOf({ bot: nowBot, way: wayOfAReport({ door: now.door, withoutSending }) }),
        sideOf({ bot: thenBot, way: wayOfAReport({ door: then.door, withoutSending }) }),
      ] as const;
      await roundsInTurn(sides, beside);
      return sides;
    };
    const steps = await rounds(true);
    yield [
      row('rounds of each', beside.rounds, ''),
      row('processor a step: today', middle(steps[0], 'stepMs') * 1_000, 'µs'),
      row(`processor a step: ${commit}`, middle(steps[1], 'stepMs') * 1_000, 'µs'),
      row(`a step, today over ${commit}`, over(...steps, 'stepMs'), '×', atMost(0.55)),
      row('the same by the first thread alone', over(...steps, 'firstThreadMs'), '×'),
    ];
    const reports = await rounds(false);
    yield [
      row('processor a report: today', middle(reports[0], 'reportMs'), 'ms'),
      row(`processor a report: ${commit}`, middle(reports[1], 'reportMs'), 'ms'),
      row('processor of the driver a report', middle(reports[0], 'drivenReportMs'), 'ms'),
      row(`a report, today over ${commit}`, over(...reports, 'reportMs'), '×'),
    ];
    await Promise.all([nowBot.stop(), thenBot.stop()]);
    await Promise.all([now.remove(), then.remove()]);
    await rm(checkedOut, { recursive: true, force: true });
  },
};
