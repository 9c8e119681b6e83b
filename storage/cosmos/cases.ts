import type { OperationInput } from '@azure/cosmos';
import type { CaseChange, CaseStore } from '../../concerns/ports/case-store.ts';
import { assertSameCase, readersSchema, sealless } from '../case-parts.ts';
import { parsed } from '../parsed.ts';
import { alertDocumentId, caseInDocument, type CaseWrite, caseWrite, withoutSeals } from './case-documents.ts';
import { gatherCase } from './gathered-case.ts';
import { type CosmosDocuments, isEtag, versionIn } from './cosmos-documents.ts';

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
    const standing = async (kind: 'case' | 'alert', id: string): Promise<string | undefined> => {
      const document = await cases.read(id, value.caseId);
      return document === undefined ? undefined : versionIn(kind, document);
    };
    return (
      (await standing('case', value.caseId)) === version &&
      (alert === undefined || (await standing('alert', alertDocumentId(value.caseId))) === alert.version)
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
      return document === undefined ? undefined : caseInDocument(document);
    },

    gather: (caseId, asked) => gatherCase(cases, caseId, asked),

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

    // A document that was replaced is nowhere that we can read.
    expectGone: async () => undefined,
  };
}
