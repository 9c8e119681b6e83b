import type { AlertOutbox } from '../ports/alerts.ts';
import { allowedReaders, type CaseStore, type EntriesAsked, type History, standingCase } from '../ports/case-store.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { CaseRecord } from '../model/case-record.ts';
import type { EventKind, EventRecord, NewEvent, NoteReader } from '../model/event-record.ts';
import type { IdentityRules } from '../model/identity-request.ts';
import type { CaseId } from '../model/codes.ts';
import { type Clock, type Day, dayOf, type Random } from '../model/calendar.ts';
import type { PersonId } from '../model/directory.ts';
import type { HandledBy } from '../model/urgency.ts';
import type { CaseInHand } from './loaded-case.ts';
import type { CountOpening } from './unseal-case.ts';
import { type AlertRecord, withNotice } from '../model/alert-record.ts';
import { holderOfHandler, type KeptFile } from '../model/sealed-file.ts';
import { type Actor, mayAskIdentity, mayBeTold, maySee, maySeeIdentity } from '../model/permissions.ts';
import { standAt } from '../intake/case-files.ts';
import { canonicalJson } from '../model/digests.ts';

export type NotAllowed =
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
  | 'noReason'
  | 'ownConflict'
  | 'olderKey'
  | 'olderCard'
  | 'notOpened'
  | 'noReasonToTake'
  | 'reviewTooFar'
  | 'keyNotShown'
  | 'contact';

/** The rules are in gates.ts, the sentences in the tab. */
export const gates = [
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
export type Gate = (typeof gates)[number];

interface CaseworkRules {
  readonly timeZone: string;
  readonly reviewYears: number;
  readonly referralDays?: number | undefined;
  readonly identity: IdentityRules;
  readonly messages: boolean;
  keyGenerations(handledBy: HandledBy): readonly string[];
}

export interface CaseworkDependencies extends CaseworkRules {
  readonly cases: CaseStore;
  readonly history: History;
  readonly outbox: AlertOutbox;
  readonly files?: FileStore | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly countOpening?: CountOpening;
  handlersKnown(handledBy: HandledBy): Promise<readonly PersonId[]>;
  custodiansKnown(): Promise<readonly PersonId[]>;
}

/** The same request is carried out once. */
export interface AskedEntry {
  readonly caseId: CaseId;
  readonly request: string;
}
export interface AskedChange extends AskedEntry {
  readonly revision: number;
}
/** Sealed in the handler's browser. */
export interface SealedWords {
  readonly for: NoteReader;
  readonly sealed: string;
}

/** `refused` also if there is no such case. `isNew` is false for a repeat. The case is the one after the act. */
export type CaseOutcome =
  | {
      readonly kind: 'changed';
      readonly record: CaseRecord;
      readonly isNew: boolean;
      readonly inHand: CaseInHand;
      readonly waits?: readonly PersonId[];
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'moved'; readonly record: CaseRecord; readonly inHand: CaseInHand }
  | { readonly kind: 'notAllowed'; readonly why: NotAllowed; readonly gates?: readonly Gate[] };

export interface Holders {
  readonly acu: readonly PersonId[];
  readonly reserve: readonly PersonId[];
  readonly custodians: readonly PersonId[];
}

export interface Standing {
  readonly record: CaseRecord;
  readonly holders: Holders;
  readonly by: PersonId;
  readonly now: Date;
  readonly today: Day;
  readonly entries: (asked: EntriesAsked, of?: CaseId) => readonly EventRecord[];
  readonly count: (kind: EventKind) => number;
  readonly sees: (other: CaseId) => boolean;
  /** `undefined` if there is none, and equally if they may not see it. */
  readonly other: (other: CaseId) => CaseRecord | undefined;
}

export interface Asking<Asked> extends Standing {
  readonly asked: Asked;
  readonly rules: CaseworkRules;
  readonly arrived: (files: readonly KeptFile[]) => boolean;
  /** Drawn for each decision: no two links have the same digest. */
  readonly salt: string;
}

/** Checked before anything of the case is looked at. */
export interface Who {
  readonly says: string;
  readonly may: (by: Actor, readers: Pick<CaseRecord, 'handledBy' | 'excluded'>) => boolean;
  readonly of?: (record: CaseRecord) => boolean;
}
export const handlers: Who = { says: 'those who handle such cases and are not shut out of it', may: maySee };
export const custodians: Who = { says: 'custodians who are not shut out of it', may: maySeeIdentity };
export const handlersOrCustodians: Who = {
  says: 'those who handle such cases, and custodians, who are not shut out of it',
  may: mayAskIdentity,
};
export const reserveOfUnits: Who = {
  says: 'the reserve, of a case of the unit, if not shut out of it',
  may: mayBeTold,
};
export const reserveThatWasTold: Who = {
  says: 'the reserve, of a case of the unit of which it was told something, if not shut out of it',
  may: mayBeTold,
  of: ({ oversight }) => oversight !== undefined,
};

/**
 * A need that does not hold refuses the act for a reason, finds it done already, or treats the case as one that does
 * not exist.
 */
export interface Need<in Asked> {
  readonly says: string;
  readonly else: NotAllowed | 'already' | 'refused' | { readonly gate: Gate };
  holds(standing: Asking<Asked>): boolean;
}
export const need = <Asked>(
  says: string,
  otherwise: NotAllowed | 'already' | 'refused',
  holds: (standing: Asking<Asked>) => boolean,
): Need<Asked> => ({ says, else: otherwise, holds });

/** A step that leaves the record the same object is no decision: its revision stays. */
export interface Step {
  readonly record: CaseRecord;
  readonly event: Pick<NewEvent, 'kind' | 'detail' | 'message' | 'note' | 'link' | 'files'> & {
    readonly by?: 'system';
  };
}

export interface Done {
  readonly steps: readonly Step[];
  readonly alert?: (alert: AlertRecord) => AlertRecord;
  readonly erases?: true;
}

/** A row of the table of acts: who may do it, what it needs, what it leaves and whom it tells. */
export interface Act<Asked> {
  readonly says: string;
  readonly who: Who;
  /** The first that does not hold is the answer, but all gates are told together. */
  readonly needs: readonly Need<Asked>[];
  readonly leaves: readonly [EventKind, ...EventKind[]];
  /** When the reserve is told at once. Without an alert for it nothing is done. */
  readonly tells?: { readonly says: string; holds(standing: Asking<Asked>): boolean };
  /** Those who have something to do or to know afterwards. */
  readonly waits?: { readonly says: string; people(standing: Asking<Asked>, after: CaseRecord): readonly PersonId[] };
  readonly evenErased?: true;
  /** It hands out a seal, so a repeat is carried out again: the history has an entry for each. */
  readonly isOpening?: true;
  does(standing: Asking<Asked>): Done;
}

type Decision =
  | (Done & {
      /** The alert tells the reserve: without one nothing is written. */
      readonly tells: boolean;
      readonly waits: readonly PersonId[];
    })
  | { readonly why: NotAllowed | 'refused'; readonly gates?: readonly Gate[] }
  | 'already';

const whyGated = (gates: readonly Gate[]) => ({ why: gates.includes('onHold') ? 'onHold' : 'state', gates }) as const;

const told = ({ record, event }: Step, today: Day): Step => ({
  record: { ...record, oversight: { toldOn: today } },
  event: { ...event, detail: { ...event.detail, told: true } },
});

export function decide<Asked>(standing: Asking<Asked>, act: Act<Asked>): Decision {
  const gates: Gate[] = [];
  for (const one of act.needs) {
    if (typeof one.else === 'object') {
      if (!one.holds(standing)) gates.push(one.else.gate);
    } else if (gates.length === 0 && !one.holds(standing)) {
      return one.else === 'already' ? 'already' : { why: one.else };
    }
  }
  if (gates.length > 0) return whyGated(gates);
  const tells = act.tells?.holds(standing) ?? false;
  const done = act.does(standing);
  const { alert = (same: AlertRecord) => same } = done;
  const after = done.steps.at(-1)?.record ?? standing.record;
  const waits = act.waits?.people(standing, after) ?? [];
  if (!tells) return { ...done, tells, waits };
  return {
    ...done,
    steps: done.steps.map((step) => told(step, standing.today)),
    alert: (before) => withNotice(alert(before), standing.now),
    tells,
    waits,
  };
}

export const noteOf = (words: SealedWords | undefined): Pick<NewEvent, 'note'> => (words ? { note: words } : {});

/** It never leaves `decided`. */
class NotReadError extends Error {
  readonly read: () => Promise<void>;
  constructor(read: () => Promise<void>) {
    super('not read yet');
    this.read = read;
  }
}

function onceRead<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key) => {
    const name = canonicalJson(key);
    const held = known.get(name);
    if (held !== undefined) return held.value;
    throw new NotReadError(async () => {
      known.set(name, { value: await read(key) });
    });
  };
}

