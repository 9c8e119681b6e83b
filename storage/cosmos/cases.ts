import type { OperationInput } from '@azure/cosmos';
import { z } from 'zod';
import type { SnapshotRequest, CaseChange, CaseStore, CaseSnapshot } from '../../core/ports/case-store.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import { assertSameCase, caseAccessSchema, stripSeals } from '../case-records.ts';
import { parseStored } from '../record-codec.ts';
import {
  alertDocumentId,
  tryParseAlertDocument,
  parseCaseDocument,
  createCaseWriteBuilder,
  type CaseWriteBuilder,
  createSealRemovals,
} from './case-documents.ts';
import { type CosmosDocuments, isEtag, documentVersion } from './container-client.ts';
import { createCosmosHistory, readMatchingEntries } from './history.ts';

const batchLimit = 100;

const changeOperations = (
  write: CaseWriteBuilder,
  { case: changed, alert, events }: CaseChange,
): readonly OperationInput[] => [
  write.replaceCase(changed),
  ...(alert ? [write.replaceAlert(alert)] : []),
  ...write.addEvents(events),
];

const hasEtags = ({ case: { version }, alert }: CaseChange): boolean =>
  isEtag(version) && (alert === undefined || isEtag(alert.version));

/**
 * Each write is one transactional batch in the case's partition; after a lost answer it is sent again, and recognises
 * its earlier attempt.
 */
export function createCosmosCaseStore(cases: CosmosDocuments): CaseStore {
  const isCurrent = async ({ case: { value, version }, alert }: CaseChange): Promise<boolean> => {
    const readVersion = async (kind: 'case' | 'alert', id: string): Promise<string | undefined> => {
      const document = await cases.read(id, value.caseId);
      return document === undefined ? undefined : documentVersion(kind, document);
    };
    return (
      (await readVersion('case', value.caseId)) === version &&
      (alert === undefined || (await readVersion('alert', alertDocumentId(value.caseId))) === alert.version)
    );
  };

  return {
    create: async (record, alert, events) => {
      assertSameCase(record, alert, events);
      const write = createCaseWriteBuilder();
      const outcome = await cases.batch(
        record.caseId,
        [write.addCase(record), write.addAlert(alert), ...write.addEvents(events)],
        write.marker(events, record.caseId),
      );
      return outcome.kind === 'done' ? 'created' : 'exists';
    },

    // With a point read, seals would leave the account.
    readAccess: async (caseId) => {
      const [readers] = await cases.query(
        {
          query: `SELECT c.tenantId, c.handledBy, c.excluded, c.mailboxRecipient FROM c
            WHERE c.type = 'case' AND c.caseId = @caseId`,
          parameters: [{ name: '@caseId', value: caseId }],
        },
        caseId,
      );
      return readers === undefined ? undefined : parseStored(caseAccessSchema, readers);
    },

    read: async (caseId) => {
      const document = await cases.read(caseId, caseId);
      return document === undefined ? undefined : parseCaseDocument(document);
    },

    readSnapshot: (caseId, request) => readCaseSnapshot(cases, caseId, request),

    change: async (change) => {
      const { caseId } = change.case.value;
      assertSameCase(change.case.value, change.alert?.value, change.events);
      if (!hasEtags(change)) return 'conflict';
      const write = createCaseWriteBuilder();
      const outcome = await cases.batch(caseId, changeOperations(write, change), write.marker(change.events, caseId));
      return outcome.kind === 'done' ? 'changed' : 'conflict';
    },

    // If one batch cannot hold it, the oldest seals go first, after the version's check: a failure leaves no erased
    // case with words in it.
    erase: async (change) => {
      const { caseId } = change.case.value;
      assertSameCase(change.case.value, change.alert?.value, change.events);
      if (!hasEtags(change) || !(await isCurrent(change))) return 'conflict';
      const write = createCaseWriteBuilder();
      const last = changeOperations(write, { ...change, events: change.events.map(stripSeals) });
      const stored = await cases.query({ query: `SELECT * FROM c WHERE c.type = 'event'` }, caseId);
      const removals = stored.flatMap(createSealRemovals);
      while (removals.length + last.length > batchLimit) {
        const part = removals.splice(0, batchLimit);
        const [first] = part;
        const outcome = await cases.batch(caseId, part, { id: first?.id ?? caseId, writeId: '' });
        if (outcome.kind === 'refused') return 'conflict';
      }
      const outcome = await cases.batch(caseId, [...last, ...removals], write.marker(change.events, caseId));
      return outcome.kind === 'done' ? 'changed' : 'conflict';
    },

    // Nothing here can read remains of a replaced document.
    assertErased: async () => undefined,
  };
}

const typedDocumentSchema = z.looseObject({ type: z.enum(['case', 'alert']) });

/**
 * At once, since the query language cannot join bounded queries. A write between them is a conflict at the next write.
 */
async function readCaseSnapshot(
  cases: CosmosDocuments,
  caseId: CaseId,
  { entries, counts, written }: SnapshotRequest,
): Promise<CaseSnapshot | undefined> {
  const history = createCosmosHistory(cases);
  const [found, events, counted, sums] = await Promise.all([
    cases.query({ query: `SELECT * FROM c WHERE c.type = 'case' OR c.type = 'alert'` }, caseId),
    readMatchingEntries(cases, caseId, entries),
    Promise.all(counts.map((kind) => history.count(caseId, kind))),
    Promise.all(written.map(({ by, since }) => history.writtenVolume(caseId, by, since))),
  ]);
  const findDocument = (type: 'case' | 'alert'): unknown =>
    found.find((document) => parseStored(typedDocumentSchema, document).type === type);
  const [caseDocument, alert] = [findDocument('case'), findDocument('alert')];
  if (caseDocument === undefined) return undefined;
  const read = alert === undefined ? undefined : tryParseAlertDocument(alert);
  return {
    case: parseCaseDocument(caseDocument),
    alert:
      alert === undefined
        ? undefined
        : { version: documentVersion('alert', alert, read !== undefined), value: read?.value },
    entries: events,
    counts: counted,
    written: sums,
  };
}
