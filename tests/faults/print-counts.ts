// Prints what the last run tried and saw: node print-counts.ts
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { countsFolder } from './tally.ts';

const runSchema = z.object({ title: z.string(), isLong: z.boolean(), counts: z.record(z.string(), z.number()) });

for (const name of readdirSync(countsFolder).sort()) {
  const run = runSchema.parse(JSON.parse(readFileSync(join(countsFolder, name), 'utf8')));
  process.stdout.write(`\n${run.title} (${run.isLong ? 'long' : 'short'} form)\n`);
  for (const [what, count] of Object.entries(run.counts)) {
    process.stdout.write(`${String(count).padStart(8)}  ${what}\n`);
  }
}
