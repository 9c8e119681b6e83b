import type { AlertRecord } from './alert-record.ts';
import { afterAcknowledgement } from './alert-schedule.ts';
import { dayOf } from './calendar.ts';
import type { CaseId } from './case-id.ts';
import { nextEvent } from './event-record.ts';
import type { AlertOutbox } from './ports/alert-outbox.ts';
import type { CaseStore } from './ports/case-store.ts';
import type { Clock } from './ports/clock.ts';
import type { Role } from './ports/directory.ts';
import { StoreError } from './ports/store-error.ts';
import { mayHandle } from './permissions.ts';

export interface AcknowledgeDependencies {
  readonly cases: CaseStore;
  readonly outbox: AlertOutbox;
  readonly clock: Clock;
  readonly timeZone: string;
}

/**
 * `refused` stands for no such case as well: whoever may not handle a case does not learn that it exists.
 * The alert comes back so that the posts which show it can be changed in place; after an addition its day is a later
 * one than the case's own, which stays the first.
 */
export type AcknowledgeOutcome =
  | { readonly kind: 'acknowledged' | 'already'; readonly alert: AlertRecord; readonly acknowledgedOn: string }
  | { readonly kind: 'refused' };

const mostTries = 5;

/** Notes that somebody entitled has seen a case, once, with its history; ends the repeats of its alert. Throws StoreError. */
export async function acknowledgeCase(
  deps: AcknowledgeDependencies,
  caseId: CaseId,
  by: { readonly objectId: string; readonly roles: ReadonlySet<Role> },
): Promise<AcknowledgeOutcome> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const standing = await deps.cases.read(caseId);
    const alert = await deps.outbox.read(caseId);
    if (!standing || !alert || !mayHandle(by.roles, standing.value.handledBy)) return { kind: 'refused' };
    const now = deps.clock();
    const today = dayOf(now, deps.timeZone);
    const first = standing.value.status === 'received';
    if (!first && alert.value.state === 'acknowledged') {
      return { kind: 'already', alert: alert.value, acknowledgedOn: alert.value.acknowledgedOn ?? today };
    }
    const event = nextEvent(caseId, standing.value.chain, {
      kind: 'acknowledged',
      by: { objectId: by.objectId },
      at: now.toISOString(),
    });
    const closed = afterAcknowledgement(alert.value, now, today);
    const changed = await deps.cases.change({
      case: {
        ...standing,
        value: {
          ...standing.value,
          status: first ? 'acknowledged' : standing.value.status,
          acknowledgedOn: standing.value.acknowledgedOn ?? today,
          chain: { sequence: event.sequence, hash: event.hash },
        },
      },
      alert: { ...alert, value: closed },
      events: [event],
    });
    if (changed === 'changed') return { kind: 'acknowledged', alert: closed, acknowledgedOn: today };
  }
  throw new StoreError('busy');
}
