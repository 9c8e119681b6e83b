import type { EventRecord } from '../../core/model/event-record.ts';
import type { CaseView } from '../../contract/operation-answers.ts';
import type { CaseChangeOutcome, ChangeResult } from '../ui/change-outcome.ts';

export const changesSince = (shown: CaseView, now: CaseView): readonly EventRecord[] =>
  now.events.filter((event) => event.sequence > shown.record.chain.sequence && event.kind !== 'viewed');

export function toCaseChangeOutcome(
  sent: ChangeResult,
  shown: CaseView,
  changedFields: (before: CaseView, now: CaseView) => readonly string[],
): CaseChangeOutcome {
  if (sent.ok) {
    return 'out' in sent.value ? { kind: 'out' } : { kind: 'saved', isNew: sent.value.isNew, case: sent.value.case };
  }
  const { refusal } = sent;
  if (refusal.code !== 'moved') return { kind: 'refused', refusal };
  const now = refusal.case;
  return {
    kind: 'moved',
    changes: changesSince(shown, now),
    fields: changedFields(shown, now),
    people: now.people,
    case: now,
  };
}
