import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { makeDevelopmentKeys } from '../../../development/development-keys.ts';
import { startTokenIssuer } from '../../fakes/token-issuer.ts';
import { newAppId, settingsOfABot } from '../../support/journeys/settings-of-a-bot.ts';
import { temporaryFolder } from '../../support/storage/temporary-folder.ts';
import { startBotProcess } from '../bot-process.ts';
import { median } from '../figures.ts';
import { atMost, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { newSetting } from '../setting.ts';

const megabyte = 1024 * 1024;
const main = fileURLToPath(new URL('../../../bot/main.ts', import.meta.url));
const startedSchema = z.object({ event: z.literal('started'), port: z.int() });

function portFrom(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the server ended')));
    child.stdout?.on('data', (lines: Buffer) => {
      for (const line of lines.toString().trim().split('\n')) {
        const started = startedSchema.safeParse(JSON.parse(line));
        if (started.success) resolve(started.data.port);
      }
    });
  });
}

/** From the start of `npm run serve`'s process to its first yes at `/readyz`, in milliseconds. */
async function timeToReady(env: Readonly<Record<string, string>>): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await portFrom(child);
  const { ok } = await fetch(`http://127.0.0.1:${port}/readyz`);
  const took = performance.now() - began;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return ok ? took : Number.NaN;
}

const givenOf = (settings: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** How soon a server is ready, and what it takes up then. */
export async function measureStart(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf('Start');
  const folder = temporaryFolder();
  const issuer = await startTokenIssuer({ appId: newAppId() });
  const { recipients } = await makeDevelopmentKeys(`${folder}/keys`);
  const surroundings = {
    door: 'dialog',
    store: 'sqlite',
    serviceUrl: 'http://127.0.0.1:9/',
    folder,
    issuer,
    recipients,
  } as const;
  const settings = givenOf(settingsOfABot(surroundings));
  const times: number[] = [];
  for (let start = 0; start < scale.starts; start += 1) times.push(await timeToReady(settings));
  await issuer.stop();
  await rm(folder, { recursive: true, force: true });
  const setting = await newSetting();
  const bot = await startBotProcess('candour', setting.environment);
  const { residentBefore, heap } = await bot.use();
  await bot.stop();
  await setting.remove();
  return [
    row('from the start of the process to ready', median(times), 'ms', atMost(2_000)),
    row('resident when ready', residentBefore / megabyte, 'MB', atMost(250)),
    row('heap when ready, after a collection', heap / megabyte, 'MB'),
  ];
}
