import { isDeepStrictEqual } from 'node:util';
import type { EventRecord } from '../../../../core/model/event-record.ts';
import type { Actor } from '../../../../core/model/permissions.ts';
import type { StoredCase } from '../casework.ts';
import type { MemoryCore } from './memory-core.ts';
import type { SceneResult } from './scenes.ts';

/** How often the acts of a search came to where a promise matters. */
export interface CoverageCounts {
  hidden: number;
  closed: number;
  closedByTwo: number;
  closedAfterNews: number;
  closedTold: number;
  exported: number;
  erased: number;
  left: number;
  identity: number;
  agreed: number;
  withdrawn: number;
  parted: number;
  lowered: number;
  raised: number;
  signedOff: number;
  signedOffAsSame: number;
}
export const createCoverageCounts = (): CoverageCounts => ({
  hidden: 0,
  closed: 0,
  closedByTwo: 0,
  closedAfterNews: 0,
  closedTold: 0,
  exported: 0,
  erased: 0,
  left: 0,
  identity: 0,
  agreed: 0,
  withdrawn: 0,
  parted: 0,
  lowered: 0,
  raised: 0,
  signedOff: 0,
  signedOffAsSame: 0,
});

class InvariantError extends Error {}
export const assertInvariant = (holds: boolean, what: string): void => {
  if (!holds) throw new InvariantError(what);
};

type Person = Pick<Actor, 'objectId' | 'roles'>;
type Events = readonly EventRecord[];

export const isBy = ({ by }: EventRecord, person: Pick<Actor, 'objectId'>): boolean =>
  typeof by === 'object' && by.objectId === person.objectId;

/** Whether somebody is out of a case after these entries. */
export function isExcludedAfter(events: Events, person: Pick<Actor, 'objectId'>): boolean {
  const last = events.findLast(
    (event) =>
      (event.kind === 'conflictDeclared' && isBy(event, person)) ||
      (['excluded', 'readmitted'].includes(event.kind) && event.detail?.person === person.objectId),
  );
  return last !== undefined && last.kind !== 'readmitted';
}

const placeOf = (events: Events, kinds: readonly EventRecord['kind'][]): number =>
  events.findLast(({ kind }) => kinds.includes(kind))?.sequence ?? 0;

/**
 * The search's own account of who could know what, at one entry of a history. It is worked out from what the promise
 * says, from the entries before and from who held a role at that moment: it asks none of the code that it judges.
 */
function accountAt(event: EventRecord, { before, after }: CaseOfScene, scene: SceneResult) {
  const earlier = after.events.filter(({ sequence }) => sequence < event.sequence);
  const held = scene.heldAt(after.record.caseId, event.sequence).filter((person) => !isBy(event, person));
  const isOfReserve = before.isOfReserve || earlier.some(({ kind }) => kind === 'movedToReserve');
  const inCase = held.filter((person) => !isExcludedAfter(earlier, person));
  const seeing = inCase.filter(({ roles }) => roles.has(isOfReserve ? 'reserve' : 'handler'));
  const reserves = inCase.filter(({ roles }) => roles.has('reserve'));
  const words = placeOf(earlier, ['messageFromReporter', 'reopened']);
  const graded = earlier.findLast(({ kind }) => kind === 'triaged');
  const openedAt = (person: Person): number =>
    earlier.findLast((one) => one.kind === 'consulted' && isBy(one, person))?.sequence ?? 0;
  /** They opened it after the reporter's last words, and know its grading: it is theirs, or they opened it after that. */
  const knows = (person: Person): boolean =>
    openedAt(person) > words && (graded === undefined || openedAt(person) > graded.sequence || isBy(graded, person));
  const news = placeOf(earlier, ['messageFromReporter', 'reopened', 'triaged', 'referralDecided']);
  /** They said after all that that it can end so. */
  const agreedTo = (person: Person): boolean =>
    earlier.some(
      (one) =>
        one.kind === 'decided' &&
        one.sequence > news &&
        one.detail?.outcome !== undefined &&
        one.detail.outcome === event.detail?.outcome &&
        isBy(one, person),
    );
  return { earlier, seeing, reserves, isOfReserve, knows, agreedTo, news, openedAt, words };
}

