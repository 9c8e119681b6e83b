import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { thrownName } from '../../bot/running/event-log.ts';
import { thisMachine } from './machine.ts';
import type { Row } from './row.ts';
import { tableOf } from './table.ts';

/** What is measured together, by its name. */
export type Groups = Readonly<Record<string, () => Promise<readonly Row[]>>>;

export interface Outcome {
  readonly rows: readonly Row[];
  /** The groups that threw: nothing is known of them. */
  readonly failed: readonly { readonly group: string; readonly thrown: string }[];
}

/**
 * Runs groups one after the other, says each figure, and writes what there is to a file after each of them: neither a
 * group that throws nor an end from outside loses what was measured before it.
 */
export async function runGroups(groups: Groups, out: string, say: (text: string) => void): Promise<Outcome> {
  const machine = thisMachine();
  const rows: Row[] = [];
  const failed: { group: string; thrown: string }[] = [];
  mkdirSync(dirname(out), { recursive: true });
  const { processor, cores, versions, load } = machine;
  say(`${processor}, ${cores} cores, Node ${versions['node']}, at a load of ${load} before`);
  for (const [group, measure] of Object.entries(groups)) {
    try {
      const measured = await measure();
      rows.push(...measured);
      say(tableOf(measured));
    } catch (error) {
      const thrown = error instanceof Error ? `${thrownName(error)}: ${error.message}` : thrownName(error);
      failed.push({ group, thrown });
      say(`\nFailed: ${group}: ${thrown}`);
    }
    writeFileSync(out, `${JSON.stringify({ machine, rows, failed }, undefined, 2)}\n`);
  }
  return { rows, failed };
}
