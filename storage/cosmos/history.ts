import type { SqlParameter, SqlQuerySpec } from '@azure/cosmos';
import { z } from 'zod';
import type { HistoryEntryQuery, CaseHistory } from '../../core/ports/case-store.ts';
import { type EventRecord, eventRecordSchema } from '../../core/model/event-record.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { sortUniqueEvents } from '../case-records.ts';
import { parseRecord, parseStored } from '../record-codec.ts';
import type { CosmosDocuments } from './container-client.ts';

const seallessEventFields = [
  ...[
    'caseId',
    'sequence',
    'kind',
    'by',
    'at',
    'request',
    'detail',
    'link',
    'caseDigest',
    'files',
    'previous',
    'hash',
    'shape',
  ].map((field) => `c["${field}"]`),
  'c.message.id AS messageId',
  'c.message.number AS messageNumber',
  'c.message.digest AS messageDigest',
  'c.note["for"] AS noteFor',
  'c.note.digest AS noteDigest',
].join(', ');
const flatEventSchema = z.looseObject({
  messageId: z.string().optional(),
  messageNumber: z.number().optional(),
  messageDigest: z.string().optional(),
  noteFor: z.string().optional(),
  noteDigest: z.string().optional(),
});

function parseEntry(answer: unknown): EventRecord {
  const { messageId, messageNumber, messageDigest, noteFor, noteDigest, ...rest } = parseStored(
    flatEventSchema,
    answer,
  );
  const message = messageDigest !== undefined && { id: messageId, number: messageNumber, digest: messageDigest };
  const note = noteDigest !== undefined && { for: noteFor, digest: noteDigest };
  return parseRecord('event', eventRecordSchema, { ...rest, ...(message && { message }), ...(note && { note }) });
}

function createCondition(
  { kinds, requests, by, message, after, before }: HistoryEntryQuery,
  name: string,
): { readonly where: string; readonly parameters: readonly SqlParameter[] } {
  const createComparison = (field: string, how: string, parameter: string, values: readonly (string | number)[]) => {
    const named = values.map((value, place) => ({ name: `@${parameter}${place}${name}`, value }));
    return { sql: `(${named.map((one) => `${field} ${how} ${one.name}`).join(' OR ')})`, parameters: named };
  };
  const parts = [
    kinds && createComparison('c.kind', '=', 'kind', kinds),
    requests && createComparison('c.request', '=', 'request', requests),
    by && createComparison('c["by"].objectId', '=', 'by', by),
    message === undefined ? undefined : createComparison('c.message.id', '=', 'message', [message]),
    after === undefined ? undefined : createComparison('c.sequence', '>', 'after', [after]),
    before === undefined ? undefined : createComparison('c.sequence', '<', 'before', [before]),
  ].filter((part) => part !== undefined);
  return {
    where: [`c.type = 'event'`, ...parts.map(({ sql }) => sql)].join(' AND '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

function createQuery(select: string, query: HistoryEntryQuery): SqlQuerySpec {
  const { where, parameters } = createCondition(query, '');
  const { first, last } = query;
  const max = last ?? first;
  const top = max === undefined ? '' : 'TOP @most ';
  const order = max === undefined ? '' : ` ORDER BY c.sequence ${last === undefined ? 'ASC' : 'DESC'}`;
  const given = max === undefined ? [] : [{ name: '@most', value: max }];
  return { query: `SELECT ${top}${select} FROM c WHERE ${where}${order}`, parameters: [...parameters, ...given] };
}

function createQueries(queries: readonly HistoryEntryQuery[]): readonly SqlQuerySpec[] {
  const isBounded = ({ first, last }: HistoryEntryQuery): boolean => (first ?? last) !== undefined;
  const conditions = queries
    .filter((one) => !isBounded(one))
    .map((one, place) => createCondition(one, `of${place}`))
    .map(({ where, parameters }) => ({ where: `(${where})`, parameters }));
  const joined = {
    query: `SELECT ${seallessEventFields} FROM c WHERE ${conditions.map(({ where }) => where).join(' OR ')}`,
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
  return [
    ...(conditions.length > 0 ? [joined] : []),
    ...queries.filter(isBounded).map((one) => createQuery(seallessEventFields, one)),
  ];
}

export async function readMatchingEntries(
  cases: CosmosDocuments,
  caseId: CaseId,
  queries: readonly HistoryEntryQuery[],
): Promise<readonly EventRecord[]> {
  const found = await Promise.all(createQueries(queries).map((question) => cases.query(question, caseId)));
  return sortUniqueEvents(found.flat().map(parseEntry));
}

const numberSchema = z.array(z.number());

export function createCosmosHistory(cases: CosmosDocuments): CaseHistory {
  const readSealedEntries = async (caseId: CaseId, query: HistoryEntryQuery): Promise<readonly EventRecord[]> =>
    sortUniqueEvents(
      (await cases.query(createQuery('*', query), caseId)).map((document) =>
        parseRecord('event', eventRecordSchema, document),
      ),
    );
  async function queryNumber(
    select: string,
    where: string,
    parameters: SqlParameter[],
    caseId: CaseId,
  ): Promise<number> {
    const answer = await cases.query({ query: `SELECT VALUE ${select} FROM c WHERE ${where}`, parameters }, caseId);
    return parseStored(numberSchema, answer)[0] ?? 0;
  }

  return {
    readAll: async (caseId) => readSealedEntries(caseId, {}),
    entries: async (caseId, query) => readMatchingEntries(cases, caseId, [query]),
    sealedEntries: readSealedEntries,
    count: async (caseId, kind) =>
      queryNumber('COUNT(1)', `c.type = 'event' AND c.kind = @kind`, [{ name: '@kind', value: kind }], caseId),
    async writtenVolume(caseId, by, since) {
      const where = [`c.type = 'event' AND c.writtenBy = @by`, ...(since ? ['c.at >= @from AND c.at < @to'] : [])];
      const parameters = [
        { name: '@by', value: by },
        ...(since
          ? [
              { name: '@from', value: since.from },
              { name: '@to', value: since.to },
            ]
          : []),
      ];
      const ask = (select: string) => queryNumber(select, where.join(' AND '), parameters, caseId);
      const [count, size] = await Promise.all([ask('COUNT(1)'), ask('SUM(c.size)')]);
      return { count, size };
    },
  };
}