/** A card that matches no more was withdrawn by two who know the case: what one asked for stood after the last words. */
function expectWithdrawnByTwo(
  event: EventRecord,
  { earlier, seeing, openedAt, knows, words }: ReturnType<typeof accountAt>,
  by: Pick<Person, 'objectId'>,
): void {
  const asked = earlier.findLast(({ detail }) => detail?.withdrawal !== undefined);
  assertInvariant(
    asked?.detail?.withdrawal === 'asked' && asked.detail.of === event.detail?.of && asked.note !== undefined,
    'a card was withdrawn that nobody had asked for',
  );
  assertInvariant(
    asked !== undefined && asked.sequence > words && seeing.some((person) => isBy(asked, person)),
    'a card was withdrawn, and nobody else who holds a role now had asked for it after the last words',
  );
  const second = { ...by, roles: new Set<never>() };
  assertInvariant(
    openedAt(second) > (asked?.sequence ?? Infinity) && knows(second),
    'a card was withdrawn by somebody who had not read why, or all of the case',
  );
}

interface CaseOfScene {
  readonly before: StoredCase & { readonly isOfReserve: boolean };
  readonly after: StoredCase;
}

/** Two people are parted by two, one of whom said why: in this history, or by the same request in the other's. */
function expectPartedByTwo(event: EventRecord, one: CaseOfScene, scene: SceneResult): void {
  const both = [one, ...scene.cases.filter((other) => other.after.record.caseId !== one.after.record.caseId)];
  const isAgreed = both.some((its) => {
    const parted = its.after.events.find(({ kind, request }) => kind === 'parted' && request === event.request);
    if (parted === undefined || typeof parted.by !== 'object') return false;
    const { earlier, seeing, openedAt, knows, words } = accountAt(parted, its, scene);
    const asked = earlier.findLast(({ detail }) => detail?.withdrawal !== undefined);
    const second = { ...parted.by, roles: new Set<never>() };
    return (
      asked?.detail?.withdrawal === 'asked' &&
      asked.link?.other === parted.link?.other &&
      asked.note !== undefined &&
      asked.sequence > words &&
      seeing.some((person) => isBy(asked, person)) &&
      openedAt(second) > asked.sequence &&
      knows(second)
    );
  });
  assertInvariant(isAgreed, 'two who were confirmed to be one were parted by one person, or unread');
}

/** Whether its reporter called it urgent: nothing that is written later in a scene does. */
function wasReportedUrgent({ record, events }: StoredCase): boolean {
  const [first] = events.filter(({ kind }) => kind === 'urgencyRaised' || kind === 'urgencyLowered');
  return first === undefined ? record.urgency === 'urgent' : first.kind === 'urgencyLowered';
}

/** Whether a case is one that the promise does not leave to one person: ever urgent, abuse of position, not to be referred. */
const isGrave = (stored: StoredCase, earlier: Events): boolean =>
  wasReportedUrgent(stored) ||
  earlier.some(({ kind }) => kind === 'urgencyRaised') ||
  stored.record.kind === 'boundaries' ||
  earlier.some((one) => one.kind === 'triaged' && one.detail?.flags?.includes('apsp') === true) ||
  earlier.findLast((one) => one.kind === 'referralDecided')?.detail?.decision === 'doNotRefer';

/** Whether a force leaves how this case ends to a supervisor: by any grading, since none takes back what was alleged. */
const isListed = (earlier: Events, { signOff }: SceneResult): boolean =>
  earlier.some(
    ({ kind, detail = {} }) =>
      kind === 'triaged' &&
      signOff.some((term) => term === detail.category || detail.flags?.some((one) => one === term)),
  );

