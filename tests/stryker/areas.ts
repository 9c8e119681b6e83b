import { dirname } from 'node:path';
import { importedProjectPath } from '../support/imported-file.ts';

const resolveFile = (imports: () => Promise<object>) => importedProjectPath(imports, import.meta.url);

/** What decides which figures leave the unit: docs/disclosure-control.md. */
export const disclosureControl = [
  resolveFile(() => import('../../summary/disclosure-control/suppression.ts')),
  dirname(resolveFile(() => import('../../summary/disclosure-control/publication-record.ts'))),
  dirname(resolveFile(() => import('../../summary/revisions/revise-week.ts'))),
  resolveFile(() => import('../../summary/partner-type-table.ts')),
  resolveFile(() => import('../../summary/survey/query-survey.ts')),
];

/** Tests that search for minutes, and would for each mutant that they reach. */
export const longTests = ['core/casework/no-one-buries', 'core/casework/conflict', 'core/report-flow-reach'];
