import { spawn } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { botOf } from './bot-process.ts';
import { serveArguments, today } from './server-process.ts';

it('is started as `npm run serve` starts it, by whole paths', () => {
  const args = serveArguments(today);
  expect(args.at(-1)).toBe(`${today}bot/main.ts`);
  expect(args).toContain(`${today}bot/settings/env-file.mjs`);
});

it('tells of memory only what it still holds, in the heap and outside', async () => {
  const lets =
    'let held = Array.from({ length: 64 }, () => new ArrayBuffer(1024 ** 2).slice()); held = held.length; setInterval(() => held, 1e9);';
  const tell = new URL('./served/tell.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--no-warnings', '--import', tell, '-e', lets], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const bot = botOf(child, 0, performance.now(), () => child.kill('SIGTERM'));
  const { outside } = await bot.memory();
  const again = await bot.memory();
  await bot.stop();
  expect(outside).toBeLessThan(16 * 1024 ** 2);
  expect(Math.abs(again.outside - outside)).toBeLessThan(1024 ** 2);
});
