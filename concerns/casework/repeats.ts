import { StoreError } from '../ports/store-error.ts';
import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { PersonId } from '../terms/person-id.ts';
import { createHash } from 'node:crypto';

/** Each try that is lost is another person's that was written: so many people can change one case at once. */
const mostTries = 20;

/** Makes an attempt, again if somebody else was faster. Throws StoreError `busy` after twenty. */
export async function retried<T>(attempt: () => Promise<T | 'conflict'>): Promise<T> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const outcome = await attempt();
    if (outcome !== 'conflict') return outcome;
  }
  throw new StoreError('busy');
}

/** A request, who sent it, and what it leaves in a case's history when it is carried out. */
export interface SentRequest {
  readonly request: string;
  readonly by: PersonId;
  readonly leaves: readonly EventKind[];
}

/**
 * The digest that an entry keeps of the request that it came from, in base64url: never the request itself, since
 * entries are shown and exported, and are to give nobody what a page sent.
 */
export const keptRequest = (request: string): string =>
  createHash('sha256').update(`candour/1/request ${request}`).digest('base64url');

/**
 * Whether an entry came of this request: the same one, of the same person, for the same thing. Entries of earlier
 * versions hold the request itself.
 */
export const cameOf = (event: EventRecord, { request, by, leaves }: SentRequest): boolean =>
  (event.request === keptRequest(request) || event.request === request) &&
  typeof event.by === 'object' &&
  event.by.objectId === by &&
  leaves.includes(event.kind);
