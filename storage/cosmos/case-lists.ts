import { z } from 'zod';
import type { CaseFilter, CaseLedger, CaseList } from '../../core/ports/case-store.ts';
import { alertRecordSchema } from '../../core/model/alert-record.ts';
import { caseRecordSchema, daySchema } from '../../core/model/case-record.ts';
import {
  deadlineClocks,
  type IndexEntry,
  hasFieldValues,
  indexedCaseRecordSchema,
  type CaseListIndex,
  readListPage,
  type ScanPage,
  toScanPage,
  type ScanReader,
  type ScanPosition,
} from '../case-lists.ts';
import { getAlertInstants } from '../case-records.ts';
import { parseRecord, tryParseRecord, parseStored } from '../record-codec.ts';
import { alertDocumentId } from './case-documents.ts';
import type { CosmosDocuments } from './container-client.ts';
import {
  getDayField,
  createDeadlineCondition,
  createIndexFields,
  createListCondition,
  parseListKey,
  type QueryCondition,
  createReceivedCondition,
  listItemFieldsSql,
  indexFieldsSql,
} from './case-list-query.ts';

const anyDocumentSchema = z.record(z.string(), z.unknown());
const indexDocumentSchema = z.object({
  caseId: z.string(),
  clock: z.enum(deadlineClocks).optional().catch(undefined),
  clockSince: daySchema.optional().catch(undefined),
  referralDueOn: daySchema.optional().catch(undefined),
  listKey: z.string(),
});
const lastCaseIdOfDay = '~';
type IndexDocument = z.infer<typeof indexDocumentSchema> & { readonly row: unknown };

const createScanReader = (cases: CosmosDocuments, filter: CaseFilter): ScanReader<unknown> => {
  async function queryFirst(condition: QueryCondition | undefined, orderBy: string, limit: number) {
    if (condition === undefined || limit <= 0) return [];
    const rows = await cases.queryWithPlan({
      query: `SELECT TOP @limit ${listItemFieldsSql}, ${indexFieldsSql} FROM c
        WHERE ${condition.where} ORDER BY ${orderBy}`,
      parameters: [...condition.parameters, { name: '@limit', value: limit }],
    });
    return rows.map((row) => ({ row, ...parseStored(indexDocumentSchema, row) }));
  }
  const toIndexEntry = (
    { row, clock, clockSince, referralDueOn }: IndexDocument,
    place: ScanPosition,
  ): IndexEntry<unknown> => ({
    ...place,
    clocks: { clock, clockSince, referralDueOn },
    row,
  });

  async function scanByDeadline(
    index: Exclude<CaseListIndex, { by: 'received' }>,
    after: ScanPosition | undefined,
    limit: number,
  ): Promise<ScanPage<unknown>> {
    const getDay = (row: IndexDocument): string => (index.by === 'clock' ? row.clockSince : row.referralDueOn) ?? '';
    const toSortedEntries = (rows: readonly IndexDocument[]) =>
      rows
        .map((row) => toIndexEntry(row, { day: getDay(row), caseId: row.caseId }))
        .toSorted((one, other) => (`${one.day} ${one.caseId}` < `${other.day} ${other.caseId}` ? -1 : 1));
    const rows = await queryFirst(createDeadlineCondition(filter, index, after), getDayField(index), limit);
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return toScanPage(toSortedEntries(rows), limit);
    // Ordering by two fields would need a composite index: the order within the last day is unknown.
    const whole = toSortedEntries(rows.filter((row) => getDay(row) < getDay(last)));
    if (whole.length > 0) return { entries: whole, until: whole.at(-1) };
    const dayRows = await queryFirst(createDeadlineCondition(filter, index, after, getDay(last)), 'c.caseId', limit);
    const { until = { day: getDay(last), caseId: lastCaseIdOfDay }, ...page } = toScanPage(
      toSortedEntries(dayRows),
      limit,
    );
    return { ...page, until };
  }

  return {
    scan: async ({ index }, after, limit) => {
      if (index.by !== 'received') return scanByDeadline(index, after, limit);
      const rows = await queryFirst(createReceivedCondition(filter, index, after), 'c.listKey', limit);
      return toScanPage(
        rows.map((row) => toIndexEntry(row, parseListKey(row.listKey))),
        limit,
      );
    },

    read: async (rows) =>
      rows.map((row) => {
        const record = indexedCaseRecordSchema.safeParse(row).data;
        const isConsistent =
          record !== undefined && hasFieldValues(parseStored(anyDocumentSchema, row), createIndexFields(record));
        return { record, isConsistent };
      }),
  };
};

/** Fetches hardly more references than it counts: COUNT would read on to the last case. */
export const createCosmosCaseList = (cases: CosmosDocuments): CaseList => ({
  page: (question, after, limit, onDiffers) =>
    readListPage(createScanReader(cases, question), question, after, limit, onDiffers),

  count: async (filter, max) => {
    const listed = createListCondition(filter);
    if (listed === undefined) return 0;
    const { where, parameters } = listed;
    return cases.count({ query: `SELECT VALUE c.caseId FROM c WHERE ${where}`, parameters }, max);
  },
});

export const createCosmosCaseLedger = (cases: CosmosDocuments): CaseLedger => ({
  page: async (after, limit) => {
    const found = await cases.query({
      query: `SELECT TOP @limit * FROM c WHERE c.type = 'case' AND c.caseId > @after ORDER BY c.caseId`,
      parameters: [
        { name: '@after', value: after ?? '' },
        { name: '@limit', value: limit },
      ],
    });
    return found.map((document) => parseRecord('case', caseRecordSchema, document));
  },

  readIndexState: async (caseId) => {
    const document = await cases.read(caseId, caseId);
    if (document === undefined) return undefined;
    const record = parseRecord('case', caseRecordSchema, document);
    const alertDocument = anyDocumentSchema.safeParse(await cases.read(alertDocumentId(caseId), caseId)).data;
    const alert = tryParseRecord('alert', alertRecordSchema, alertDocument);
    return {
      isIndexConsistent: hasFieldValues(parseStored(anyDocumentSchema, document), {
        ...createIndexFields(record),
        type: 'case',
      }),
      alert,
      isAlertConsistent:
        alertDocument !== undefined &&
        alert?.caseId === caseId &&
        hasFieldValues(alertDocument, { ...getAlertInstants(alert), type: 'alert' }),
    };
  },
});
