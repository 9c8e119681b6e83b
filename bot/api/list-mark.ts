import { createHash } from 'node:crypto';
import type { CaseRow } from '../../contract/answers.ts';

/** Changes with anything in the rows. */
export const markOf = (rows: readonly CaseRow[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('base64url');
