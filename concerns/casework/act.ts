import type { EntriesAsked } from '../ports/history.ts';
import type { AlertRecord } from '../records/alert-record.ts';
import { withNotice } from '../records/alert-schedule.ts';
import type { CaseRecord } from '../records/case-record.ts';
import type { NewEvent } from '../records/event-chain.ts';
import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { KeptFile } from '../records/kept-file.ts';
import { type Actor, mayAskIdentity, mayBeTold, maySee, maySeeIdentity } from '../records/permissions.ts';
import type { Day } from '../terms/calendar.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { PersonId } from '../terms/person-id.ts';
import type { CaseworkRules, Gate, NotAllowed, SealedWords } from './casework.ts';

/** Those who hold a role now. */
export interface Holders {
  readonly acu: readonly PersonId[];
  readonly reserve: readonly PersonId[];
  readonly custodians: readonly PersonId[];
}

/** A case as somebody finds it, read before anything is decided: a decision waits for nothing. */
export interface Standing {
  readonly record: CaseRecord;
  readonly holders: Holders;
  readonly by: PersonId;
  readonly now: Date;
  readonly today: Day;
  /** The entries of its history that are asked for, without their seals; of another case if one is named. */
  readonly entries: (asked: EntriesAsked, of?: CaseId) => readonly EventRecord[];
  /** How many entries of a kind there are. */
  readonly count: (kind: EventKind) => number;
  /** Whether the person may see another case. */
  readonly sees: (other: CaseId) => boolean;
  /** Another case that the person may see; `undefined` for none as for one that they may not. */
  readonly other: (other: CaseId) => CaseRecord | undefined;
}

/** A case on which somebody asks for something. */
export interface Asking<Asked> extends Standing {
  readonly asked: Asked;
  readonly rules: CaseworkRules;
  /** Whether every part of these files was sent by the person. */
  readonly arrived: (files: readonly KeptFile[]) => boolean;
  /** Drawn for this decision: no two links with a case have the same digest. */
  readonly salt: string;
}

/** Who may act, before anything of a case is looked at. */
export interface Who {
  readonly says: string;
  readonly may: (by: Actor, readers: Pick<CaseRecord, 'handledBy' | 'excluded'>) => boolean;
  /** Whether such a case is theirs to act on: if not, it is as one that does not exist. */
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
 * One thing that an act needs, in words and as a rule. If it does not hold, that is why the act is not allowed; or it was
 * done already, or the case is as one that does not exist.
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

/** An event, and the case as it stands after it. A record that is left as it was is no decision: its revision stays. */
export interface Step {
  readonly record: CaseRecord;
  readonly event: Pick<NewEvent, 'kind' | 'detail' | 'message' | 'note' | 'link' | 'files'> & {
    readonly by?: 'system';
  };
}

/** The effect of an act on a case. */
export interface Done {
  readonly steps: readonly Step[];
  /** The alert of the case afterwards; as it was if this is missing. */
  readonly alert?: (alert: AlertRecord) => AlertRecord;
  /** Takes the seals out of the history as well. */
  readonly erases?: true;
}

/** A row of the table of acts: who may do it, what it needs, what it leaves and whom it tells. */
export interface Act<Asked> {
  /** The act in a line. */
  readonly says: string;
  readonly who: Who;
  /** In this order: the first that does not hold is the answer, but all gates that stand are told together. */
  readonly needs: readonly Need<Asked>[];
  /** The kinds of entry that it leaves, the usual one first. */
  readonly leaves: readonly [EventKind, ...EventKind[]];
  /** When the reserve is told, at once. Without an alert by which it is told nothing is done. */
  readonly tells?: { readonly says: string; holds(standing: Asking<Asked>): boolean };
  /** The people whom it leaves something to do, or something that they should know. */
  readonly waits?: { readonly says: string; people(standing: Asking<Asked>, after: CaseRecord): readonly PersonId[] };
  /** It can be done on an erased case as well. */
  readonly evenErased?: true;
  /** It hands out a seal, so a repeat is carried out again: the history has an entry for each. */
  readonly isOpening?: true;
  does(standing: Asking<Asked>): Done;
}

/** Either everything that is to be written, or why it is not allowed, or that it is so already. */
export type Decision =
  | (Done & {
      /** The reserve is told by the alert: without one nothing is written. */
      readonly tells: boolean;
      readonly waits: readonly PersonId[];
    })
  | { readonly why: NotAllowed | 'refused'; readonly gates?: readonly Gate[] }
  | 'already';

/** The refusal that names the gates which stand; a page that knows none of them has a sentence for it as well. */
const whyGated = (gates: readonly Gate[]) => ({ why: gates.includes('onHold') ? 'onHold' : 'state', gates }) as const;

/** Marks a step that the reserve is told of: its entry says so, and the reserve finds the case on its list. */
const told = ({ record, event }: Step, today: Day): Step => ({
  record: { ...record, oversight: { toldOn: today } },
  event: { ...event, detail: { ...event.detail, told: true } },
});

/** Decides on an act by the case as it is and by who holds a role now. */
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

/** The words of a handler beside an event, where there are some. */
export const noteOf = (words: SealedWords | undefined): Pick<NewEvent, 'note'> => (words ? { note: words } : {});