/**
 * Runs a plain decision again after reading what it lacked, so that no decision reads more than it needs. Throws
 * StoreError.
 */
export async function decided<Result>(decide: () => Result): Promise<Result> {
  for (;;) {
    try {
      return decide();
    } catch (error) {
      if (!(error instanceof NotReadError)) throw error;
      await error.read();
    }
  }
}

export async function holdersNow(
  deps: Pick<CaseworkDependencies, 'handlersKnown' | 'custodiansKnown'>,
): Promise<Holders> {
  const [acu, reserve, custodians] = await Promise.all([
    deps.handlersKnown('acu'),
    deps.handlersKnown('reserve'),
    deps.custodiansKnown(),
  ]);
  return { acu, reserve, custodians };
}

export function standingOf(
  deps: Pick<CaseworkDependencies, 'cases' | 'clock' | 'timeZone'>,
  { record, history }: Pick<CaseInHand, 'record' | 'history'>,
  holders: Holders,
  by: Actor,
): Standing {
  const now = deps.clock();
  const entries = onceRead(([caseId, asked]: readonly [...Parameters<typeof history.entries>]) =>
    history.entries(caseId, asked),
  );
  const mayTheyOf = (readers: Parameters<typeof maySee>[1]) => maySee(by, readers);
  return {
    record,
    holders,
    by: by.objectId,
    now,
    today: dayOf(now, deps.timeZone),
    entries: (asked, of = record.caseId) => entries([of, asked]),
    count: onceRead((kind) => history.count(record.caseId, kind)),
    sees: onceRead(async (other) => (await allowedReaders(deps.cases, other, mayTheyOf)) !== undefined),
    other: onceRead(async (other) => (await standingCase(deps.cases, other, mayTheyOf))?.value),
  };
}

export function askingOf<Asked>(deps: CaseworkDependencies, standing: Standing, asked: Asked): Asking<Asked> {
  const { record, by } = standing;
  const at = { of: { caseId: record.caseId, holder: holderOfHandler(by) }, named: record.files ?? [] };
  return {
    ...standing,
    asked,
    rules: deps,
    arrived: onceRead((files) => standAt(deps, at, files)),
    salt: Buffer.from(deps.random(16)).toString('base64url'),
  };
}
