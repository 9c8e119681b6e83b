import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { importedPath } from '../support/imported-file.ts';
import { serveArguments } from '../support/npm-script.ts';
import { startWithReadyMessage, projectFolder } from './child-process.ts';

it('is started as `npm run serve` starts it, by whole paths', () => {
  const args = serveArguments(projectFolder);
  expect(args.at(-1)).toBe(importedPath(() => import('../../bot/main.ts'), import.meta.url));
  const files = args.filter((arg) => arg.includes('/'));
  expect(files.length).toBeGreaterThan(1);
  expect(files.filter((path) => !isAbsolute(path) || !existsSync(path))).toEqual([]);
});

it('tells of memory only what it still holds, in the heap and outside', async () => {
  const lets =
    'let held = Array.from({ length: 64 }, () => new ArrayBuffer(1024 ** 2).slice()); held = held.length; setInterval(() => held, 1e9);';
  const program = startWithReadyMessage(['-e', lets], projectFolder, {});
  const outside = async () => (await program.ask('memory', z.object({ outside: z.number() }))).outside;
  const [once, again] = [await outside(), await outside()];
  await program.stop();
  expect(once).toBeLessThan(16 * 1024 ** 2);
  expect(Math.abs(again - once)).toBeLessThan(1024 ** 2);
});
