import type { AlertRecord } from '../records/alert-record.ts';
import { alertAgain } from '../records/alert-schedule.ts';
import { type Day, dayOf } from '../terms/calendar.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { CaseRecord } from '../records/case-record.ts';
import { askedForEnd, endOfHistory } from '../ports/end-of-history.ts';
import { afterEvent, type NewEvent } from '../records/event-chain.ts';
import type { EventKind, EventRecord, NoteReader } from '../records/event-record.ts';
import { type Actor, maySee } from '../records/permissions.ts';
import type { AlertOutbox } from '../ports/alert-outbox.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Clock, Random } from '../terms/clock.ts';
import type { EntriesAsked, History } from '../ports/history.ts';
import { StoreError } from '../ports/store-error.ts';
import { askedForRoom } from '../ports/case-bounds.ts';
import { type CaseInHand, caseInHand, versionOf } from './case-in-hand.ts';
import { askedForPage } from './shown-case.ts';
import type { HandledBy } from '../terms/urgency.ts';
import type { NotAllowed } from './not-allowed.ts';
import type { PersonId } from '../terms/person-id.ts';
import { retried } from './retried.ts';
import { reviewDateAfter } from '../records/review-date.ts';
import { roomForSteps } from './room-for-steps.ts';
import { cameOf, keptRequest } from './same-request.ts';

export interface CaseworkDependencies {
  readonly cases: CaseStore;
  readonly history: History;
  readonly outbox: AlertOutbox;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly random: Random;
  /** After how many years without any action it is looked at whether a case is still needed. */
  readonly reviewYears: number;
  /** Within how many days of the decision a referral is due; without it none falls due. */
  readonly referralDays?: number | undefined;
  /** Whether the force's counsel has agreed to messages to reporters. */
  readonly messages: boolean;
  /** Those who are known to handle such cases: as it stands now, for what is decided. */
  handlersKnown(handledBy: HandledBy): Promise<readonly PersonId[]>;
  /** The same for what a page shows: what was read a moment ago will do. */
  handlersShown(handledBy: HandledBy): Promise<readonly PersonId[]>;
}

/** A request of somebody to do something to a case. The same request is carried out once. */
export interface AskedAddition {
  readonly caseId: CaseId;
  readonly request: string;
}
/** A request that takes something back that was decided: it names the revision that it was decided on. */
export interface AskedChange extends AskedAddition {
  readonly revision: number;
}
/** Words of a handler, sealed in their browser. */
export interface SealedWords {
  readonly for: NoteReader;
  readonly sealed: string;
}

/**
 * `refused` stands for no such case as well. `isNew` is false where the same request was carried out before. The case in
 * hand is as it stands afterwards, with what a page asks of its history.
 */
export type CaseOutcome =
  | { readonly kind: 'changed'; readonly record: CaseRecord; readonly isNew: boolean; readonly inHand: CaseInHand }
  | { readonly kind: 'refused' }
  | { readonly kind: 'moved'; readonly record: CaseRecord; readonly inHand: CaseInHand }
  | { readonly kind: 'notAllowed'; readonly why: NotAllowed };

/** A case as somebody finds it who is about to change it. */
export interface Standing {
  readonly record: CaseRecord;
  /** The entries of its history that are asked for, without their seals: a decision reads no more than it needs. */
  readonly entries: (asked: EntriesAsked) => Promise<readonly EventRecord[]>;
  /** How many entries of a kind there are. */
  readonly count: (kind: EventKind) => Promise<number>;
  readonly by: PersonId;
  readonly now: Date;
  readonly today: Day;
}

/** An event, and the case as it stands after it. A record that is left as it was is no decision: its revision stays. */
export interface Step {
  readonly record: CaseRecord;
  readonly event: Pick<NewEvent, 'kind' | 'detail' | 'message' | 'note' | 'link'> & { readonly by?: 'system' };
}

/** The steps to be written, why it is not allowed, or that it is so already. */
export type Decision =
  | {
      readonly steps: readonly Step[];
      readonly alert?: (alert: AlertRecord) => AlertRecord;
      /** The reserve is told by the alert: without one nothing is written. */
      readonly tells?: true;
      /** Takes the seals out of the history as well. */
      readonly erases?: true;
    }
  | { readonly why: NotAllowed }
  | 'already';

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

/** The words of a handler beside an event, where there are some. */
export const noteOf = (words: SealedWords | undefined): Pick<NewEvent, 'note'> => (words ? { note: words } : {});

/**
 * The frame of every change of a case: who may, once for each request, on the revision that they saw, with its history
 * and as one write. `leaves` are the kinds of event that come of it: only a request of the same person that left one of
 * these is the same request. Throws StoreError.
 */
export async function changeCase(
  deps: CaseworkDependencies,
  actor: Actor,
  asked: AskedAddition & Worded & { readonly revision?: number },
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
    if ('why' in decision) return { kind: 'notAllowed', why: decision.why };

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
        const isSet = step.event.kind === 'reviewSet' || step.record.erasedOn !== undefined;
        const reviewOn = isSet ? step.record.reviewOn : reviewDateAfter(standing, reviewSet, today, deps.reviewYears);
        const { record, event } = afterEvent(
          { ...step.record, revision, reviewOn, chain },
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
    return { kind: 'changed', record: written.record, isNew: true, inHand };
  });
}
