import { z } from 'zod';
import type { AskedOfCase, GatheredCase } from '../../concerns/ports/case-store.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { parsed } from '../parsed.ts';
import { alertInDocument, caseInDocument } from './case-documents.ts';
import { type CosmosDocuments, versionIn } from './cosmos-documents.ts';
import { cosmosHistory, entriesForAny } from './history.ts';

const standingSchema = z.looseObject({ type: z.enum(['case', 'alert']) });

/**
 * By requests that all leave at once: the query language cannot join a bounded or summed query with another. A write
 * between them is a conflict at the next write.
 */
export async function gatherCase(
  cases: CosmosDocuments,
  caseId: CaseId,
  { entries, counts, written }: AskedOfCase,
): Promise<GatheredCase | undefined> {
  const history = cosmosHistory(cases);
  const [found, events, counted, sums] = await Promise.all([
    cases.query({ query: `SELECT * FROM c WHERE c.type = 'case' OR c.type = 'alert'` }, caseId),
    entriesForAny(cases, caseId, entries),
    Promise.all(counts.map((kind) => history.count(caseId, kind))),
    Promise.all(written.map(({ by, since }) => history.written(caseId, by, since))),
  ]);
  const documentOf = (type: 'case' | 'alert'): unknown =>
    found.find((document) => parsed(standingSchema, document).type === type);
  const [standing, alert] = [documentOf('case'), documentOf('alert')];
  if (standing === undefined) return undefined;
  const read = alert === undefined ? undefined : alertInDocument(alert);
  return {
    case: caseInDocument(standing),
    alert:
      alert === undefined ? undefined : { version: versionIn('alert', alert, read !== undefined), value: read?.value },
    entries: events,
    counts: counted,
    written: sums,
  };
}
