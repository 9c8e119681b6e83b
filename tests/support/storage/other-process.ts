import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Another process that has a store's file open. */
export interface OtherProcess {
  /** Takes the file for writing, and keeps it. */
  hold(): Promise<void>;
  letGo(): Promise<void>;
  /** Ends it; what it held is free. */
  end(): Promise<void>;
}

/** Starts another process that opens a file, and settles once it has. */
export async function startOtherProcess(path: string): Promise<OtherProcess> {
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'locking-process.ts'), path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  async function tell(word: 'hold' | 'letGo'): Promise<void> {
    child.stdin.write(`${word}\n`);
    const { value } = await lines.next();
    if (value !== word) throw new Error(`the other process did not ${word}`);
  }
  await lines.next();
  return {
    hold: () => tell('hold'),
    letGo: () => tell('letGo'),
    async end() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