/** Of the two who end such a case without action, as the same as another, or not referred, one leads the unit, or is of the reserve. */
function expectSignedOff(
  event: EventRecord,
  { earlier, seeing, reserves, agreedTo }: ReturnType<typeof accountAt>,
  { after }: CaseOfScene,
  scene: SceneResult,
  came: CoverageCounts,
): void {
  const referral = earlier.findLast(({ kind }) => kind === 'referralDecided')?.detail?.decision;
  const isSame = event.detail?.outcome === 'duplicate';
  if (!isSame && event.detail?.outcome !== 'noFurtherAction' && referral !== 'doNotRefer') return;
  const leads = scene.heldAt(after.record.caseId, event.sequence).filter(({ roles }) => roles.has('supervisor'));
  const agreed = [...seeing, ...reserves].filter(agreedTo);
  const isByLead = leads.some((lead) => isBy(event, lead)) && agreed.length > 0;
  const isWithLead = agreed.some(({ objectId }) => leads.some((lead) => lead.objectId === objectId));
  const isWithReserve = agreed.some(({ roles }) => roles.has('reserve'));
  assertInvariant(
    isByLead || isWithLead || isWithReserve,
    'a case of what the force lists ended without action, as the same as another, or not referred, and no supervisor signed it off',
  );
  came.signedOff += 1;
  if (isSame) came.signedOffAsSame += 1;
}

/** Danger that a reporter or a colleague named is taken back by two, of whom each has read all, and never while its alert waits. */
function expectLoweredByTwo(
  event: EventRecord,
  { earlier, seeing, openedAt, words }: ReturnType<typeof accountAt>,
  by: Pick<Person, 'objectId'>,
  stored: StoredCase,
): void {
  const raised = earlier.findLast(({ kind }) => kind === 'urgencyRaised');
  const alerted = placeOf(earlier, ['received', 'messageFromReporter', 'urgencyRaised', 'movedToReserve']);
  assertInvariant(
    placeOf(earlier, ['acknowledged']) > alerted && placeOf(earlier, ['consulted']) > words,
    'a case was lowered whose alert somebody was still to acknowledge, or to open',
  );
  assertInvariant(event.note !== undefined, 'a case was lowered without a reason');
  const wasLowered = earlier.some(({ kind }) => kind === 'urgencyLowered');
  if (raised !== undefined && isBy(raised, by) && !wasReportedUrgent(stored) && !wasLowered) return;
  const asked = earlier.findLast(({ kind }) => kind === 'loweringAsked');
  const news = placeOf(earlier, [
    'messageFromReporter',
    'reopened',
    'triaged',
    'referralDecided',
    'safetyRecorded',
    'urgencyRaised',
    'movedToReserve',
  ]);
  assertInvariant(
    asked !== undefined && asked.sequence > news && seeing.some((person) => isBy(asked, person)),
    'an urgent case was lowered by one person, and nobody else who holds a role now had asked for it',
  );
  const hasRead = openedAt({ ...by, roles: new Set() }) > (asked?.sequence ?? Infinity);
  assertInvariant(
    hasRead || (event.detail?.told === true && asked?.detail?.told === true),
    'an urgent case was lowered by somebody who had not read why',
  );
}

/** An entry that says so is no proof that somebody is told: somebody of the reserve has to hold that role then. */
const isTold = (event: EventRecord, { reserves }: { readonly reserves: readonly Person[] }): boolean =>
  event.detail?.told === true && reserves.length > 0;

/**
 * No sequence of acts by one person takes a case out of the sight of those who hold a role now, without another having
 * agreed or been told after the last that is known of it. It is looked at for each act of whoever did it, at the moment it
 * was done.
 */
