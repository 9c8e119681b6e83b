import { z } from 'zod';
import type { CaseFilter, CaseLedger, CaseList } from '../../core/ports/case-store.ts';
import { alertRecordSchema } from '../../core/model/alert-record.ts';
import { caseRecordSchema, daySchema } from '../../core/model/case-record.ts';
import {
  clocks,
  type Found,
  hasFields,
  listedRecordSchema,
  type Over,
  pageOfWalks,
  type Stretch,
  stretchOf,
  type Walker,
  type WalkPlace,
} from '../case-lists.ts';
import { instantsOf } from '../case-seals.ts';
import { kept, keptIfReadable, parsed } from '../record-codec.ts';
import { alertDocumentId } from './case-documents.ts';
import type { CosmosDocuments } from './documents-client.ts';
import {
  dayFieldOf,
  deadlineQuestion,
  listedDocument,
  listedQuestion,
  placeOfKey,
  type Question,
  receivedQuestion,
  selectedFigures,
  selectedListed,
} from './case-list-query.ts';

const anyDocumentSchema = z.record(z.string(), z.unknown());
const foundSchema = z.object({
  caseId: z.string(),
  clock: z.enum(clocks).optional().catch(undefined),
  clockSince: daySchema.optional().catch(undefined),
  referralDueOn: daySchema.optional().catch(undefined),
  listKey: z.string(),
});
const endOfDay = '~';
type FoundDocument = z.infer<typeof foundSchema> & { readonly row: unknown };

const walkerOf = (cases: CosmosDocuments, filter: CaseFilter): Walker<unknown> => {
  async function first(question: Question | undefined, orderBy: string, limit: number) {
    if (question === undefined || limit <= 0) return [];
    const found = await cases.planned({
      query: `SELECT TOP @limit ${selectedFigures}, ${selectedListed} FROM c
        WHERE ${question.where} ORDER BY ${orderBy}`,
      parameters: [...question.parameters, { name: '@limit', value: limit }],
    });
    return found.map((row) => ({ row, ...parsed(foundSchema, row) }));
  }
  const found = ({ row, clock, clockSince, referralDueOn }: FoundDocument, place: WalkPlace): Found<unknown> => ({
    ...place,
    clocks: { clock, clockSince, referralDueOn },
    row,
  });

  async function byDeadline(
    over: Exclude<Over, { by: 'received' }>,
    after: WalkPlace | undefined,
    limit: number,
  ): Promise<Stretch<unknown>> {
    const dayOf = (row: FoundDocument): string => (over.by === 'clock' ? row.clockSince : row.referralDueOn) ?? '';
    const placed = (rows: readonly FoundDocument[]) =>
      rows
        .map((row) => found(row, { day: dayOf(row), caseId: row.caseId }))
        .toSorted((one, other) => (`${one.day} ${one.caseId}` < `${other.day} ${other.caseId}` ? -1 : 1));
    const rows = await first(deadlineQuestion(filter, over, after), dayFieldOf(over), limit);
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return stretchOf(placed(rows), limit);
    // Two ordered fields would need a composite index: of the last day, it is not known which cases come first.
    const whole = placed(rows.filter((row) => dayOf(row) < dayOf(last)));
    if (whole.length > 0) return { found: whole, until: whole.at(-1) };
    const ofOneDay = await first(deadlineQuestion(filter, over, after, dayOf(last)), 'c.caseId', limit);
    const { until = { day: dayOf(last), caseId: endOfDay }, ...stretch } = stretchOf(placed(ofOneDay), limit);
    return { ...stretch, until };
  }

  return {
    find: async ({ over }, after, limit) => {
      if (over.by !== 'received') return byDeadline(over, after, limit);
      const rows = await first(receivedQuestion(filter, over, after), 'c.listKey', limit);
      return stretchOf(
        rows.map((row) => found(row, placeOfKey(row.listKey))),
        limit,
      );
    },

    read: async (rows) =>
      rows.map((row) => {
        const record = listedRecordSchema.safeParse(row).data;
        const isAsItIs = record !== undefined && hasFields(parsed(anyDocumentSchema, row), listedDocument(record));
        return { record, isAsItIs };
      }),
  };
};

/** A count fetches hardly more references than it counts: COUNT would go on to the last case. */
export const cosmosList = (cases: CosmosDocuments): CaseList => ({
  page: (question, after, limit, onDiffers) =>
    pageOfWalks(walkerOf(cases, question), question, after, limit, onDiffers),

  count: async (filter, most) => {
    const listed = listedQuestion(filter);
    if (listed === undefined) return 0;
    const { where, parameters } = listed;
    return cases.count({ query: `SELECT VALUE c.caseId FROM c WHERE ${where}`, parameters }, most);
  },
});

export const cosmosLedger = (cases: CosmosDocuments): CaseLedger => ({
  from: async (after, limit) => {
    const found = await cases.query({
      query: `SELECT TOP @limit * FROM c WHERE c.type = 'case' AND c.caseId > @after ORDER BY c.caseId`,
      parameters: [
        { name: '@after', value: after ?? '' },
        { name: '@limit', value: limit },
      ],
    });
    return found.map((document) => kept('case', caseRecordSchema, document));
  },

  beside: async (caseId) => {
    const document = await cases.read(caseId, caseId);
    if (document === undefined) return undefined;
    const record = kept('case', caseRecordSchema, document);
    const beside = anyDocumentSchema.safeParse(await cases.read(alertDocumentId(caseId), caseId)).data;
    const alert = keptIfReadable('alert', alertRecordSchema, beside);
    return {
      isListedAsItIs: hasFields(parsed(anyDocumentSchema, document), { ...listedDocument(record), type: 'case' }),
      alert,
      isAlertedAsItIs:
        beside !== undefined && alert?.caseId === caseId && hasFields(beside, { ...instantsOf(alert), type: 'alert' }),
    };
  },
});
