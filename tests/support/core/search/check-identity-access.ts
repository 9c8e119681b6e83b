import type { EventRecord } from '../../../../core/model/event-record.ts';
import type { IdentityRules } from '../../../../core/model/identity-request.ts';
import { custodian, custodianTwo } from '../casework.ts';
import type { Actor } from '../../../../core/model/permissions.ts';
import { type CoverageCounts, isBy, isExcludedAfter, assertInvariant } from './invariants.ts';

type Earlier = readonly EventRecord[];
const nameOf = ({ by }: EventRecord): string => (typeof by === 'object' ? by.objectId : by);
const custodians: readonly string[] = [custodian.objectId, custodianTwo.objectId];

/** What an entry is judged by: those before it, and who held a role when it was written. */
export interface EventContext {
  readonly earlier: Earlier;
  readonly held: readonly Actor[];
  /** The role by which such a case is handled at that moment. */
  readonly handledBy: 'handler' | 'reserve';
}
/** Whether an entry is by somebody who held one of these roles at that moment. */
const isHeldBy = (
  event: EventRecord,
  { held }: EventContext,
  ...roles: readonly ('handler' | 'reserve' | 'custodian')[]
) => held.some((person) => isBy(event, person) && roles.some((role) => person.roles.has(role)));

/** The request that stands at a moment; none of somebody who is out of the case, or holds no role to ask by any more. */
function requestAt(moment: EventContext): EventRecord | undefined {
  const { earlier } = moment;
  const request = earlier.findLast(({ kind }) => kind === 'identityAsked');
  if (request === undefined || typeof request.by !== 'object' || isExcludedAfter(earlier, request.by)) return undefined;
  if (!isHeldBy(request, moment, moment.handledBy, 'custodian')) return undefined;
  const ends = ['identityWithdrawn', 'identityRefused', 'identityShared', 'movedToReserve', 'erased'];
  return earlier.some(({ sequence, kind }) => sequence > request.sequence && ends.includes(kind)) ? undefined : request;
}

/** Whether a custodian agreed to a request who is one still, neither this person nor who made it, nor out of the case. */
const isAgreed = (request: EventRecord, moment: EventContext, opening: EventRecord): boolean =>
  moment.earlier.some(
    (event) =>
      event.kind === 'identityAgreed' &&
      event.sequence > request.sequence &&
      event.detail?.of === request.note?.digest &&
      typeof event.by === 'object' &&
      isHeldBy(event, moment, 'custodian') &&
      ![nameOf(request), nameOf(opening)].includes(event.by.objectId) &&
      !isExcludedAfter(moment.earlier, event.by),
  );

function expectOpening(opened: EventRecord, moment: EventContext, rules: IdentityRules, came: CoverageCounts): void {
  assertInvariant(custodians.includes(nameOf(opened)), 'an identity was opened by no custodian');
  assertInvariant(
    typeof opened.by === 'object' && !isExcludedAfter(moment.earlier, opened.by),
    'an identity was opened by one shut out',
  );
  assertInvariant(opened.detail?.told === true, 'the reserve was not told that an identity was opened');
  if (opened.detail?.because === 'lifeAtRisk' && rules.custodians === 1 && rules.withoutRequest) return;
  const request = requestAt(moment);
  assertInvariant(request !== undefined, 'an identity was opened that nobody asked for');
  if (request === undefined) return;
  assertInvariant(opened.detail?.of === request.note?.digest, 'an identity was opened for another request');
  if (rules.custodians === 1 && nameOf(request) !== nameOf(opened)) return;
  came.agreed += 1;
  assertInvariant(isAgreed(request, moment, opened), 'an identity was opened by one custodian alone');
}

function expectSharing(shared: EventRecord, moment: EventContext, rules: IdentityRules): void {
  const isFree = rules.custodians === 1 && rules.withoutRequest;
  const opened = moment.earlier.some(
    (one) =>
      one.kind === 'identityOpened' &&
      typeof shared.by === 'object' &&
      isBy(one, shared.by) &&
      ((isFree && one.detail?.because === 'lifeAtRisk') ||
        (one.detail?.of !== undefined && one.detail.of === requestAt(moment)?.note?.digest)),
  );
  assertInvariant(opened, 'an identity was shared by one who had not opened it');
}

/**
 * What holds of an identity: it is opened with a reason by a custodian who sees the case; where the rules say so, for a
 * request that stands, to which another custodian agreed, each of somebody who holds their role still; and it is shared by one who opened it for that.
 */
export function checkIdentityAccess(
  event: EventRecord,
  moment: EventContext,
  rules: IdentityRules,
  came: CoverageCounts,
): void {
  if (event.kind === 'identityAgreed') {
    const request = requestAt(moment);
    assertInvariant(
      request !== undefined && nameOf(request) !== nameOf(event),
      'somebody agreed to their own request, or to one that counts no more',
    );
  }
  if (event.kind !== 'identityOpened' && event.kind !== 'identityShared') return;
  came.identity += 1;
  assertInvariant(event.note !== undefined, 'an identity went without a reason');
  if (event.kind === 'identityOpened') expectOpening(event, moment, rules, came);
  else expectSharing(event, moment, rules);
}
