import { startBotProcess } from '../bot-process.ts';
import { median } from '../figures.ts';
import { reportWhile } from '../many-reports.ts';
import { stepsOfAReport } from '../one-report.ts';
import { atLeast, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { newSetting } from '../setting.ts';

/** Whole reports a second, with Candour's recipient and with the one that comes with age-encryption. */
export async function measureReports(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf('Whole reports: 8 requests, 2,000 characters, SQLite FULL, 100 people at a time');
  const native = await newSetting();
  const stock = await newSetting({ BENCH_SEAL: 'stock' });
  const bots = [
    { bot: await startBotProcess('candour', native.environment), rates: new Array<number>() },
    { bot: await startBotProcess('candour', stock.environment), rates: new Array<number>() },
  ] as const;
  const once = async ({ bot }: (typeof bots)[number]): Promise<number> =>
    (await reportWhile(bot.endpoint, 100, stepsOfAReport(), (_, passed) => passed < scale.reportsMs)).reportsPerSecond;
  for (const one of bots) await once(one);
  for (let round = 0; round < scale.rounds; round += 1) {
    for (const one of bots) one.rates.push(await once(one));
  }
  await Promise.all(bots.map(({ bot }) => bot.stop()));
  await Promise.all([native.remove(), stock.remove()]);
  const [ours, theirs] = bots.map(({ rates }) => median(rates));
  return [
    row('sealed to the unit and recovery', ours ?? Number.NaN, 'reports/s', atLeast(150)),
    row('the same with the stock hybrid recipient', theirs ?? Number.NaN, 'reports/s'),
  ];
}
