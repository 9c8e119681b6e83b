import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** What the run without a mutant writes down for those with one: each test, by its whole name. In the sandbox. */
const file = 'tests-of-files.jsonl';

const rowSchema = z.object({ path: z.string(), name: z.string(), ms: z.number() });
export type TestOfFile = z.infer<typeof rowSchema>;

export const saveTest = (row: TestOfFile): void => appendFileSync(file, `${JSON.stringify(row)}\n`);

/** The tests written down; none before the run without a mutant has written any. */
export const readTests = (): readonly TestOfFile[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => rowSchema.parse(JSON.parse(line)))
    : [];
