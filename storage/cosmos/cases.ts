import type { OperationInput, SqlParameter } from '@azure/cosmos';
import { z } from 'zod';
import type { CaseChange, CaseStore } from '../../concerns/ports/case-store.ts';
import type { EntriesAsked, History } from '../../concerns/ports/history.ts';
import { caseRecordSchema } from '../../concerns/records/case-record.ts';
import { type EventRecord, eventRecordSchema } from '../../concerns/records/event-record.ts';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { assertSameCase, readersSchema, sealless } from '../case-parts.ts';
import { parsed } from '../parsed.ts';
import { alertDocumentId, type CaseWrite, caseWrite, withoutSeals } from './case-documents.ts';
import { type CosmosDocuments, isEtag, versioned } from './cosmos-documents.ts';

/** The most that one batch holds. */
const batchLimit = 100;

const changeOperations = (
  write: CaseWrite,
  { case: changed, alert, events }: CaseChange,
): readonly OperationInput[] => [
  write.replaceCase(changed),
  ...(alert ? [write.replaceAlert(alert)] : []),
  ...write.addEvents(events),
];

const isOfVersions = ({ case: { version }, alert }: CaseChange): boolean =>
  isEtag(version) && (alert === undefined || isEtag(alert.version));

/**
 * Cases in Cosmos DB. Each write is one transactional batch in the case's partition. Where an answer was lost, the
 * batch is sent again, and a batch that finds its own earlier attempt standing says what that attempt would have said.
 */
export function cosmosCases(cases: CosmosDocuments): CaseStore {
  const isCurrent = async ({ case: { value, version }, alert }: CaseChange): Promise<boolean> => {
    const standing = async (id: string): Promise<string | undefined> => {
      const document = await cases.read(id, value.caseId);
      return document === undefined ? undefined : versioned(z.unknown(), document).version;
    };
    return (
      (await standing(value.caseId)) === version &&
      (alert === undefined || (await standing(alertDocumentId(value.caseId))) === alert.version)
    );
  };

  return {
    create: async (record, alert, events) => {
      assertSameCase(record, alert, events);
      const write = caseWrite();
      const outcome = await cases.batch(
        record.caseId,
        [write.addCase(record), write.addAlert(alert), ...write.addEvents(events)],
        write.marker(events, record.caseId),
      );
      return outcome.kind === 'done' ? 'created' : 'exists';
    },

    // A question and no point read: what is not there is found in the same way, and no seal leaves the account.
    readers: async (caseId) => {
      const [readers] = await cases.query(
        {
          query: `SELECT c.tenantId, c.handledBy, c.excluded, c.mailboxRecipient FROM c
            WHERE c.type = 'case' AND c.caseId = @caseId`,
          parameters: [{ name: '@caseId', value: caseId }],
        },
        caseId,
      );
      return readers === undefined ? undefined : parsed(readersSchema, readers);
    },

    read: async (caseId) => {
      const document = await cases.read(caseId, caseId);
      return document === undefined ? undefined : versioned(caseRecordSchema, document);
    },

    change: async (change) => {
      const { caseId } = change.case.value;
      assertSameCase(change.case.value, change.alert?.value, change.events);
      if (!isOfVersions(change)) return 'conflict';
      const write = caseWrite();
      const outcome = await cases.batch(caseId, changeOperations(write, change), write.marker(change.events, caseId));
      return outcome.kind === 'done' ? 'changed' : 'conflict';
    },

    // One batch where it is large enough. Else the oldest seals go first, so that a failure leaves no erased case with
    // words in it; the version is asked before, so that they do not go for an erasure that is refused.
    erase: async (change) => {
      const { caseId } = change.case.value;
      assertSameCase(change.case.value, change.alert?.value, change.events);
      if (!isOfVersions(change) || !(await isCurrent(change))) return 'conflict';
      const write = caseWrite();
      const last = changeOperations(write, { ...change, events: change.events.map(sealless) });
      const stored = await cases.query({ query: `SELECT * FROM c WHERE c.type = 'event'` }, caseId);
      const removals = stored.flatMap(withoutSeals);
      while (removals.length + last.length > batchLimit) {
        const part = removals.splice(0, batchLimit);
        const [first] = part;
        const outcome = await cases.batch(caseId, part, { id: first?.id ?? caseId, writeId: '' });
        if (outcome.kind === 'refused') return 'conflict';
      }
      const outcome = await cases.batch(caseId, [...last, ...removals], write.marker(change.events, caseId));
      return outcome.kind === 'done' ? 'changed' : 'conflict';
    },
  };
}

