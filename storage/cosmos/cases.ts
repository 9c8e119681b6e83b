import { caseRecordSchema } from '../../concerns/case-record.ts';
import type { CaseStore } from '../../concerns/ports/case-store.ts';
import { assertSameCase } from '../same-case.ts';
import { caseWrite, isEtag, versioned } from './case-documents.ts';
import type { CosmosDocuments } from './cosmos-documents.ts';

/**
 * Cases in Cosmos DB. Each write is one transactional batch in the case's partition. Where an answer was lost, the
 * batch is sent again, and a batch that finds its own earlier attempt standing says what that attempt would have said.
 */
export const cosmosCases = (cases: CosmosDocuments): CaseStore => ({
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

  read: async (caseId) => {
    const document = await cases.read(caseId, caseId);
    return document === undefined ? undefined : versioned(caseRecordSchema, document);
  },

  change: async ({ case: changed, alert, events }) => {
    const { caseId } = changed.value;
    assertSameCase(changed.value, alert?.value, events);
    if (!isEtag(changed.version) || (alert && !isEtag(alert.version))) return 'conflict';
    const write = caseWrite();
    const outcome = await cases.batch(
      caseId,
      [write.replaceCase(changed), ...(alert ? [write.replaceAlert(alert)] : []), ...write.addEvents(events)],
      write.marker(events, caseId),
    );
    return outcome.kind === 'done' ? 'changed' : 'conflict';
  },
});