export function checkTwoPersonRule(one: CaseOfScene, scene: SceneResult, came: CoverageCounts): void {
  for (const event of one.after.events) {
    if (typeof event.by !== 'object') continue;
    const { kind, detail } = event;
    if (kind === 'doubted' && detail?.withdrawal === 'agreed') {
      came.withdrawn += 1;
      expectWithdrawnByTwo(event, accountAt(event, one, scene), event.by);
    }
    if (kind === 'parted') {
      came.parted += 1;
      expectPartedByTwo(event, one, scene);
    }
    if (kind === 'notSame') {
      const earlier = one.after.events.filter(({ sequence }) => sequence < event.sequence);
      const last = earlier.findLast(
        (other) => ['samePerson', 'parted'].includes(other.kind) && other.link?.other === event.link?.other,
      );
      assertInvariant(last?.kind !== 'samePerson', 'one person hid a match that was confirmed');
    }
    if (kind === 'urgencyLowered') {
      came.lowered += 1;
      expectLoweredByTwo(event, accountAt(event, one, scene), event.by, one.after);
    }
    if (kind === 'urgencyRaised') came.raised += 1;
    if (!['closed', 'erased', 'exported', 'excluded', 'conflictDeclared'].includes(kind)) continue;
    const account = accountAt(event, one, scene);
    const { earlier, seeing, isOfReserve } = account;
    if (kind === 'closed') {
      came.closed += 1;
      if (placeOf(earlier, ['messageFromReporter']) > placeOf(earlier, ['received'])) came.closedAfterNews += 1;
      if (!isOfReserve && isListed(earlier, scene)) expectSignedOff(event, account, one, scene, came);
      if (isGrave(one.after, earlier)) {
        came.closedByTwo += 1;
        const others = [...seeing, ...account.reserves];
        assertInvariant(
          others.some(account.agreedTo),
          'a grave case was closed by one person, and nobody else had agreed',
        );
      } else if (!seeing.some(account.knows)) {
        came.closedTold += 1;
        const isOnlyOne = isOfReserve && account.reserves.length === 0;
        assertInvariant(
          isOnlyOne || isTold(event, account),
          'a case was closed by one person, and nobody else knew what it says',
        );
      }
    }
    if (kind === 'erased') {
      came.erased += 1;
      const asked = earlier.findLast((other) => other.kind === 'erasureAsked');
      const news = placeOf(earlier, ['messageFromReporter', 'reopened', 'triaged', 'closed', 'erasureRefused']);
      assertInvariant(
        asked !== undefined && asked.sequence > news && seeing.some((person) => isBy(asked, person)),
        'a case was erased, and nobody else who holds a role now had asked for it',
      );
    }
    if (kind === 'exported') {
      came.exported += 1;
      const text = earlier.filter((other) => ['sanitised', 'sanitisedSigned'].includes(other.kind)).slice(-2);
      const signed = detail?.what === 'sanitised' && new Set(text.map(({ by }) => JSON.stringify(by))).size === 2;
      const isOnlyOne = isOfReserve && account.reserves.length === 0;
      assertInvariant(
        signed || isOnlyOne || isTold(event, account),
        'a case left Candour by one person, and nobody was told',
      );
    }
    if (kind === 'excluded') {
      came.hidden += 1;
      assertInvariant(
        isTold(event, account) || (isOfReserve && detail?.told === true),
        'a case was taken from somebody, and nobody was told',
      );
    }
    if (kind === 'conflictDeclared') {
      came.left += 1;
      const moved = one.after.events.some(
        (other) => other.sequence === event.sequence + 1 && other.kind === 'movedToReserve',
      );
      assertInvariant(
        seeing.length > 0 || (moved && account.reserves.length > 0),
        'somebody left a case that nobody else sees',
      );
    }
  }
}

