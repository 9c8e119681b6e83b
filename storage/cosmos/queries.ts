import { caseFiguresSchema } from '../../concerns/records/case-record.ts';
import type { CaseQueries } from '../../concerns/ports/case-queries.ts';
import { parsed } from '../parsed.ts';
import type { CosmosDocuments } from './cosmos-documents.ts';
import { selectedFigures } from './listed-question.ts';

/** What summaries read in Cosmos DB. */
export const cosmosQueries = (cases: CosmosDocuments): CaseQueries => ({
  receivedIn: async (week, handledBy) => {
    const found = await cases.query({
      query: `SELECT ${selectedFigures} FROM c WHERE c.type = 'case' AND c.handledBy = @handledBy AND c.week = @week`,
      parameters: [
        { name: '@handledBy', value: handledBy },
        { name: '@week', value: week },
      ],
    });
    return found.map((document) => parsed(caseFiguresSchema, document));
  },

  openAt: async (day, handledBy) => {
    const found = await cases.query({
      query: `SELECT ${selectedFigures} FROM c WHERE c.type = 'case' AND c.handledBy = @handledBy AND c.receivedOn <= @day
        AND (NOT IS_DEFINED(c.closedOn) OR c.closedOn > @day)`,
      parameters: [
        { name: '@handledBy', value: handledBy },
        { name: '@day', value: day },
      ],
    });
    return found.map((document) => parsed(caseFiguresSchema, document));
  },
});
