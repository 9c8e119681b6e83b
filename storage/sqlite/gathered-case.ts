import type { AskedOfCase, GatheredCase } from '../../concerns/ports/case-store.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { standingAlert } from './alerts.ts';
import { readCase } from './case-rows.ts';
import { countOf, entriesForAny, writtenInto } from './history.ts';
import type { SqliteFile } from './sqlite-file.ts';

/** In one read transaction, so that all is of one moment. */
export const gatherCase = (
  file: SqliteFile,
  caseId: CaseId,
  { entries, counts, written }: AskedOfCase,
): GatheredCase | undefined =>
  file.snapshot(() => {
    const standing = readCase(file, caseId);
    if (standing === undefined) return undefined;
    return {
      case: standing,
      alert: standingAlert(file, caseId),
      entries: entriesForAny(file, caseId, entries),
      counts: counts.map((kind) => countOf(file, caseId, kind)),
      written: written.map(({ by, since }) => writtenInto(file, caseId, by, since)),
    };
  });
