import type { AlertOutbox } from '../ports/alerts.ts';
import {
  readAccessIfAllowed,
  type CaseStore,
  type HistoryEntryQuery,
  type CaseHistory,
  readCaseIfAllowed,
} from '../ports/case-store.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { CaseRecord } from '../model/case-record.ts';
import type { SignOffTerm } from '../model/classification.ts';
import type { EventKind, EventRecord, NewEvent, NoteReader } from '../model/event-record.ts';
import type { FirstDayLimits } from '../model/deadlines.ts';
import type { IdentityRules } from '../model/identity-request.ts';
import type { CaseId } from '../model/case-id.ts';
import { type Clock, type Day, toDay, type RandomSource } from '../model/calendar.ts';
import type { PersonId } from '../model/roles.ts';
import type { HandledBy } from '../model/handled-by.ts';
import type { LoadedCase } from './load-case.ts';
import type { OpeningCounter } from './release-seals.ts';
import { type AlertRecord, withReserveNotice } from '../model/alert-record.ts';
import { handlerHolderId, type StoredFile } from '../model/sealed-file.ts';
import { type Actor, mayRequestIdentity, mayOversee, maySee, maySeeIdentity } from '../model/permissions.ts';
import { areFilesStored } from '../intake/file-uploads.ts';
import { canonicalJson } from '../model/digests.ts';

export type CaseRefusal =
  | 'state'
  | 'ownWork'
  | 'notAsked'
  | 'onHold'
  | 'notSigned'
  | 'notRead'
  | 'notAssignee'
  | 'notAgreed'
  | 'stopped'
  | 'number'
  | 'noSuchPerson'
  | 'noSuchText'
  | 'noSuchTask'
  | 'fileMissing'
  | 'fileMarked'
  | 'tooManyTasks'
  | 'noIdentity'
  | 'alreadyAsked'
  | 'notAsker'
  | 'otherRequest'
  | 'needsRequest'
  | 'needsCustodian'
  | 'erased'
  | 'noKey'
  | 'sameCase'
  | 'fullToday'
  | 'full'
  | 'lastOne'
  | 'noReserve'
  | 'needsSecond'
  | 'needsTwo'
  | 'noReason'
  | 'ownConflict'
  | 'olderKey'
  | 'olderCard'
  | 'notOpened'
  | 'reportNotOpened'
  | 'noReasonToTake'
  | 'reviewTooFar'
  | 'keyNotShown'
  | 'contact';

export const preconditionCodes = [
  'notOpened',
  'unreadMessage',
  'referralUndecided',
  'notLinked',
  'notAgreed',
  'agreementUnread',
  'otherOutcome',
  'notClosed',
  'onHold',
  'toRefer',
  'taskOpen',
  'retentionRuns',
  'noCode',
  'reasonUnread',
  'askerGone',
] as const;
export type PreconditionCode = (typeof preconditionCodes)[number];

interface CaseworkRules {
  readonly timeZone: string;
  readonly reviewYears: number;
  readonly referralDays?: number | undefined;
  /** Empty if no supervisor signs anything off. */
  readonly signOff?: readonly SignOffTerm[] | undefined;
  readonly firstDayLimits?: FirstDayLimits | undefined;
  readonly identity: IdentityRules;
  readonly messages: boolean;
  readonly printing?: boolean;
  /** Whether cards may be confirmed to be one person's. */
  readonly personGroups: boolean;
  keyGenerations(handledBy: HandledBy): readonly string[];
}

export interface CaseworkDependencies extends CaseworkRules {
  readonly cases: CaseStore;
  readonly history: CaseHistory;
  readonly outbox: AlertOutbox;
  readonly files?: FileStore | undefined;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly countOpening?: OpeningCounter;
  listHandlers(handledBy: HandledBy): Promise<readonly PersonId[]>;
  listCustodians(): Promise<readonly PersonId[]>;
  listSupervisors?(): Promise<readonly PersonId[]>;
}

export interface EntryRequest {
  readonly caseId: CaseId;
  readonly request: string;
}
export interface ChangeRequest extends EntryRequest {
  readonly revision: number;
}
export interface SealedNote {
  readonly for: NoteReader;
  readonly sealed: string;
}

/** `refused` also if there is no such case. `isNew` is false for a repeat. */
export type CaseOutcome =
  | {
      readonly kind: 'changed';
      readonly record: CaseRecord;
      readonly isNew: boolean;
      readonly loadedCase: LoadedCase;
      readonly peopleToNotify?: readonly PersonId[];
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'moved'; readonly record: CaseRecord; readonly loadedCase: LoadedCase }
  | { readonly kind: 'notAllowed'; readonly why: CaseRefusal; readonly gates?: readonly PreconditionCode[] };

