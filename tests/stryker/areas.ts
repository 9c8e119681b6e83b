import { dirname } from 'node:path';
import { importedFileInProject } from '../support/imported-file.ts';

const named = (imports: () => Promise<object>) => importedFileInProject(imports, import.meta.url);

/** What decides which figures leave the unit: docs/disclosure-control.md. */
export const disclosureControl = [
  named(() => import('../../summary/disclosure-control/suppression.ts')),
  dirname(named(() => import('../../summary/disclosure-control/publication-record.ts'))),
  dirname(named(() => import('../../summary/revisions/revise-week.ts'))),
  named(() => import('../../summary/partner-type-table.ts')),
  named(() => import('../../summary/survey/query-survey.ts')),
];

/** Tests that search for minutes, and would for each mutant that they reach. */
export const longTests = ['core/casework/no-one-buries', 'core/casework/conflict', 'core/report-flow-reach'];
