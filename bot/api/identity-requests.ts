import type { CaseList } from '../../concerns/ports/case-store.ts';
import { requestOfHolders } from '../../concerns/records/identity-request.ts';
import type { Result } from '../../contract/answers.ts';
import type { AnswerOf } from '../../contract/operations.ts';
import type { EventLog } from '../running/event-log.ts';
import type { Caller } from './caller.ts';
import { done } from './operation.ts';
import type { RoleHolders } from './role-holders.ts';

const mostShown = 50;

/** Waiting requests for identities, without cases that the custodian is shut out of. */
export type IdentityRequests = (caller: Caller) => Promise<Result<AnswerOf<'identity.list'>>>;

/** Oldest first. Rejects with StoreError. */
export function createIdentityRequests(deps: {
  readonly list: CaseList;
  readonly people: RoleHolders;
  readonly log: EventLog;
}): IdentityRequests {
  const { list, people, log } = deps;
  const onDiffers = (cases: number) => log({ event: 'listDiffers', cases });
  return async ({ objectId }) => {
    const kinds = ['acu', 'reserve'] as const;
    const [pages, custodians, acu, reserve] = await Promise.all([
      Promise.all(
        kinds.map((handledBy) =>
          list.page({ handledBy, viewer: objectId, identityAsked: true }, undefined, mostShown, onDiffers),
        ),
      ),
      people.holders('custodian'),
      people.handlers('acu'),
      people.handlers('reserve'),
    ]);
    const handlers = { acu, reserve };
    const rows = pages.flat().flatMap((figures) => {
      // The list has no case that the caller is shut out of; whether the asker is since, the record does not say.
      const request = requestOfHolders({ ...figures, excluded: [] }, handlers[figures.handledBy], custodians);
      return request === undefined ? [] : [{ caseId: figures.caseId, request }];
    });
    const named = await people.named(rows.flatMap(({ request }) => [request.by, ...(request.agreedBy ?? [])]));
    return done({
      rows: rows.toSorted((one, other) => one.request.on.localeCompare(other.request.on)),
      people: named,
      isMore: pages.some((page) => page.length === mostShown),
    });
  };
}
