import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { startBotProcess } from './bot-process.ts';
import { barsAsText, barsOf, selfByName } from './cpu-profile.ts';
import { reportWhile } from './many-reports.ts';
import { wayOfAReport, withoutSending } from './one-report.ts';
import { newSetting } from './setting.ts';

const forMs = 8_000;
const smallest = 0.015;
const way = wayOfAReport();
const kinds = { steps: withoutSending(way), reports: way } as const;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

// `npm run profile`: where the processor is, for the steps alone and for whole reports, as a flame graph in text.
for (const [name, asked] of Object.entries(kinds)) {
  const folder = temporaryFolder();
  const setting = await newSetting();
  const bot = await startBotProcess('candour', setting.environment, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
  const { stepsPerSecond } = await reportWhile(bot.endpoint, 20, asked, (_, passed) => passed < forMs);
  await bot.stop();
  const [file = ''] = readdirSync(folder).filter((one) => one.endsWith('.cpuprofile'));
  const bars = barsOf(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  say(`\n${name}: ${stepsPerSecond.toFixed(0)} steps/s while profiled\n\n with inside  alone`);
  say(barsAsText(bars, smallest));
  say('\n alone, wherever it stands');
  for (const { name: bar, self } of selfByName(bars).slice(0, 25))
    say(`${(100 * self).toFixed(1).padStart(5)}%  ${bar}`);
  await setting.remove();
  await rm(folder, { recursive: true, force: true });
}
