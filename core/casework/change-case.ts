import { askedForRoom, caseBounds, type Room, roomFor } from '../ports/case-limits.ts';
import { askedForEnd, endOfHistory, type History } from '../ports/case-store.ts';
import { StoreError } from '../ports/store-error.ts';
import { alertAgain } from '../model/alert-record.ts';
import type { CaseRecord } from '../model/case-record.ts';
import { afterEvent, type EventKind, type EventRecord } from '../model/event-record.ts';
import type { Actor } from '../model/permissions.ts';
import { reviewDateAfter } from '../model/deadlines.ts';
import { type Day, dayOf } from '../model/calendar.ts';
import type { CaseId } from '../model/codes.ts';
import {
  type Act,
  type AskedEntry,
  askingOf,
  type CaseOutcome,
  type CaseworkDependencies,
  decide,
  decided,
  holdersNow,
  type SealedWords,
  standingOf,
  type Step,
} from './acts.ts';
import { withoutEndedAgreement } from './agreed-end.ts';
import { caseInHand, versionOf } from './loaded-case.ts';
import { cameOf, keptRequest, retried } from './idempotency.ts';
import { askedForPage } from './case-view.ts';

const plainWords: readonly EventKind[] = [
  'noted',
  'filesAdded',
  'decided',
  'reasoned',
  'contacted',
  'taskAdded',
  'taskDone',
  'messageToReporter',
];
const protective: readonly EventKind[] = [
  'identityAgreed',
  'identityRefused',
  'identityOpened',
  'identityShared',
  'conflictDeclared',
  'excluded',
];

/** These do not move the day of the review. A page notes a doubt by itself when someone opens a case. */
const leavesReviewDay: readonly EventKind[] = ['reviewSet', 'erasureAsked', 'erasureRefused', 'doubted'];

const unbounded: readonly EventKind[] = ['readmitted'];

const isAgreement = ({ kind, detail }: Step['event']): boolean => kind === 'decided' && detail?.to === 'closed';

function reachOf(event: Step['event']): number {
  const { kind } = event;
  if (unbounded.includes(kind)) return Infinity;
  if (isAgreement(event)) return caseBounds.others.protective;
  return plainWords.includes(kind) ? 1 : caseBounds.others[protective.includes(kind) ? 'protective' : 'urgent'];
}

async function roomForSteps(
  deps: { readonly history: Pick<History, 'written'>; readonly timeZone: string },
  caseId: CaseId,
  steps: readonly Step[],
  today: Day,
): Promise<Room> {
  const worded = steps.filter(({ event }) => event.message !== undefined || event.note !== undefined);
  if (worded.length === 0) return 'room';
  const seals = worded.flatMap(({ event }) => [event.message?.sealed ?? [], event.note?.sealed ?? []].flat());
  const reach = Math.max(...worded.map(({ event }) => reachOf(event)));
  return roomFor(deps.history, caseId, { by: 'others', seals, reach }, today, deps.timeZone);
}

type AskedAct = AskedEntry & {
  readonly revision?: number;
  readonly words?: SealedWords | undefined;
  readonly sealed?: string;
};
const bringsWords = ({ words, sealed }: AskedAct): boolean => words !== undefined || sealed !== undefined;

/**
 * Carries out an act once per request, on the revision that the person saw, written as one with the history. Throws
 * StoreError.
 */
