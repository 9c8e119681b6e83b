import { z } from 'zod';
import type { AlertOutbox } from '../../concerns/ports/alert-outbox.ts';
import { parsed } from '../parsed.ts';
import { alertDocumentId, alertOfDocument, caseWrite, isEtag } from './case-documents.ts';
import type { CosmosDocuments } from './cosmos-documents.ts';

const openSchema = z.object({ attempts: z.int() });
const postedSchema = z.object({ lastPostedMs: z.int() });

/** Alerts in Cosmos DB. */
export const cosmosOutbox = (cases: CosmosDocuments): AlertOutbox => ({
  due: async (now, limit) => {
    const found = await cases.query({
      query: `SELECT TOP @limit * FROM c WHERE c.type = 'alert' AND c.dueMs <= @now
        AND (NOT IS_DEFINED(c.leasedUntilMs) OR c.leasedUntilMs <= @now) ORDER BY c.dueMs`,
      parameters: [
        { name: '@now', value: now.getTime() },
        { name: '@limit', value: limit },
      ],
    });
    return found.map(alertOfDocument);
  },

  read: async (caseId) => {
    const document = await cases.read(alertDocumentId(caseId), caseId);
    return document === undefined ? undefined : alertOfDocument(document);
  },

  write: async (alert) => {
    const { caseId } = alert.value;
    if (!isEtag(alert.version)) return undefined;
    const write = caseWrite();
    const id = alertDocumentId(caseId);
    const outcome = await cases.batch(caseId, [write.replaceAlert(alert)], write.marker([], id));
    if (outcome.kind === 'refused') return undefined;
    const [version] = outcome.etags ?? [];
    if (version) return { value: alert.value, version };
    const document = await cases.read(id, caseId);
    return document === undefined ? undefined : alertOfDocument(document);
  },

  health: async (handledBy) => {
    const parameters = [{ name: '@handledBy', value: handledBy }];
    const [open, posted] = await Promise.all([
      cases.query({
        query: `SELECT c.attempts FROM c WHERE c.type = 'alert' AND c.handledBy = @handledBy
          AND (c.state = 'waiting' OR c.attempts > 0)`,
        parameters,
      }),
      cases.query({
        query: `SELECT TOP 1 c.lastPostedMs FROM c WHERE c.type = 'alert' AND c.handledBy = @handledBy
          AND IS_DEFINED(c.lastPostedMs) ORDER BY c.lastPostedMs DESC`,
        parameters,
      }),
    ]);
    const [last] = posted.map((document) => parsed(postedSchema, document).lastPostedMs);
    return {
      waiting: open.length,
      failing: open.filter((document) => parsed(openSchema, document).attempts > 0).length,
      ...(last !== undefined && { lastPostedAt: new Date(last).toISOString() }),
    };
  },
});