export interface CaseRoleHolders {
  readonly acu: readonly PersonId[];
  readonly reserve: readonly PersonId[];
  readonly custodians: readonly PersonId[];
  readonly supervisors: readonly PersonId[];
}

export interface DecisionContext {
  readonly record: CaseRecord;
  readonly holders: CaseRoleHolders;
  readonly signOff: readonly SignOffTerm[];
  readonly by: PersonId;
  readonly now: Date;
  readonly today: Day;
  readonly entries: (asked: HistoryEntryQuery, of?: CaseId) => readonly EventRecord[];
  readonly count: (kind: EventKind) => number;
  readonly maySee: (other: CaseId) => boolean;
  /** `undefined` if there is none, and equally if they may not see it. */
  readonly other: (other: CaseId) => CaseRecord | undefined;
}

export interface ActionContext<Asked> extends DecisionContext {
  readonly input: Asked;
  readonly rules: CaseworkRules;
  readonly areFilesStored: (files: readonly StoredFile[]) => boolean;
  /** Random for each decision, so that no two links have the same digest. */
  readonly salt: string;
}

/** Checked before the case is looked at. */
export interface AllowedActors {
  readonly description: string;
  readonly may: (by: Actor, readers: Pick<CaseRecord, 'handledBy' | 'excluded'>) => boolean;
  readonly appliesTo?: (record: CaseRecord) => boolean;
}
export const handlers: AllowedActors = { description: 'its handlers', may: maySee };
export const custodians: AllowedActors = { description: 'custodians', may: maySeeIdentity };
export const handlersOrCustodians: AllowedActors = {
  description: 'its handlers and custodians',
  may: mayRequestIdentity,
};
export const reserveForUnitCases: AllowedActors = {
  description: 'the reserve, for the unit’s cases',
  may: mayOversee,
};
export const notifiedReserve: AllowedActors = {
  description: 'the reserve, for the unit’s cases that it was told about',
  may: mayOversee,
  appliesTo: ({ oversight }) => oversight !== undefined,
};

/**
 * A precondition that does not hold refuses the act with a reason, finds it done already, or treats the case as
 * missing. `already` answers as a success and writes nothing: if the request brings words that would be lost, refuse
 * with `state`.
 */
export interface ActionRequirement<in Asked> {
  readonly description: string;
  readonly onFailure: CaseRefusal | 'already' | 'refused' | { readonly gate: PreconditionCode };
  holds(context: ActionContext<Asked>): boolean;
}
export const requirement = <Asked>(
  says: string,
  otherwise: CaseRefusal | 'already' | 'refused',
  holds: (context: ActionContext<Asked>) => boolean,
): ActionRequirement<Asked> => ({ description: says, onFailure: otherwise, holds });

/** A step that returns the same record changes nothing: its revision stays. */
export interface CaseStep {
  readonly record: CaseRecord;
  readonly event: Pick<NewEvent, 'kind' | 'detail' | 'message' | 'note' | 'link' | 'files'> & {
    readonly by?: 'system';
  };
}

export interface ActionResult {
  readonly steps: readonly CaseStep[];
  readonly alert?: (alert: AlertRecord) => AlertRecord;
  readonly erases?: true;
}

export interface CaseAction<Asked> {
  readonly description: string;
  readonly allowedActors: AllowedActors;
  /** The first that does not hold is the answer, but all preconditions are shown together. */
  readonly requirements: readonly ActionRequirement<Asked>[];
  readonly eventKinds: readonly [EventKind, ...EventKind[]];
  /** When the reserve is notified at once. Without an alert for it nothing is done. */
  readonly notifiesReserve?: { readonly description: string; holds(context: ActionContext<Asked>): boolean };
  readonly peopleToNotify?: {
    readonly description: string;
    people(context: ActionContext<Asked>, after: CaseRecord): readonly PersonId[];
  };
  readonly allowsErased?: true;
  /** A repeat releases the seal again, so the history has an entry for each. */
  readonly releasesSeal?: true;
  apply(context: ActionContext<Asked>): ActionResult;
}

type Decision =
  | (ActionResult & {
      readonly notifiesReserve: boolean;
      readonly peopleToNotify: readonly PersonId[];
    })
  | { readonly why: CaseRefusal | 'refused'; readonly gates?: readonly PreconditionCode[] }
  | 'already';

