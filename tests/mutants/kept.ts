import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { verdicts } from './look.ts';

const bugSchema = z.strictObject({
  commit: z.string(),
  area: z.string(),
  name: z.string(),
  verdict: z.enum(verdicts),
  by: z.string(),
  seconds: z.number(),
});
const testSchema = z.strictObject({ commit: z.string(), test: z.string(), passed: z.boolean() });
const lineSchema = z.union([bugSchema, testSchema]);

/** What became of a planted bug in one state of the project. */
export type KeptBug = z.infer<typeof bugSchema>;
/** Whether a file of tests passes in one state of the project, with nothing planted. */
export type KeptTest = z.infer<typeof testSchema>;

/** Results, as they were kept one after the other, those of other commits as well: a run that was cut off has lost one at most. */
export interface Kept {
  readonly bugs: readonly KeptBug[];
  readonly tests: readonly KeptTest[];
}

/** Reads what was kept; a line that was cut off says nothing. */
export function readKept(file: string): Kept {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const read = lines.flatMap((line) => {
    try {
      return [lineSchema.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
  return {
    bugs: read.flatMap((one) => ('verdict' in one ? [one] : [])),
    tests: read.flatMap((one) => ('verdict' in one ? [] : [one])),
  };
}

/** Adds a line. It begins on one of its own, whatever a run that was cut off has left. */
export function keep(file: string, one: KeptBug | KeptTest): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `\n${JSON.stringify(one)}`);
}

/** The same without what had been kept `before` of one state: for a run that begins anew. */
export const without = (kept: Kept, before: Kept, commit: string): Kept => ({
  bugs: kept.bugs.filter((bug, at) => at >= before.bugs.length || bug.commit !== commit),
  tests: kept.tests.filter((test, at) => at >= before.tests.length || test.commit !== commit),
});

/** The state of the project at `root`: its commit, and a digest of what was changed since. */
export function stateOf(root: string): string {
  const git = (...asked: string[]): string =>
    execFileSync('git', asked, { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  const commit = git('rev-parse', '--short=10', 'HEAD').trim();
  const added = git('ls-files', '-z', '--others', '--exclude-standard').split('\0').filter(Boolean);
  const changed = git('diff', 'HEAD', '--binary');
  if (changed === '' && added.length === 0) return commit;
  const digest = createHash('sha256').update(changed);
  for (const path of added) digest.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return `${commit} and changes ${digest.digest('hex').slice(0, 8)}`;
}

/** What was found of each planted bug in this state last, by its area and name. */
export const foundIn = (kept: Kept, commit: string): ReadonlyMap<string, KeptBug> =>
  new Map(kept.bugs.filter((bug) => bug.commit === commit).map((bug) => [`${bug.area}: ${bug.name}`, bug]));