/** A title is of whoever the history says, no earlier one is hidden by it, and it takes an alert from nobody. */
function checkTitle({ before, after }: CaseOfScene): void {
  const { record, events } = after;
  if (record.erasedOn !== undefined) return;
  const titled = events.filter(({ kind }) => kind === 'titled');
  const last = titled.at(-1);
  assertInvariant(
    last === undefined
      ? record.caseTitle === undefined
      : record.caseTitle?.version === titled.length &&
          isBy(last, { objectId: record.caseTitle.by }) &&
          titled.every(({ note, detail }, place) => note !== undefined && detail?.version === place + 1),
    'a case has a title that its history does not give, or hides an earlier one',
  );
  const since = events.slice(before.events.length);
  if (since.length === 0 || since.some(({ kind }) => kind !== 'titled')) return;
  const { caseTitle: _before, revision: _was, chain: _old, ...untouched } = before.record;
  const { caseTitle: _after, revision: _is, chain: _new, ...left } = record;
  assertInvariant(isDeepStrictEqual(left, untouched), 'a title changed something else of its case');
}

/**
 * What holds of how one person leaves a case: whoever holds a role now and saw it before sees it, or the reserve finds it
 * where it is told of it, and a post is due that says so.
 */
export async function checkVisibility(core: MemoryCore, one: CaseOfScene, scene: SceneResult): Promise<void> {
  const { before, after } = one;
  const { record } = after;
  const alert = (await core.store.outbox.read(record.caseId))?.value;
  const since = after.events.slice(before.events.length);
  const now = scene.holdersNow.filter(({ objectId }) => objectId !== scene.alone.objectId);
  const reserves = now.filter(({ roles, objectId }) => roles.has('reserve') && !record.excluded.includes(objectId));
  const raised = placeOf(since, ['urgencyRaised']);
  if (raised > placeOf(since, ['acknowledged', 'erased'])) {
    assertInvariant(
      alert !== undefined && alert.urgency === 'urgent' && alert.state !== 'acknowledged' && alert.dueAt !== undefined,
      'a case was made urgent, and nothing is posted',
    );
  }
  const { safety } = record;
  if (safety !== undefined && before.record.safety === undefined) {
    assertInvariant(
      since.some(
        (event) => event.kind === 'safetyRecorded' && isBy(event, { objectId: safety.by }) && event.note !== undefined,
      ),
      'safety counts as recorded, and no entry says by whom',
    );
  }
  checkTitle(one);
  // What goes to the reserve itself is posted there as a new case, which says more.
  const moved = placeOf(since, ['movedToReserve']);
  const wasTold = since.filter(
    (event) => event.sequence > moved && isBy(event, scene.alone) && event.detail?.told === true,
  );
  if (wasTold.length > 0 && reserves.length > 0) {
    assertInvariant(alert?.notice !== undefined, 'an entry says that the reserve is told, and nothing is posted');
    if (record.handledBy === 'acu') {
      const lists = await Promise.all(
        reserves.map(({ objectId }) =>
          core.store.list.page({ handledBy: 'acu', viewer: objectId, overseen: true }, undefined, 9),
        ),
      );
      assertInvariant(
        lists.flat().some(({ caseId }) => caseId === record.caseId),
        'an entry says that the reserve is told, and they do not find it',
      );
    }
  }
  const sawBefore = now.filter(
    (person) => !isExcludedAfter(before.events, person) && person.roles.has(before.isOfReserve ? 'reserve' : 'handler'),
  );
  const gone = sawBefore.filter(({ objectId }) => record.excluded.includes(objectId));
  if (moved > 0) {
    assertInvariant(
      reserves.length === 0 || (alert?.handledBy === 'reserve' && alert.dueAt !== undefined),
      'a case went to the reserve, and nothing is posted there',
    );
  }
  for (const person of gone) {
    assertInvariant(
      since.some(
        (event) =>
          (event.kind === 'conflictDeclared' && isBy(event, person)) ||
          (event.kind === 'excluded' && event.detail?.person === person.objectId && event.detail.told === true),
      ),
      'a case went from somebody, and no entry says who took it',
    );
  }
}