async function changeCase<Asked extends AskedAct>(
  deps: CaseworkDependencies,
  actor: Actor,
  act: Act<Asked>,
  asked: Asked,
): Promise<CaseOutcome> {
  const { who, leaves, evenErased, isOpening } = act;
  const by = actor.objectId;
  const request = keptRequest(asked.request);
  const came = isOpening ? undefined : { requests: [request, asked.request] };
  return retried(async () => {
    const holders = await holdersNow(deps);
    const found = await caseInHand(
      deps,
      asked.caseId,
      (readers) => who.may(actor, readers),
      (readers) => {
        const page = askedForPage(holders, readers, actor);
        const today = dayOf(deps.clock(), deps.timeZone);
        return {
          ...page,
          entries: [...page.entries, ...(came ? [came] : []), ...askedForEnd],
          written: bringsWords(asked) ? askedForRoom('others', today, deps.timeZone) : [],
        };
      },
    );
    if (!found || who.of?.(found.record) === false) return { kind: 'refused' };
    const { record: standing, history } = found;
    const asStands = { kind: 'changed', record: standing, isNew: false, inHand: found } as const;
    // An erasure that failed half way: no one is told that it is done before it is.
    if (standing.erasedOn !== undefined && leaves.includes('erased')) await deps.cases.expectGone();
    const earlier = came ? await history.entries(asked.caseId, came) : [];
    if (earlier.some((event) => cameOf(event, { request: asked.request, by, leaves }))) return asStands;
    if (asked.revision !== undefined && asked.revision !== standing.revision) {
      return { kind: 'moved', record: standing, inHand: found };
    }
    if (standing.erasedOn !== undefined && !evenErased) return { kind: 'notAllowed', why: 'erased' };

    const asking = askingOf(deps, standingOf(deps, found, holders, actor), asked);
    const decision = await decided(() => decide(asking, act));
    if (decision === 'already') return asStands;
    if ('why' in decision) {
      const { why, gates } = decision;
      return why === 'refused' ? { kind: why } : { kind: 'notAllowed', why, ...(gates && { gates }) };
    }

    const { now, today } = asking;
    const room = await roomForSteps({ history, timeZone: deps.timeZone }, asked.caseId, decision.steps, today);
    if (room !== 'room') return { kind: 'notAllowed', why: room };
    const { last, reviewSet } = await endOfHistory(history, asked.caseId);
    const alert = decision.alert &&
      found.alert && {
        value: found.alert.value ?? alertAgain(standing, now),
        version: found.alert.version,
      };
    // No one could be told, so it is not done.
    if (alert === undefined && decision.tells) throw new StoreError('broken');
    const written = decision.steps.reduce<{ readonly record: CaseRecord; readonly events: readonly EventRecord[] }>(
      (so, step) => {
        const { chain } = so.record;
        const revision = standing.revision + (step.record === standing ? 0 : 1);
        const isSet = leavesReviewDay.includes(step.event.kind) || step.record.erasedOn !== undefined;
        const reviewOn = isSet ? step.record.reviewOn : reviewDateAfter(standing, reviewSet, today, deps.reviewYears);
        const { record, event } = afterEvent(
          { ...withoutEndedAgreement(step), revision, reviewOn, chain },
          { ...step.event, by: step.event.by ?? { objectId: by }, at: now.toISOString(), request },
          { record: so.record, last: so.events.at(-1) ?? last },
        );
        return { record, events: [...so.events, event] };
      },
      { record: standing, events: [] },
    );
    const change = {
      case: { ...versionOf(found), value: written.record },
      ...(alert && decision.alert && { alert: { ...alert, value: decision.alert(alert.value) } }),
      events: written.events,
    };
    const outcome = await (decision.erases ? deps.cases.erase(change) : deps.cases.change(change));
    if (outcome === 'conflict') return outcome;
    const inHand = found.after(written.record, written.events, change.alert?.value);
    const { waits } = decision;
    return { kind: 'changed', record: written.record, isNew: true, inHand, ...(waits.length > 0 && { waits }) };
  });
}

/** An act with its row of the table of acts. Throws StoreError. */
export interface UseCase<Asked> {
  (deps: CaseworkDependencies, by: Actor, asked: Asked): Promise<CaseOutcome>;
  readonly act: Act<Asked>;
}
export const makeUseCase = <Asked extends AskedAct>(act: Act<Asked>): UseCase<Asked> =>
  Object.assign(
    (deps: CaseworkDependencies, by: Actor, asked: Asked): Promise<CaseOutcome> => changeCase(deps, by, act, asked),
    { act },
  );
