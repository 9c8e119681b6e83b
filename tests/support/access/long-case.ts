import type { CaseId } from '../../../core/model/case-id.ts';
import { appendEvent, type EventRecord, type NewEvent } from '../../../core/model/event-record.ts';
import type { Store } from '../../../core/ports/store.ts';
import { toPersonId } from '../../../core/model/roles.ts';

/** Stands in every seal that a case is grown by, so that a seal is known wherever it comes back. */
export const longCaseSeal = 'R1JPV04';

/** A note as it is stored, with a seal of some length. */
export const longCaseNote = (at: string, size = 400, objectId = 'somebody-else'): NewEvent => ({
  kind: 'noted',
  by: { objectId: toPersonId(objectId) },
  at,
  note: { for: 'handlers', sealed: longCaseSeal.padEnd(size, 'A') },
});

/** A follow-up as it is stored. */
export const longCaseFollowUp = (at: string, number: number, size = 400): NewEvent => ({
  kind: 'messageFromReporter',
  by: 'reporter',
  at,
  message: { id: `grown-${number}`, number, sealed: longCaseSeal.padEnd(size, 'A') },
});

/** Writes entries behind those that a case has, in one write, as if they had come one by one. */
export async function appendEntries(
  store: Pick<Store, 'cases' | 'history'>,
  caseId: CaseId,
  entries: readonly NewEvent[],
): Promise<void> {
  const found = await store.cases.read(caseId);
  if (!found) throw new Error('no such case is saved');
  const [last] = await store.history.entries(caseId, { last: 1 });
  const grown = entries.reduce<{
    readonly record: typeof found.value;
    readonly last: EventRecord | undefined;
    readonly events: readonly EventRecord[];
  }>(
    (so, entry) => {
      const { record, event } = appendEvent(so.record, entry, { record: so.record, last: so.last });
      return { record, last: event, events: [...so.events, event] };
    },
    { record: found.value, last, events: [] },
  );
  const changed = await store.cases.change({ case: { ...found, value: grown.record }, events: grown.events });
  if (changed !== 'changed') throw new Error('the case moved on');
}
