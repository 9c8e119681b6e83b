import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/storage/temporary-folder.ts';
import { sharesOfParts } from '../cpu-profile.ts';
import { chatDoor, type Door } from '../door.ts';
import type { Group } from '../group.ts';
import { serveArguments } from '../../support/npm-script.ts';
import { type BotProcess, startBotProcess, startServer, today } from '../process.ts';
import { reportWhile } from '../report-while.ts';
import { rowsOf } from '../row.ts';
import { newDevelopment, newProduction, type Setting } from '../setting.ts';
import { wayOfAReport } from '../way.ts';

const people = 20;

interface Profiled {
  readonly setting: Setting;
  readonly door: Door;
  readonly bot: BotProcess;
}

async function inProduction(flags: readonly string[]): Promise<Profiled> {
  const setting = await newProduction();
  return {
    setting,
    door: setting.door,
    bot: await startServer({ ...setting, args: [...flags, ...serveArguments(today)] }),
  };
}
async function inTheChat(flags: readonly string[]): Promise<Profiled> {
  const setting = await newDevelopment();
  return { setting, door: chatDoor, bot: await startBotProcess('candour', setting.environment, flags) };
}
const all = [
  { name: 'a step', start: inProduction, withoutSending: true },
  { name: 'a whole report', start: inProduction, withoutSending: false },
  { name: 'a step, by the chat door', start: inTheChat, withoutSending: true },
] as const;

/** Each profile is written to test-results/, for the flame graph of a browser's developer tools. */
export const profile: Group = {
  name: 'profile',
  title: 'where the processor of a server goes under 20 people at a time, for steps alone and for whole reports',
  takes: 'a minute',
  cells: ['share'],
  async *measure({ profileMs }) {
    for (const { name, start, withoutSending } of all) {
      const folder = temporaryFolder();
      const { setting, door, bot } = await start(['--cpu-prof', `--cpu-prof-dir=${folder}`]);
      // On the clock of the process that is profiled, which began before it was ready.
      const began = performance.now() - bot.readyMs;
      const way = wayOfAReport({ door, withoutSending });
      await reportWhile(bot.endpoint, people, way, (_, passed) => passed < profileMs / 3);
      const fromMs = performance.now() - began;
      const { steps, seconds } = await reportWhile(bot.endpoint, people, way, (_, passed) => passed < profileMs);
      const toMs = performance.now() - began;
      await bot.stop();
      const [file = ''] = readdirSync(folder).filter((one) => one.endsWith('.cpuprofile'));
      const shares = sharesOfParts(JSON.parse(readFileSync(join(folder, file), 'utf8')), { fromMs, toMs });
      mkdirSync('test-results', { recursive: true });
      copyFileSync(join(folder, file), `test-results/${name.replaceAll(/\W+/gu, '-')}.cpuprofile`);
      await setting.remove();
      await rm(folder, { recursive: true, force: true });
      const row = rowsOf(name);
      yield [
        ...[...shares].sort(([, a], [, b]) => b - a).map(([part, share]) => row(`${part}: share`, share * 100, '%')),
        row('steps while profiled', steps / seconds, 'steps/s'),
      ];
    }
  },
};