const preconditionRefusal = (gates: readonly PreconditionCode[]) =>
  ({ why: gates.includes('onHold') ? 'onHold' : 'state', gates }) as const;

const markNotified = ({ record, event }: CaseStep, today: Day): CaseStep => ({
  record: { ...record, oversight: { toldOn: today } },
  event: { ...event, detail: { ...event.detail, told: true } },
});

export function decideCaseAction<Asked>(context: ActionContext<Asked>, act: CaseAction<Asked>): Decision {
  const unmet: PreconditionCode[] = [];
  for (const one of act.requirements) {
    if (typeof one.onFailure === 'object') {
      if (!one.holds(context)) unmet.push(one.onFailure.gate);
    } else if (unmet.length === 0 && !one.holds(context)) {
      return one.onFailure === 'already' ? 'already' : { why: one.onFailure };
    }
  }
  if (unmet.length > 0) return preconditionRefusal(unmet);
  const tells = act.notifiesReserve?.holds(context) ?? false;
  const done = act.apply(context);
  const { alert = (same: AlertRecord) => same } = done;
  const after = done.steps.at(-1)?.record ?? context.record;
  const waits = act.peopleToNotify?.people(context, after) ?? [];
  if (!tells) return { ...done, notifiesReserve: tells, peopleToNotify: waits };
  return {
    ...done,
    steps: done.steps.map((step) => markNotified(step, context.today)),
    alert: (before) => withReserveNotice(alert(before), context.now),
    notifiesReserve: tells,
    peopleToNotify: waits,
  };
}

export const noteFields = (words: SealedNote | undefined): Pick<NewEvent, 'note'> => (words ? { note: words } : {});

class PendingReadError extends Error {
  readonly read: () => Promise<void>;
  constructor(read: () => Promise<void>) {
    super('not read yet');
    this.read = read;
  }
}

function createReadCache<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key) => {
    const name = canonicalJson(key);
    const cached = known.get(name);
    if (cached !== undefined) return cached.value;
    throw new PendingReadError(async () => {
      known.set(name, { value: await read(key) });
    });
  };
}

/** Runs a pure decision again after reading what it lacked. Throws StoreError. */
export async function runWithReads<Result>(decide: () => Result): Promise<Result> {
  for (;;) {
    try {
      return decide();
    } catch (error) {
      if (!(error instanceof PendingReadError)) throw error;
      await error.read();
    }
  }
}

export async function readCaseRoleHolders(
  deps: Pick<CaseworkDependencies, 'listHandlers' | 'listCustodians' | 'listSupervisors'>,
): Promise<CaseRoleHolders> {
  const [acu, reserve, custodians, supervisors = []] = await Promise.all([
    deps.listHandlers('acu'),
    deps.listHandlers('reserve'),
    deps.listCustodians(),
    deps.listSupervisors?.(),
  ]);
  return { acu, reserve, custodians, supervisors };
}

export function createDecisionContext(
  deps: Pick<CaseworkDependencies, 'cases' | 'clock' | 'timeZone' | 'signOff'>,
  { record, history }: Pick<LoadedCase, 'record' | 'history'>,
  holders: CaseRoleHolders,
  by: Actor,
): DecisionContext {
  const now = deps.clock();
  const entries = createReadCache(([caseId, input]: readonly [...Parameters<typeof history.entries>]) =>
    history.entries(caseId, input),
  );
  const maySeeCase = (readers: Parameters<typeof maySee>[1]) => maySee(by, readers);
  return {
    record,
    holders,
    signOff: deps.signOff ?? [],
    by: by.objectId,
    now,
    today: toDay(now, deps.timeZone),
    entries: (input, of = record.caseId) => entries([of, input]),
    count: createReadCache((kind) => history.count(record.caseId, kind)),
    maySee: createReadCache(async (other) => (await readAccessIfAllowed(deps.cases, other, maySeeCase)) !== undefined),
    other: createReadCache(async (other) => (await readCaseIfAllowed(deps.cases, other, maySeeCase))?.value),
  };
}

export function createActionContext<Asked>(
  deps: CaseworkDependencies,
  context: DecisionContext,
  input: Asked,
): ActionContext<Asked> {
  const { record, by } = context;
  const folder = { owner: { caseId: record.caseId, holder: handlerHolderId(by) }, referencedFiles: record.files ?? [] };
  return {
    ...context,
    input,
    rules: deps,
    areFilesStored: createReadCache((files) => areFilesStored(deps, folder, files)),
    salt: Buffer.from(deps.random(16)).toString('base64url'),
  };
}
