import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { CaseFilter } from '../../../core/ports/case-store.ts';
import { dueSoonFilter, overdueFilter } from '../../../core/model/deadlines.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createCountQuery } from '../../../storage/sqlite/case-lists.ts';
import { openSqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import { today } from '../../support/contracts/records.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const folder = createTemporaryFolder();
const file = openSqliteFile(join(folder, 'candour.db'), 2_000);
afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

const viewer = toPersonId('a-handler');
const timeLimits = { acknowledge: 1, triage: 5, update: 28 };
/** The questions that "Today" counts. */
const counted: Readonly<Record<string, Partial<CaseFilter>>> = {
  open: { status: 'open' },
  'with me': { status: 'open', assignedTo: { objectId: viewer } },
  'with nobody': { status: 'open', assignedTo: 'nobody' },
  overdue: overdueFilter(timeLimits, today),
  'due soon': dueSoonFilter(timeLimits, today),
  'to be reviewed': { reviewBy: today },
  unread: { unread: true },
  'at risk': { unacknowledged: true, urgency: 'urgent' },
  'not acknowledged': { unacknowledged: true },
  'opened, without safety': { safetyMissing: true },
  'for a second person': { fourEyesFor: viewer },
  'from the hub': { route: 'hub' },
  'from the hub, open and urgent': { route: 'hub', status: 'open', urgency: 'urgent' },
  'told to the reserve': { overseen: 'unseen' },
  'there at all': {},
};
const planSchema = z.object({ detail: z.string() });

// The rows of a list lie the further apart the longer the history is: whoever fetches them to count waits for the disk.
it.each(Object.entries(counted))('counts what is %s out of an index alone', (_, filter) => {
  const query = createCountQuery({ handledBy: 'acu', viewer, ...filter });
  if (query === undefined) throw new Error('nothing is asked');
  const steps = file
    .rows(`EXPLAIN QUERY PLAN ${query.sql}`, ...query.values)
    .map((row) => planSchema.parse(row).detail)
    .filter((detail) => /\blisted\b/u.test(detail));
  expect(steps.length).toBeGreaterThan(0);
  for (const step of steps) expect(step).toContain('USING COVERING INDEX');
});
