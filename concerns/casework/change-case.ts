import { askedForRoom, caseBounds, type Room, roomFor } from '../ports/case-bounds.ts';
import { askedForEnd, endOfHistory } from '../ports/end-of-history.ts';
import type { EntriesAsked, History } from '../ports/history.ts';
import { StoreError } from '../ports/store-error.ts';
import { alertAgain } from '../records/alert-schedule.ts';
import type { CaseRecord } from '../records/case-record.ts';
import { afterEvent } from '../records/event-chain.ts';
import type { EventKind, EventRecord } from '../records/event-record.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import { reviewDateAfter } from '../records/review-date.ts';
import { type Day, dayOf } from '../terms/calendar.ts';
import type { CaseId } from '../terms/case-id.ts';
import { caseInHand, versionOf } from './case-in-hand.ts';
import type {
  AskedEntry,
  CaseOutcome,
  CaseworkDependencies,
  Decision,
  SealedWords,
  Standing,
  Step,
} from './casework.ts';
import { withoutEndedAgreement } from './agreed-end.ts';
import { cameOf, keptRequest, retried } from './repeats.ts';
import { askedForPage } from './view-case.ts';

/** The kinds of entry that anybody may write as often as they like: they end where the bound of words does. */
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
/**
 * The kinds of entry that protect the person who reported or the case itself: nobody fills a case up so that these
 * cannot be written.
 */
const protective: readonly EventKind[] = [
  'identityAgreed',
  'identityRefused',
  'identityOpened',
  'identityShared',
  'conflictDeclared',
  'excluded',
];

/**
 * The kinds of entry after which the day of a review is the one that stands in the record. A page notes a doubt by itself
 * each time that somebody opens a case: that is nothing that was done to it.
 */
const leavesReviewDay: readonly EventKind[] = ['reviewSet', 'erasureAsked', 'erasureRefused', 'doubted'];

/** As often as somebody was shut out they can be let in again, however much was written. */
const unbounded: readonly EventKind[] = ['readmitted'];

/** Whether somebody agrees to an end of the case, which is decided as well, but is no word like others. */
const isAgreement = ({ kind, detail }: Step['event']): boolean => kind === 'decided' && detail?.to === 'closed';

function reachOf(event: Step['event']): number {
  const { kind } = event;
  if (unbounded.includes(kind)) return Infinity;
  if (isAgreement(event)) return caseBounds.others.protective;
  return plainWords.includes(kind) ? 1 : caseBounds.others[protective.includes(kind) ? 'protective' : 'urgent'];
}

/** Whether the words of steps still fit into a case. Throws StoreError. */
export async function roomForSteps(
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

export interface ChangeRules {
  /** Whoever else may change a case than those who handle it. */
  readonly visible?: typeof maySee;
  /** Whether it makes sense of a case of which nothing is left. */
  readonly evenErased?: boolean;
  /** It hands out a seal: no repeat is taken for one that was carried out before, each stands in the history. */
  readonly isOpening?: boolean;
}

/** A request that may come with words, sealed. */
interface Worded {
  readonly words?: SealedWords | undefined;
  readonly sealed?: string;
}
const bringsWords = ({ words, sealed }: Worded): boolean => words !== undefined || sealed !== undefined;

/**
 * The frame of every change of a case: who may, once for each request, on the revision that they saw, with its history
 * and as one write. `leaves` are the kinds of event that come of it: only a request of the same person that left one of
 * these is the same request. Throws StoreError.
 */
export async function changeCase(
  deps: CaseworkDependencies,
  actor: Actor,
  asked: AskedEntry & Worded & { readonly revision?: number },
  leaves: readonly EventKind[],
  decide: (standing: Standing) => Decision | Promise<Decision>,
  { visible = maySee, evenErased = false, isOpening = false }: ChangeRules = {},
): Promise<CaseOutcome> {
  const by = actor.objectId;
  const request = keptRequest(asked.request);
  const came = isOpening ? undefined : { requests: [request, asked.request] };
  return retried(async () => {
    const found = await caseInHand(
      deps,
      asked.caseId,
      (readers) => visible(actor, readers),
      async (readers) => {
        const page = await askedForPage(deps, readers, actor);
        const today = dayOf(deps.clock(), deps.timeZone);
        return {
          ...page,
          entries: [...page.entries, ...(came ? [came] : []), ...askedForEnd],
          written: bringsWords(asked) ? askedForRoom('others', today, deps.timeZone) : [],
        };
      },
    );
    if (!found) return { kind: 'refused' };
    const { record: standing, history } = found;
    const entries = (which: EntriesAsked) => history.entries(asked.caseId, which);
    const count = (kind: EventKind) => history.count(asked.caseId, kind);
    const asStands = { kind: 'changed', record: standing, isNew: false, inHand: found } as const;
    // It may be erased, and not yet gone from the store: nobody who erases it is told so before.
    if (standing.erasedOn !== undefined && leaves.includes('erased')) await deps.cases.expectGone();
    const earlier = came ? await entries(came) : [];
    if (earlier.some((event) => cameOf(event, { request: asked.request, by, leaves }))) return asStands;
    if (asked.revision !== undefined && asked.revision !== standing.revision) {
      return { kind: 'moved', record: standing, inHand: found };
    }
    if (standing.erasedOn !== undefined && !evenErased) return { kind: 'notAllowed', why: 'erased' };

    const now = deps.clock();
    const today = dayOf(now, deps.timeZone);
    const decision = await decide({ record: standing, entries, count, by, now, today });
    if (decision === 'already') return asStands;
    if ('why' in decision) return { kind: 'notAllowed', ...decision };

    const room = await roomForSteps({ history, timeZone: deps.timeZone }, asked.caseId, decision.steps, today);
    if (room !== 'room') return { kind: 'notAllowed', why: room };
    const { last, reviewSet } = await endOfHistory(history, asked.caseId);
    const alert = decision.alert &&
      found.alert && {
        value: found.alert.value ?? alertAgain(standing, now),
        version: found.alert.version,
      };
    // Nobody could be told: then it is not done either.
    if (alert === undefined && decision.tells === true) throw new StoreError('broken');
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
    const { takenFrom } = decision;
    return { kind: 'changed', record: written.record, isNew: true, inHand, ...(takenFrom && { takenFrom }) };
  });
}
