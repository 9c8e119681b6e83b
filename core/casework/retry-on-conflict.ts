import { sha256 } from '../model/digests.ts';
import { StoreError } from '../ports/store-error.ts';
import type { EventKind, EventRecord } from '../model/event-record.ts';
import type { PersonId } from '../model/roles.ts';

const maxAttempts = 20;

/** Throws StoreError `busy` after twenty conflicts. */
export async function retryOnConflict<T>(attempt: () => Promise<T | 'conflict'>): Promise<T> {
  for (let tries = 0; tries < maxAttempts; tries += 1) {
    const outcome = await attempt();
    if (outcome !== 'conflict') return outcome;
  }
  throw new StoreError('busy');
}

export interface IdempotentRequest {
  readonly request: string;
  readonly by: PersonId;
  readonly eventKinds: readonly EventKind[];
}

/** In base64url. Entries are shown and exported, and must not give away requests. */
export const requestDigest = (request: string): string => sha256(`candour/1/request ${request}`);

/** Entries of earlier versions hold the request itself. */
export const isSameRequest = (event: EventRecord, { request, by, eventKinds }: IdempotentRequest): boolean =>
  (event.request === requestDigest(request) || event.request === request) &&
  typeof event.by === 'object' &&
  event.by.objectId === by &&
  eventKinds.includes(event.kind);
