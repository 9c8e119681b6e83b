import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { startBotProcess, startServer } from '../child-process.ts';
import { createProductionEnvironment, type ProductionEnvironment, tokens } from '../environment.ts';
import { type FloorInput, floorInputSchema } from '../floor-input.ts';
import type { Group } from '../group.ts';
import { type HttpConnection, openHttpConnection } from '../http-connection.ts';
import { createReportScript, type ReportResult } from '../report-script.ts';
import { createSide, medianFigure, medianRatio, runRounds } from '../rounds.ts';
import { atLeast, atMost, createRows } from '../row.ts';

const namesSchema = z.array(z.object({ name: z.string() }));
const rowSchema = floorInputSchema.shape.rows.element.shape.columns;

/** All rows of a file that name a case. */
function readRowsOfCase(path: string, caseId: string): FloorInput['rows'] {
  const database = new DatabaseSync(path, { readOnly: true });
  const namesOf = (sql: string) => namesSchema.parse(database.prepare(sql).all()).map(({ name }) => name);
  const rows = namesOf(`SELECT name FROM sqlite_schema WHERE type = 'table'`).flatMap((table) => {
    // SQLite computes hidden columns itself.
    const columns = namesOf(`SELECT name FROM pragma_table_xinfo('${table}') WHERE hidden = 0`);
    const found = z.array(rowSchema).parse(database.prepare(`SELECT ${columns.join(', ')} FROM ${table}`).all());
    return found.filter((row) => Object.values(row).includes(caseId)).map((row) => ({ table, columns: row }));
  });
  database.close();
  return rows;
}

/** Has Candour take one report, and says what the floor has to do as well. Throws if it takes none. */
async function followOneReport(endpoint: string, production: ProductionEnvironment) {
  const sizes: number[] = [];
  const connection = openHttpConnection(endpoint);
  const wire: HttpConnection = {
    ...connection,
    async post(body, headers) {
      const answer = await connection.post(body, headers);
      sizes.push(answer.body.length);
      return answer;
    },
  };
  const { caseId } = await createReportScript({ door: production.door })(wire, 0);
  connection.close();
  const store = production.openStore();
  const sealedReport = caseId && (await store.cases.read(caseId))?.value.sealedReport;
  await store.close();
  if (caseId === undefined || sealedReport === undefined) throw new Error('Candour saved no report');
  const rows = readRowsOfCase(production.environment['SQLITE_PATH'] ?? '', caseId);
  return { sizes, caseId, sealedReport, rows };
}

/** Receipts without a case that Candour can read. */
async function countLost(path: string, told: readonly ReportResult[]): Promise<number> {
  const store = openSqliteStore(path);
  let lost = 0;
  for (const { caseId } of told) {
    if (caseId === undefined || (await store.cases.read(caseId)) === undefined) lost += 1;
  }
  await store.close();
  return lost;
}

export const floor: Group = {
  name: 'floor',
  title: 'what a whole report takes of the processor beside a program that does only what it cannot be without',
  takes: 'two minutes',
  async *measure({ floor }) {
    const row = createRows(`Whole reports, SQLite FULL, signed tokens, ${floor.people} people at a time`);
    const production = await createProductionEnvironment();
    const { door, keys, stockEnvironment } = production;
    const candourBot = await startServer(production);
    const folder = createTemporaryFolder();
    const path = join(folder, 'floor.db');
    await openSqliteStore(path).close();
    const input: FloorInput = {
      ...(await followOneReport(candourBot.endpoint, production)),
      path,
      recipients: keys.recipients,
      digests: Array.from({ length: tokens }, (_, at) =>
        createHash('sha256')
          .update(door.authorization(at) ?? '')
          .digest('hex'),
      ),
    };
    const [floorBot, plainBot, bareBot] = await Promise.all([
      startBotProcess('floor', { BENCH_FLOOR: JSON.stringify(input) }),
      startBotProcess('plain-bot', { ...stockEnvironment, BENCH_BOT: 'plain' }),
      startBotProcess('plain-bot', { ...stockEnvironment, BENCH_BOT: 'bare' }),
    ]);
    const unseen = createReportScript({ door, looks: false });
    const candour = createSide({ bot: candourBot, way: createReportScript({ door }) });
    const least = createSide({ bot: floorBot, way: unseen });
    // The plain bot has no last step.
    const plain = createSide({ bot: plainBot, way: createReportScript({ door, withoutSending: true }) });
    const bare = createSide({ bot: bareBot, way: unseen });
    await runRounds([candour, least, plain, bare], floor);
    await Promise.all([candourBot, floorBot, plainBot, bareBot].map((bot) => bot.stop()));
    const told = least.led.flatMap((one) => one.told);
    yield [
      row('processor a report: Candour', medianFigure(candour, 'reportMs'), 'ms'),
      row('processor a report: floor', medianFigure(least, 'reportMs'), 'ms'),
      row('processor a report: plain bot, without the last step', medianFigure(plain, 'reportMs'), 'ms'),
      row('processor a report: bare bot', medianFigure(bare, 'reportMs'), 'ms'),
      row('floor over Candour', medianRatio(least, candour, 'reportMs'), '×', atLeast(0.2)),
      row('plain bot over Candour', medianRatio(plain, candour, 'reportMs'), '×'),
      row('bare bot over Candour', medianRatio(bare, candour, 'reportMs'), '×'),
      row('receipts of the floor without a case that Candour reads', await countLost(path, told), '', atMost(0)),
      row('share of the machine that was idle', medianFigure(candour, 'idle'), ''),
    ];
    await production.remove();
    await rm(folder, { recursive: true, force: true });
  },
};
