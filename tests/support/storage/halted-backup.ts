import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A backup by another process that stands still in the midst of its copy. */
export interface HaltedBackup {
  /** Has it go on, and settles when the copy is made. */
  goOn(): Promise<void>;
  /** Ends it where it is. */
  end(): Promise<void>;
}

/** Begins a backup of a store that is larger than one part of a copy, and settles once it stands still. */
export async function startHaltedBackup(from: string, to: string): Promise<HaltedBackup> {
  const script = join(import.meta.dirname, 'halting-backup.ts');
  const child = spawn(process.execPath, ['--no-warnings', script, from, to], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const [first] = await Promise.race([once(child.stdout, 'data'), ended]);
  if (!Buffer.isBuffer(first)) throw new Error('the backup ended before it stood still');
  return {
    async goOn() {
      child.stdin.end('\n');
      const [code] = await ended;
      if (code !== 0) throw new Error('the copy was not made');
    },
    async end() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
