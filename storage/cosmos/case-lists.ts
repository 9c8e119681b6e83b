import { z } from 'zod';
import type { CaseLedger } from '../../concerns/ports/case-ledger.ts';
import type { CaseList } from '../../concerns/ports/case-list.ts';
import type { CaseQueries } from '../../concerns/ports/case-queries.ts';
import { alertRecordSchema } from '../../concerns/records/alert-record.ts';
import { type CaseFigures, caseFiguresSchema, caseRecordSchema } from '../../concerns/records/case-record.ts';
import { instantsOf } from '../alert-instants.ts';
import { hasFields, listedRecordSchema, mayBeListed } from '../listed-cases.ts';
import { parsed } from '../parsed.ts';
import { alertDocumentId } from './case-documents.ts';
import type { CosmosDocuments } from './cosmos-documents.ts';
import { listedDocument, listedQuestion, listKeyOf, selectedFigures, selectedListed } from './listed-question.ts';

const anyDocumentSchema = z.record(z.string(), z.unknown());
const placeSchema = z.object({ listKey: z.string() });

/** Lists in Cosmos DB. A count fetches no more references than it counts: COUNT would go on to the last case. */
export const cosmosList = (cases: CosmosDocuments): CaseList => ({
  page: async (filter, after, limit, onDiffers) => {
    const shown: CaseFigures[] = [];
    let [from, differing] = [after && listKeyOf(after), 0];
    for (;;) {
      const listed = listedQuestion(filter, from);
      if (listed === undefined) break;
      const found = await cases.query({
        query: `SELECT TOP @limit ${selectedFigures}, ${selectedListed} FROM c WHERE ${listed.where} ORDER BY c.listKey`,
        parameters: [...listed.parameters, { name: '@limit', value: limit }],
      });
      for (const document of found) {
        const record = listedRecordSchema.safeParse(document).data;
        const isIts = record !== undefined && mayBeListed(filter, record);
        if (!isIts || !hasFields(parsed(anyDocumentSchema, document), listedDocument(record))) differing += 1;
        if (isIts && shown.length < limit) shown.push(parsed(caseFiguresSchema, record));
      }
      // Those that were left out make room for others.
      if (shown.length === limit || found.length < limit) break;
      from = parsed(placeSchema, found.at(-1)).listKey;
    }
    if (differing > 0) onDiffers?.(differing);
    return shown;
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

/** The questions of summaries in Cosmos DB. */
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
