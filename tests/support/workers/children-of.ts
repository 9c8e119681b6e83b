import { execFileSync } from 'node:child_process';

/** The processes that a process started and that live, by their numbers. */
export const childrenOf = (pid: number): readonly number[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/u).map(Number))
    // A process that ended and was not asked for its code yet is none.
    .flatMap(([child, parent]) => (parent === pid && child !== undefined ? [child] : []));
