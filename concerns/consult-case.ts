import type { CaseId } from './case-id.ts';
import type { CaseRecord } from './case-record.ts';
import { personId } from './casework/person-id.ts';
import { visibleLinks } from './casework/visible-links.ts';
import { retried } from './casework/retried.ts';
import { afterEvent } from './event-chain.ts';
import type { EventRecord } from './event-record.ts';
import { maySee } from './permissions.ts';
import type { CaseStore } from './ports/case-store.ts';
import type { Clock } from './ports/clock.ts';
import type { Role } from './ports/directory.ts';
import type { History } from './ports/history.ts';

export interface ConsultDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly clock: Clock;
}

/** `refused` stands for no such case as well: whoever may not handle a case does not learn that it exists. */
export type Consulted =
  | { readonly kind: 'consulted'; readonly record: CaseRecord; readonly events: readonly EventRecord[] }
  | { readonly kind: 'refused' };

/**
 * Hands out a sealed case to somebody entitled, after the consultation stands in its history. A link with a case that
 * they may not see is handed out as its digest. Throws StoreError.
 */
export async function consultCase(
  deps: ConsultDependencies,
  caseId: CaseId,
  by: { readonly objectId: string; readonly roles: ReadonlySet<Role> },
): Promise<Consulted> {
  return retried(async () => {
    const standing = await deps.cases.read(caseId);
    if (!standing || !maySee(by, standing.value)) return { kind: 'refused' };
    const before = { record: standing.value, events: await deps.history.of(caseId) };
    const consulted = {
      kind: 'consulted',
      by: { objectId: personId(by.objectId) },
      at: deps.clock().toISOString(),
    } as const;
    const { record, event } = afterEvent(standing.value, consulted, before);
    const changed = await deps.cases.change({ case: { ...standing, value: record }, events: [event] });
    if (changed === 'conflict') return changed;
    const { events } = await visibleLinks(deps.cases, [...before.events, event], by);
    return { kind: 'consulted', record, events };
  });
}
