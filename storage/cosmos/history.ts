import { eventRecordSchema } from '../../concerns/event-record.ts';
import type { History } from '../../concerns/ports/history.ts';
import { parsed } from '../parsed.ts';
import type { CosmosDocuments } from './cosmos-documents.ts';

/** Histories in Cosmos DB. Sorted here: an index over sequences would serve nothing else. */
export const cosmosHistory = (cases: CosmosDocuments): History => ({
  of: async (caseId) => {
    const found = await cases.query({ query: `SELECT * FROM c WHERE c.type = 'event'` }, caseId);
    return found
      .map((document) => parsed(eventRecordSchema, document))
      .sort((one, other) => one.sequence - other.sequence);
  },
});
