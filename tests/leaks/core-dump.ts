import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that is mapped: private and shared, of a file or of none, with the first pages of programs. */
const everyMapping = '0x7f';

function readIn(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

/** A command as a shell starts it that lets it leave a core file, as large as it is; as it is where there is no such shell. */
export const withCoreLimit = (command: readonly [string, ...string[]]): readonly [string, ...string[]] =>
  process.platform === 'linux' ? ['sh', '-c', 'ulimit -c "$(ulimit -H -c)"; exec "$0" "$@"', ...command] : command;

/**
 * Whether the kernel puts the core file of a process into the folder that it runs in: not where it hands it to a
 * program, or to another folder, or may not write it whole.
 */
const leavesCoreBeside = (pid: number): boolean =>
  /^[^|/]+$/u.test(readIn('/proc/sys/kernel/core_pattern')) &&
  /^Max core file size\s+unlimited/mu.test(readIn(`/proc/${pid}/limits`));

/**
 * Ends a process so that it leaves a core file with all that is mapped in it, where the kernel writes one into the folder
 * that it runs in; else at once, without one. Gives what finds the file once the process is gone. Throws where it should
 * be there and is not.
 */
export function dumpCore(child: ChildProcess, folder: string): () => string | undefined {
  const pid = child.pid ?? 0;
  if (!leavesCoreBeside(pid)) {
    child.kill('SIGKILL');
    return () => undefined;
  }
  writeFileSync(`/proc/${pid}/coredump_filter`, everyMapping);
  child.kill('SIGABRT');
  return () => {
    const [name] = readdirSync(folder);
    if (name === undefined) throw new Error('the kernel left no core file');
    return join(folder, name);
  };
}
