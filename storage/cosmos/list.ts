import { caseFiguresSchema } from '../../concerns/case-record.ts';
import type { CaseList } from '../../concerns/ports/case-list.ts';
import { parsed } from '../parsed.ts';
import type { CosmosDocuments } from './cosmos-documents.ts';
import { listedQuestion, selectedFigures } from './listed-question.ts';

/** Lists in Cosmos DB. A count fetches no more references than it counts: COUNT would go on to the last case. */
export const cosmosList = (cases: CosmosDocuments): CaseList => ({
  page: async (filter, after, limit) => {
    const listed = listedQuestion(filter, after);
    if (listed === undefined) return [];
    const found = await cases.query({
      query: `SELECT TOP @limit ${selectedFigures} FROM c WHERE ${listed.where} ORDER BY c.listKey`,
      parameters: [...listed.parameters, { name: '@limit', value: limit }],
    });
    return found.map((document) => parsed(caseFiguresSchema, document));
  },

  count: async (filter, most) => {
    const listed = listedQuestion(filter, undefined);
    if (listed === undefined) return 0;
    const found = await cases.query({
      query: `SELECT TOP @most VALUE c.caseId FROM c WHERE ${listed.where}`,
      parameters: [...listed.parameters, { name: '@most', value: most }],
    });
    return found.length;
  },
});
