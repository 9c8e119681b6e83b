import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import buildTab from '../support/build-tab.ts';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { startBotProcess } from './bot-process.ts';
import { type Bar, barsAsText, barsOf, selfByName } from './cpu-profile.ts';
import { chatDoor } from './door.ts';
import { thisMachine } from './machine.ts';
import { reportWhile } from './many-reports.ts';
import { wayOfAReport, withoutSending } from './one-report.ts';
import { newProduction } from './production.ts';
import { sharesOfParts, tableOfParts } from './profile-parts.ts';
import { serveArguments, startProgram, today } from './server-process.ts';
import { newSetting } from './setting.ts';

const people = 20;
const warmMs = 3_000;
const forMs = 10_000;
const smallest = 0.015;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** A server that writes its profile into a folder as it ends, and the door to it. */
const doors = {
  async production(profiled: readonly string[]) {
    const production = await newProduction();
    const { folder, environment, door } = production;
    return {
      setting: production,
      door,
      bot: await startProgram([...profiled, ...serveArguments(today)], folder, environment),
    };
  },
  async chat(profiled: readonly string[]) {
    const setting = await newSetting();
    return { setting, door: chatDoor, bot: await startBotProcess('candour', setting.environment, profiled) };
  },
} as const;

interface Profiled {
  readonly name: string;
  readonly bars: readonly Bar[];
  readonly stepsPerSecond: number;
}

/** Where the processor is under twenty people at a time, by one door, for the steps alone or for whole reports. */
async function profiled(by: keyof typeof doors, what: 'a step' | 'a whole report'): Promise<Profiled> {
  const folder = temporaryFolder();
  const { setting, door, bot } = await doors[by](['--cpu-prof', `--cpu-prof-dir=${folder}`]);
  // On the clock of the process that is profiled, which began before it was ready.
  const began = performance.now() - bot.readyMs;
  const whole = wayOfAReport(door);
  const way = what === 'a step' ? withoutSending(whole) : whole;
  await reportWhile(bot.endpoint, people, way, (_, passed) => passed < warmMs);
  const fromMs = performance.now() - began;
  const { stepsPerSecond } = await reportWhile(bot.endpoint, people, way, (_, passed) => passed < forMs);
  const toMs = performance.now() - began;
  await bot.stop();
  const [file = ''] = readdirSync(folder).filter((one) => one.endsWith('.cpuprofile'));
  const bars = barsOf(JSON.parse(readFileSync(join(folder, file), 'utf8')), { fromMs, toMs });
  await setting.remove();
  await rm(folder, { recursive: true, force: true });
  return { name: by === 'chat' ? `${what}, by the chat door` : what, bars, stepsPerSecond };
}

// `npm run profile`: where the processor is by production's door, for the steps alone and for whole reports, with the
// steps of the chat door beside: as a table for docs/performance.md, and as flame graphs in text.
const { processor, cores, versions } = thisMachine();
// A server in production does not start without it.
await buildTab();
const before = loadavg()[0] ?? Number.NaN;
const all = [
  await profiled('production', 'a step'),
  await profiled('production', 'a whole report'),
  await profiled('chat', 'a step'),
];
say(
  `${processor}, ${cores} cores, Node ${versions['node']}, at a load of ${before.toFixed(1)} before; ${people} at a time\n`,
);
say(tableOfParts(all.map(({ name, bars }) => ({ name, shares: sharesOfParts(bars) }))));
for (const { name, bars, stepsPerSecond } of all) {
  say(`\n${name}: ${stepsPerSecond.toFixed(0)} steps/s while profiled\n\n with inside  alone`);
  say(barsAsText(bars, smallest));
  say('\n alone, wherever it stands');
  for (const { name: bar, self } of selfByName(bars).slice(0, 25))
    say(`${(100 * self).toFixed(1).padStart(5)}%  ${bar}`);
}
