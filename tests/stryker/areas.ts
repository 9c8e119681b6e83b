import { dirname } from 'node:path';
import { importedFileInProject } from '../support/imported-file.ts';

const named = (imports: () => Promise<object>) => importedFileInProject(imports, import.meta.url);

/** What decides which figures leave the unit: docs/disclosure-control.md. */
export const disclosureControl = [
  named(() => import('../../summary/suppression.ts')),
  dirname(named(() => import('../../summary/issues/issue-record.ts'))),
  dirname(named(() => import('../../summary/amendments/amend-week.ts'))),
  named(() => import('../../summary/pull/partner-types.ts')),
  named(() => import('../../summary/pulse/pull-pulse.ts')),
];

/** Tests that search for minutes, and would for each mutant that they reach. */
export const longTests = [
  'concerns/casework/no-one-buries',
  'concerns/casework/conflict',
  'concerns/report-flow-reach',
];
