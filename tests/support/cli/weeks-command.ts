import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReturnCommandDependencies } from '../../../cli/return.ts';
import { fillWeeks } from '../../../development/example-reports.ts';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';
import { rule } from '../summary/figures.ts';
import { openExampleStore } from './example-store.ts';

/** What a command of figures wrote and said, its exit code, and how often it opened the store. */
interface CommandResult {
  readonly code: number;
  readonly written: string;
  readonly said: string;
  readonly opened: number;
}

/** A command of figures over the made-up weeks, and a folder that it writes in. */
export interface WeeksCommand {
  run(...args: readonly string[]): Promise<CommandResult>;
  /** The folder, a new one after each `begin`. */
  folder(): string;
  /** A file in that folder. */
  file(name: string): string;
  /** Has the clock be in doubt until the next `begin`. */
  doubtClock(): void;
  /** Begins a test: an empty folder, and a clock that is right. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a store with made-up weeks for a command that `call` calls with what it is given. */
export async function openWeeksCommand(
  call: (given: ReturnCommandDependencies, args: readonly string[]) => Promise<number>,
): Promise<WeeksCommand> {
  const example = await openExampleStore();
  await fillWeeks(example.deps);
  const { store, clock, timeZone } = example.deps;
  let folder = createTemporaryFolder();
  let isClockTrusted = true;

  return {
    async run(...args) {
      const written: string[] = [];
      const said: string[] = [];
      let opened = 0;
      const code = await call(
        {
          withWeeks: async (work) => {
            opened += 1;
            return await work({ ...store, clock, timeZone, limitDays: 3, rule, isClockTrusted: () => isClockTrusted });
          },
          write: (text) => written.push(text),
          printLine: (line) => said.push(line),
        },
        args,
      );
      return { code, written: written.join(''), said: said.join('\n'), opened };
    },
    folder: () => folder,
    file: (name) => join(folder, name),
    doubtClock() {
      isClockTrusted = false;
    },
    async begin() {
      isClockTrusted = true;
      await rm(folder, { recursive: true });
      folder = createTemporaryFolder();
    },
    async close() {
      await rm(folder, { recursive: true });
      await example.close();
    },
  };
}
