import { startBotProcess } from '../bot-process.ts';
import { wayOfAReport } from '../one-report.ts';
import { newProduction } from '../production.ts';
import { inTurn, middle, sideOf } from '../rounds.ts';
import { atLeast, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { startServer, today } from '../server-process.ts';
import { newSetting } from '../setting.ts';

const people = 100;

/** Whole reports a second by both doors, and with the recipient that comes with age-encryption in place of Candour's. */
export async function measureReports(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf(`Whole reports: 8 requests, 2,000 characters, SQLite FULL, ${people} people at a time`);
  const production = await newProduction();
  const [native, stock] = [await newSetting(), await newSetting({ BENCH_SEAL: 'stock' })];
  const [ofProduction, ofChat, stockOfChat] = await Promise.all([
    startServer(today, production.folder, production.environment),
    startBotProcess('candour', native.environment),
    startBotProcess('candour', stock.environment),
  ]);
  const dialog = sideOf(ofProduction, wayOfAReport(production.door));
  const chat = sideOf(ofChat, wayOfAReport());
  const ofStock = sideOf(stockOfChat, wayOfAReport());
  const all = [dialog, chat, ofStock];
  await inTurn(all, { rounds: scale.rounds, people, ms: scale.reportsMs });
  await Promise.all(all.map(({ bot }) => bot.stop()));
  await Promise.all([production, native, stock].map((one) => one.remove()));
  return [
    row(
      'by the dialog’s door, in production',
      middle(dialog, (round) => round.reportsPerSecond),
      'reports/s',
      atLeast(140),
    ),
    row(
      'by the chat door',
      middle(chat, (round) => round.reportsPerSecond),
      'reports/s',
      atLeast(140),
    ),
    row(
      'the same with the stock hybrid recipient',
      middle(ofStock, (round) => round.reportsPerSecond),
      'reports/s',
    ),
    row(
      'processor a report: by the dialog’s door',
      middle(dialog, (round) => round.reportMs),
      'ms',
    ),
    row(
      'processor a report: by the chat door',
      middle(chat, (round) => round.reportMs),
      'ms',
    ),
  ];
}
