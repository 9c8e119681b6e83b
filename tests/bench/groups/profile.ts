import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { cpuShares } from '../cpu-profile.ts';
import { chatEntryPoint, type EntryPoint } from '../entry-point.ts';
import type { Group } from '../group.ts';
import { serveArguments } from '../../support/npm-script.ts';
import { type BotProcess, startBotProcess, startServer, projectFolder } from '../child-process.ts';
import { runReportLoad } from '../report-load.ts';
import { createRows } from '../row.ts';
import { createDevelopmentEnvironment, createProductionEnvironment, type BenchEnvironment } from '../environment.ts';
import { createReportScript } from '../report-script.ts';

const people = 20;

interface Profiled {
  readonly setting: BenchEnvironment;
  readonly door: EntryPoint;
  readonly bot: BotProcess;
}

async function inProduction(flags: readonly string[]): Promise<Profiled> {
  const setting = await createProductionEnvironment();
  return {
    setting,
    door: setting.door,
    bot: await startServer({ ...setting, args: [...flags, ...serveArguments(projectFolder)] }),
  };
}
async function inTheChat(flags: readonly string[]): Promise<Profiled> {
  const setting = await createDevelopmentEnvironment();
  return { setting, door: chatEntryPoint, bot: await startBotProcess('candour', setting.environment, flags) };
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
      const folder = createTemporaryFolder();
      const { setting, door, bot } = await start(['--cpu-prof', `--cpu-prof-dir=${folder}`]);
      // On the clock of the process that is profiled, which began before it was ready.
      const began = performance.now() - bot.readyMs;
      const way = createReportScript({ door, withoutSending });
      await runReportLoad(bot.endpoint, people, way, (_, passed) => passed < profileMs / 3);
      const fromMs = performance.now() - began;
      const { steps, seconds } = await runReportLoad(bot.endpoint, people, way, (_, passed) => passed < profileMs);
      const toMs = performance.now() - began;
      await bot.stop();
      const [file = ''] = readdirSync(folder).filter((one) => one.endsWith('.cpuprofile'));
      const shares = cpuShares(JSON.parse(readFileSync(join(folder, file), 'utf8')), { fromMs, toMs });
      mkdirSync('test-results', { recursive: true });
      copyFileSync(join(folder, file), `test-results/${name.replaceAll(/\W+/gu, '-')}.cpuprofile`);
      await setting.remove();
      await rm(folder, { recursive: true, force: true });
      const row = createRows(name);
      yield [
        ...[...shares].sort(([, a], [, b]) => b - a).map(([part, share]) => row(`${part}: share`, share * 100, '%')),
        row('steps while profiled', steps / seconds, 'steps/s'),
      ];
    }
  },
};
