import { capacityQueries, caseLimits, type CaseCapacity, checkCapacity } from '../ports/case-limits.ts';
import { latestEventQueries, readLatestEvents, type CaseHistory } from '../ports/case-store.ts';
import { StoreError } from '../ports/store-error.ts';
import { rebuildAlert } from '../model/alert-record.ts';
import type { CaseRecord } from '../model/case-record.ts';
import { appendEvent, type EventRecord } from '../model/event-record.ts';
import type { Actor } from '../model/permissions.ts';
import { nextReviewDate } from '../model/deadlines.ts';
import { type Day, toDay } from '../model/calendar.ts';
import type { CaseId } from '../model/case-id.ts';
import {
  type CaseAction,
  type EntryRequest,
  createActionContext,
  type CaseOutcome,
  type CaseworkDependencies,
  decideCaseAction,
  runWithReads,
  readCaseRoleHolders,
  type SealedNote,
  createDecisionContext,
  type CaseStep,
} from './case-action.ts';
import { withoutEndedAgreement } from './closing-agreement.ts';
import { eventEffects, type EventCapacityClass } from './event-effects.ts';
import { loadCase, toVersioned } from './load-case.ts';
import { isSameRequest, requestDigest, retryOnConflict } from './retry-on-conflict.ts';
import { caseViewSnapshotRequest } from './case-view.ts';

const capacityFactors: Readonly<Record<EventCapacityClass, number>> = {
  ordinary: 1,
  urgent: caseLimits.others.urgent,
  protective: caseLimits.others.protective,
  unbounded: Infinity,
};

const isAgreement = ({ kind, detail }: CaseStep['event']): boolean => kind === 'decided' && detail?.to === 'closed';

function limitFactor(event: CaseStep['event']): number {
  if (isAgreement(event)) return caseLimits.others.protective;
  return capacityFactors[eventEffects[event.kind].allowance];
}

async function checkCaseLimits(
  deps: { readonly history: Pick<CaseHistory, 'writtenVolume'>; readonly timeZone: string },
  caseId: CaseId,
  steps: readonly CaseStep[],
  today: Day,
): Promise<CaseCapacity> {
  const stepsWithText = steps.filter(({ event }) => event.message !== undefined || event.note !== undefined);
  if (stepsWithText.length === 0) return 'room';
  const seals = stepsWithText.flatMap(({ event }) => [event.message?.sealed ?? [], event.note?.sealed ?? []].flat());
  const factor = Math.max(...stepsWithText.map(({ event }) => limitFactor(event)));
  return checkCapacity(deps.history, caseId, { by: 'others', seals, factor }, today, deps.timeZone);
}

type CaseActionRequest = EntryRequest & {
  readonly revision?: number;
  readonly words?: SealedNote | undefined;
  readonly sealed?: string;
};
const hasText = ({ words, sealed }: CaseActionRequest): boolean => words !== undefined || sealed !== undefined;

