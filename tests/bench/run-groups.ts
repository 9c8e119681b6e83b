import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorClassName } from '../../bot/runtime/event-log.ts';
import type { Group } from './group.ts';
import { describeMachine } from './machine.ts';
import type { Row } from './row.ts';
import type { Scale } from './scale.ts';
import { renderPageTable, renderTable } from './table.ts';

export interface Outcome {
  readonly rows: readonly Row[];
  /** The groups that threw, whose rows until then are among the others. */
  readonly failed: readonly { readonly group: string; readonly thrown: string }[];
}

/**
 * Runs groups one after the other, prints each figure, and writes all there are to a file whenever there are more: neither
 * a group that throws nor an end from outside loses what was measured before it.
 */
export async function runGroups(
  groups: readonly Group[],
  scale: Scale,
  { out, say }: { readonly out: string; readonly say: (text: string) => void },
): Promise<Outcome> {
  const machine = describeMachine();
  const rows: Row[] = [];
  const failed: { group: string; thrown: string }[] = [];
  mkdirSync(dirname(out), { recursive: true });
  const { processor, cores, versions, load } = machine;
  say(`${processor}, ${cores} cores, Node ${versions['node']}, at a load of ${load} before`);
  const write = (): void => writeFileSync(out, `${JSON.stringify({ machine, rows, failed }, undefined, 2)}\n`);
  for (const { name, title, cells, measure } of groups) {
    const before = rows.length;
    say(`\n${name}: ${title}`);
    try {
      for await (const measured of measure(scale)) {
        rows.push(...measured);
        say(renderTable(measured));
        write();
      }
    } catch (error) {
      const thrown = error instanceof Error ? `${errorClassName(error)}: ${error.message}` : errorClassName(error);
      failed.push({ group: name, thrown });
      say(`\nFailed: ${name}: ${thrown}`);
    }
    write();
    if (cells) writeFileSync(join(dirname(out), `${name}.md`), renderPageTable(rows.slice(before), cells));
  }
  return { rows, failed };
}
