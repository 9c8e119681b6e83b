import { caseRecordSchema } from '../../concerns/case-record.ts';
import type { CaseLedger } from '../../concerns/ports/case-ledger.ts';
import { parsed } from '../parsed.ts';
import type { CosmosDocuments } from './cosmos-documents.ts';

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
});