/** Once per request, on the revision that the person saw, in one write with the history. */
async function changeCase<Asked extends CaseActionRequest>(
  deps: CaseworkDependencies,
  actor: Actor,
  act: CaseAction<Asked>,
  input: Asked,
): Promise<CaseOutcome> {
  const { allowedActors, eventKinds, allowsErased, releasesSeal } = act;
  const by = actor.objectId;
  const digest = requestDigest(input.request);
  const repeatQuery = releasesSeal ? undefined : { requests: [digest, input.request] };
  return retryOnConflict(async () => {
    const holders = await readCaseRoleHolders(deps);
    const found = await loadCase(
      deps,
      input.caseId,
      (readers) => allowedActors.may(actor, readers),
      (readers) => {
        const page = caseViewSnapshotRequest(holders, readers, actor);
        const today = toDay(deps.clock(), deps.timeZone);
        return {
          ...page,
          entries: [...page.entries, ...(repeatQuery ? [repeatQuery] : []), ...latestEventQueries],
          written: hasText(input) ? capacityQueries('others', today, deps.timeZone) : [],
        };
      },
    );
    if (!found || allowedActors.appliesTo?.(found.record) === false) return { kind: 'refused' };
    const { record: current, history } = found;
    const unchanged = { kind: 'changed', record: current, isNew: false, loadedCase: found } as const;
    // After an erasure that failed half way, no one is told that it is done before it is.
    if (current.erasedOn !== undefined && eventKinds.includes('erased')) await deps.cases.assertErased();
    const earlier = repeatQuery ? await history.entries(input.caseId, repeatQuery) : [];
    if (earlier.some((event) => isSameRequest(event, { request: input.request, by, eventKinds }))) return unchanged;
    if (input.revision !== undefined && input.revision !== current.revision) {
      return { kind: 'moved', record: current, loadedCase: found };
    }
    if (current.erasedOn !== undefined && !allowsErased) return { kind: 'notAllowed', why: 'erased' };

    const context = createActionContext(deps, createDecisionContext(deps, found, holders, actor), input);
    const decision = await runWithReads(() => decideCaseAction(context, act));
    if (decision === 'already') return unchanged;
    if ('why' in decision) {
      const { why, gates } = decision;
      return why === 'refused' ? { kind: why } : { kind: 'notAllowed', why, ...(gates && { gates }) };
    }

    const { now, today } = context;
    const capacity = await checkCaseLimits({ history, timeZone: deps.timeZone }, input.caseId, decision.steps, today);
    if (capacity !== 'room') return { kind: 'notAllowed', why: capacity };
    const { last, reviewSet } = await readLatestEvents(history, input.caseId);
    const alert = decision.alert &&
      found.alert && {
        value: found.alert.value ?? rebuildAlert(current, now),
        version: found.alert.version,
      };
    if (alert === undefined && decision.notifiesReserve) throw new StoreError('broken');
    const written = decision.steps.reduce<{ readonly record: CaseRecord; readonly events: readonly EventRecord[] }>(
      (previous, step) => {
        const { chain } = previous.record;
        const revision = current.revision + (step.record === current ? 0 : 1);
        const isSet = !eventEffects[step.event.kind].postponesReview || step.record.erasedOn !== undefined;
        const reviewOn = isSet ? step.record.reviewOn : nextReviewDate(current, reviewSet, today, deps.reviewYears);
        const { record, event } = appendEvent(
          { ...withoutEndedAgreement(step), revision, reviewOn, chain },
          { ...step.event, by: step.event.by ?? { objectId: by }, at: now.toISOString(), request: digest },
          { record: previous.record, last: previous.events.at(-1) ?? last },
        );
        return { record, events: [...previous.events, event] };
      },
      { record: current, events: [] },
    );
    const change = {
      case: { ...toVersioned(found), value: written.record },
      ...(alert && decision.alert && { alert: { ...alert, value: decision.alert(alert.value) } }),
      events: written.events,
    };
    const outcome = await (decision.erases ? deps.cases.erase(change) : deps.cases.change(change));
    if (outcome === 'conflict') return outcome;
    const loadedCase = found.after(written.record, written.events, change.alert?.value);
    const { peopleToNotify } = decision;
    return {
      kind: 'changed',
      record: written.record,
      isNew: true,
      loadedCase,
      ...(peopleToNotify.length > 0 && { peopleToNotify }),
    };
  });
}

export interface UseCase<Asked> {
  (deps: CaseworkDependencies, by: Actor, asked: Asked): Promise<CaseOutcome>;
  readonly action: CaseAction<Asked>;
}
export const createUseCase = <Asked extends CaseActionRequest>(act: CaseAction<Asked>): UseCase<Asked> =>
  Object.assign(
    (deps: CaseworkDependencies, by: Actor, input: Asked): Promise<CaseOutcome> => changeCase(deps, by, act, input),
    { action: act },
  );