/** All of an entry but its seals. */
const selectedSealless = [
  ...['caseId', 'sequence', 'kind', 'by', 'at', 'request', 'detail', 'link', 'caseDigest', 'previous', 'hash'].map(
    (field) => `c["${field}"]`,
  ),
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

/** The entry that a question without seals answered with. */
function entryOf(answer: unknown): EventRecord {
  const { messageId, messageNumber, messageDigest, noteFor, noteDigest, ...rest } = parsed(flatSchema, answer);
  const message = messageDigest !== undefined && { id: messageId, number: messageNumber, digest: messageDigest };
  const note = noteDigest !== undefined && { for: noteFor, digest: noteDigest };
  return parsed(eventRecordSchema, { ...rest, ...(message && { message }), ...(note && { note }) });
}

/** The condition of a question, and how many are wanted from which end. */
function conditionOf(asked: EntriesAsked): { readonly where: string; readonly parameters: readonly SqlParameter[] } {
  const { kinds, requests, by, message, after, before } = asked;
  const listed = (field: string, name: string, values: readonly string[]) => ({
    sql: `(${values.map((_value, place) => `c.${field} = @${name}${place}`).join(' OR ')})`,
    parameters: values.map((value, place) => ({ name: `@${name}${place}`, value })),
  });
  const one = (sql: string, name: string, value: string | number) => ({ sql, parameters: [{ name, value }] });
  const parts = [
    kinds && listed('kind', 'kind', kinds),
    requests && listed('request', 'request', requests),
    by === undefined ? undefined : one('c["by"].objectId = @by', '@by', by),
    message === undefined ? undefined : one('c.message.id = @message', '@message', message),
    after === undefined ? undefined : one('c.sequence > @after', '@after', after),
    before === undefined ? undefined : one('c.sequence < @before', '@before', before),
  ].filter((part) => part !== undefined);
  return {
    where: [`c.type = 'event'`, ...parts.map(({ sql }) => sql)].join(' AND '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

const inOrder = (events: readonly EventRecord[]): readonly EventRecord[] =>
  events.toSorted((one, other) => one.sequence - other.sequence);
const numberSchema = z.array(z.number());

/** Histories in Cosmos DB. Where all that meets a question is wanted it is sorted here, which costs no request unit. */
export function cosmosHistory(cases: CosmosDocuments): History {
  async function found(select: string, caseId: CaseId, asked: EntriesAsked): Promise<readonly unknown[]> {
    const { where, parameters } = conditionOf(asked);
    const { first, last } = asked;
    const most = last ?? first;
    const top = most === undefined ? '' : 'TOP @most ';
    const order = most === undefined ? '' : ` ORDER BY c.sequence ${last === undefined ? 'ASC' : 'DESC'}`;
    const query = `SELECT ${top}${select} FROM c WHERE ${where}${order}`;
    const given = most === undefined ? [] : [{ name: '@most', value: most }];
    return cases.query({ query, parameters: [...parameters, ...given] }, caseId);
  }
  const withSeals = async (caseId: CaseId, asked: EntriesAsked): Promise<readonly EventRecord[]> =>
    inOrder((await found('*', caseId, asked)).map((document) => parsed(eventRecordSchema, document)));
  async function figure(select: string, where: string, parameters: SqlParameter[], caseId: CaseId): Promise<number> {
    const answer = await cases.query({ query: `SELECT VALUE ${select} FROM c WHERE ${where}`, parameters }, caseId);
    return parsed(numberSchema, answer)[0] ?? 0;
  }

  return {
    of: async (caseId) => withSeals(caseId, {}),
    entries: async (caseId, asked) => inOrder((await found(selectedSealless, caseId, asked)).map(entryOf)),
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
