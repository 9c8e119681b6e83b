import { createHash } from 'node:crypto';
import type { CaseRow } from '../../contract/answers.ts';

/** A mark of rows of a list as a page shows them: another one where anything in them is another. */
export const markOf = (rows: readonly CaseRow[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('base64url');
