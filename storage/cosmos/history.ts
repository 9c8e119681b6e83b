import type { SqlParameter, SqlQuerySpec } from '@azure/cosmos';
import { z } from 'zod';
import type { EntriesAsked, History } from '../../core/ports/case-store.ts';
import { type EventRecord, eventRecordSchema } from '../../core/model/event-record.ts';
import type { CaseId } from '../../core/model/codes.ts';
import { inOrderOnce } from '../case-seals.ts';
import { kept, parsed } from '../record-codec.ts';
import type { CosmosDocuments } from './documents-client.ts';

const selectedSealless = [
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
const flatSchema = z.looseObject({
  messageId: z.string().optional(),
  messageNumber: z.number().optional(),
  messageDigest: z.string().optional(),
  noteFor: z.string().optional(),
  noteDigest: z.string().optional(),
});

function entryOf(answer: unknown): EventRecord {
  const { messageId, messageNumber, messageDigest, noteFor, noteDigest, ...rest } = parsed(flatSchema, answer);
  const message = messageDigest !== undefined && { id: messageId, number: messageNumber, digest: messageDigest };
  const note = noteDigest !== undefined && { for: noteFor, digest: noteDigest };
  return kept('event', eventRecordSchema, { ...rest, ...(message && { message }), ...(note && { note }) });
}

function conditionOf(
  { kinds, requests, by, message, after, before }: EntriesAsked,
  name: string,
): { readonly where: string; readonly parameters: readonly SqlParameter[] } {
  const compared = (field: string, how: string, parameter: string, values: readonly (string | number)[]) => {
    const named = values.map((value, place) => ({ name: `@${parameter}${place}${name}`, value }));
    return { sql: `(${named.map((one) => `${field} ${how} ${one.name}`).join(' OR ')})`, parameters: named };
  };
  const parts = [
    kinds && compared('c.kind', '=', 'kind', kinds),
    requests && compared('c.request', '=', 'request', requests),
    by && compared('c["by"].objectId', '=', 'by', by),
    message === undefined ? undefined : compared('c.message.id', '=', 'message', [message]),
    after === undefined ? undefined : compared('c.sequence', '>', 'after', [after]),
    before === undefined ? undefined : compared('c.sequence', '<', 'before', [before]),
  ].filter((part) => part !== undefined);
  return {
    where: [`c.type = 'event'`, ...parts.map(({ sql }) => sql)].join(' AND '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

function questionOf(select: string, asked: EntriesAsked): SqlQuerySpec {
  const { where, parameters } = conditionOf(asked, '');
  const { first, last } = asked;
  const most = last ?? first;
  const top = most === undefined ? '' : 'TOP @most ';
  const order = most === undefined ? '' : ` ORDER BY c.sequence ${last === undefined ? 'ASC' : 'DESC'}`;
  const given = most === undefined ? [] : [{ name: '@most', value: most }];
  return { query: `SELECT ${top}${select} FROM c WHERE ${where}${order}`, parameters: [...parameters, ...given] };
}

function questionsFor(asked: readonly EntriesAsked[]): readonly SqlQuerySpec[] {
  const isBounded = ({ first, last }: EntriesAsked): boolean => (first ?? last) !== undefined;
  const conditions = asked
    .filter((one) => !isBounded(one))
    .map((one, place) => conditionOf(one, `of${place}`))
    .map(({ where, parameters }) => ({ where: `(${where})`, parameters }));
  const joined = {
    query: `SELECT ${selectedSealless} FROM c WHERE ${conditions.map(({ where }) => where).join(' OR ')}`,
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
  return [
    ...(conditions.length > 0 ? [joined] : []),
    ...asked.filter(isBounded).map((one) => questionOf(selectedSealless, one)),
  ];
}

export async function entriesForAny(
  cases: CosmosDocuments,
  caseId: CaseId,
  asked: readonly EntriesAsked[],
): Promise<readonly EventRecord[]> {
  const found = await Promise.all(questionsFor(asked).map((question) => cases.query(question, caseId)));
  return inOrderOnce(found.flat().map(entryOf));
}

const numberSchema = z.array(z.number());

export function cosmosHistory(cases: CosmosDocuments): History {
  const withSeals = async (caseId: CaseId, asked: EntriesAsked): Promise<readonly EventRecord[]> =>
    inOrderOnce(
      (await cases.query(questionOf('*', asked), caseId)).map((document) => kept('event', eventRecordSchema, document)),
    );
  async function figure(select: string, where: string, parameters: SqlParameter[], caseId: CaseId): Promise<number> {
    const answer = await cases.query({ query: `SELECT VALUE ${select} FROM c WHERE ${where}`, parameters }, caseId);
    return parsed(numberSchema, answer)[0] ?? 0;
  }

  return {
    of: async (caseId) => withSeals(caseId, {}),
    entries: async (caseId, asked) => entriesForAny(cases, caseId, [asked]),
    sealed: withSeals,
    count: async (caseId, kind) =>
      figure('COUNT(1)', `c.type = 'event' AND c.kind = @kind`, [{ name: '@kind', value: kind }], caseId),
    async written(caseId, by, since) {
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
      const ask = (select: string) => figure(select, where.join(' AND '), parameters, caseId);
      const [count, size] = await Promise.all([ask('COUNT(1)'), ask('SUM(c.size)')]);
      return { count, size };
    },
  };
}
