import { readFileSync } from 'node:fs';

/** The processor's ticks of Linux, in milliseconds. */
const tickMs = 10;

/** What processes have used of the processor, in milliseconds; NaN where the system does not say it as Linux does. */
export function processorMsOf(pids: readonly number[]): number {
  try {
    return pids.reduce((sum, pid) => {
      // After the name of the program, which may hold anything: its state, and twelve numbers on, both times.
      const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return sum + (Number(after[11]) + Number(after[12])) * tickMs;
    }, 0);
  } catch {
    return Number.NaN;
  }
}

/** What the cores of this machine did since it started, in milliseconds: in all, and of that for nobody. */
export function coresMs(): { readonly all: number; readonly idle: number } {
  try {
    const [, ...ticks] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/u).map(Number);
    const [all, idle] = [ticks.slice(0, 8), ticks.slice(3, 5)].map((some) => some.reduce((sum, one) => sum + one, 0));
    return { all: (all ?? Number.NaN) * tickMs, idle: (idle ?? Number.NaN) * tickMs };
  } catch {
    return { all: Number.NaN, idle: Number.NaN };
  }
}
