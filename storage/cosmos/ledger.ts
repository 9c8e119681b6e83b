import { z } from 'zod';
import { alertRecordSchema } from '../../concerns/records/alert-record.ts';
import { caseRecordSchema } from '../../concerns/records/case-record.ts';
import type { CaseLedger } from '../../concerns/ports/case-ledger.ts';
import { instantsOf } from '../alert-instants.ts';
import { parsed } from '../parsed.ts';
import { hasFields } from '../same-fields.ts';
import { alertDocumentId } from './case-documents.ts';
import type { CosmosDocuments } from './cosmos-documents.ts';
import { listedDocument } from './listed-question.ts';

const anyDocumentSchema = z.record(z.string(), z.unknown());

/** Every case in Cosmos DB, page by page. */
export const cosmosLedger = (cases: CosmosDocuments): CaseLedger => ({
  from: async (after, limit) => {
    const found = await cases.query({
      query: `SELECT TOP @limit * FROM c WHERE c.type = 'case' AND c.caseId > @after ORDER BY c.caseId`,
      parameters: [
        { name: '@after', value: after ?? '' },
        { name: '@limit', value: limit },
      ],
    });
    return found.map((document) => parsed(caseRecordSchema, document));
  },

  beside: async (caseId) => {
    const document = await cases.read(caseId, caseId);
    if (document === undefined) return undefined;
    const record = parsed(caseRecordSchema, document);
    const beside = anyDocumentSchema.safeParse(await cases.read(alertDocumentId(caseId), caseId)).data;
    const alert = alertRecordSchema.safeParse(beside).data;
    return {
      isListedAsItIs: hasFields(parsed(anyDocumentSchema, document), { ...listedDocument(record), type: 'case' }),
      alert,
      isAlertedAsItIs:
        beside !== undefined && alert?.caseId === caseId && hasFields(beside, { ...instantsOf(alert), type: 'alert' }),
    };
  },
});
