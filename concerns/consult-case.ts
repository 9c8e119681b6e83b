import type { CaseId } from './case-id.ts';
import type { CaseRecord } from './case-record.ts';
import { type EventRecord, nextEvent } from './event-record.ts';
import { mayHandle } from './permissions.ts';
import type { CaseStore } from './ports/case-store.ts';
import type { Clock } from './ports/clock.ts';
import type { Role } from './ports/directory.ts';
import type { History } from './ports/history.ts';
import { StoreError } from './ports/store-error.ts';

export interface ConsultDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly clock: Clock;
}

/** `refused` stands for no such case as well: whoever may not handle a case does not learn that it exists. */
export type Consulted =
  | { readonly kind: 'consulted'; readonly record: CaseRecord; readonly events: readonly EventRecord[] }
  | { readonly kind: 'refused' };

const mostTries = 5;

/** Hands out a sealed case to somebody entitled, after the consultation stands in its history. Throws StoreError. */
export async function consultCase(
  deps: ConsultDependencies,
  caseId: CaseId,
  by: { readonly objectId: string; readonly roles: ReadonlySet<Role> },
): Promise<Consulted> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const standing = await deps.cases.read(caseId);
    if (!standing || !mayHandle(by.roles, standing.value.handledBy)) return { kind: 'refused' };
    const event = nextEvent(caseId, standing.value.chain, {
      kind: 'consulted',
      by: { objectId: by.objectId },
      at: deps.clock().toISOString(),
    });
    const record = { ...standing.value, chain: { sequence: event.sequence, hash: event.hash } };
    const changed = await deps.cases.change({ case: { ...standing, value: record }, events: [event] });
    if (changed === 'changed') return { kind: 'consulted', record, events: await deps.history.of(caseId) };
  }
  throw new StoreError('busy');
}
