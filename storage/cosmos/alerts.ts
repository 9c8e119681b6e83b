import { z } from 'zod';
import type { AlertOutbox } from '../../core/ports/alerts.ts';
import { takeReadableRows, mayChangeRecord, nextVersion } from '../record-codec.ts';
import {
  alertDocumentId,
  tryParseAlertDocument,
  parseAlertDocument,
  createCaseWriteBuilder,
} from './case-documents.ts';
import { type CosmosDocuments, isEtag } from './container-client.ts';

const attemptsSchema = z.object({ attempts: z.int() });
const maxInstantMs = 8.64e15;
const lastPostedSchema = z.object({ lastPostedMs: z.int().min(0).max(maxInstantMs) });

export const createCosmosAlertOutbox = (cases: CosmosDocuments): AlertOutbox => ({
  due: async (now, limit, { latest, waiting } = {}) => {
    const { values, unreadable } = await takeReadableRows(
      limit,
      (rowLimit) =>
        cases.query({
          query: `SELECT TOP @limit * FROM c WHERE c.type = 'alert' AND (c.dueMs <= @now OR c.dueMs > @latest)
            ${waiting ? "AND c.state = 'waiting'" : ''} ORDER BY c.dueMs`,
          parameters: [
            { name: '@now', value: now.getTime() },
            { name: '@limit', value: rowLimit },
            { name: '@latest', value: latest?.getTime() ?? maxInstantMs },
          ],
        }),
      // Only a newer version may change it: this one could not record the post.
      (document) => (mayChangeRecord('alert', document) ? tryParseAlertDocument(document) : undefined),
    );
    return { alerts: values, unreadable };
  },

  read: async (caseId, otherwise) => {
    const document = await cases.read(alertDocumentId(caseId), caseId);
    return document === undefined ? undefined : parseAlertDocument(document, otherwise);
  },

  write: async (alert) => {
    const { caseId } = alert.value;
    if (!isEtag(alert.version)) return undefined;
    const write = createCaseWriteBuilder();
    const id = alertDocumentId(caseId);
    const outcome = await cases.batch(caseId, [write.replaceAlert(alert)], write.marker([], id));
    if (outcome.kind === 'refused') return undefined;
    const [version] = outcome.etags ?? [];
    if (version) return { value: alert.value, version: nextVersion('alert', alert.version, version) };
    const document = await cases.read(id, caseId);
    return document === undefined ? undefined : parseAlertDocument(document);
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
          AND c.lastPostedMs >= 0 AND c.lastPostedMs <= 8640000000000000 ORDER BY c.lastPostedMs DESC`,
        parameters,
      }),
    ]);
    const last = posted.map((document) => lastPostedSchema.safeParse(document).data?.lastPostedMs).at(0);
    return {
      waiting: open.length,
      failing: open.filter((document) => attemptsSchema.safeParse(document).data?.attempts !== 0).length,
      ...(last !== undefined && { lastPostedAt: new Date(last).toISOString() }),
    };
  },
});
