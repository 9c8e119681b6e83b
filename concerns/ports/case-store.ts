import type { AlertRecord } from '../records/alert-record.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { CaseRecord, Versioned } from '../records/case-record.ts';
import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { EntriesAsked, Writer, WrittenSince, Written } from './history.ts';

export interface CaseChange {
  readonly case: Versioned<CaseRecord>;
  readonly alert?: Versioned<AlertRecord>;
  readonly events: readonly EventRecord[];
}

/**
 * The fields of a case that say to whom anything of it is handed out. Nothing else is read for this, least of all a seal.
 */
export type CaseReaders = Pick<CaseRecord, 'tenantId' | 'handledBy' | 'excluded' | 'mailboxRecipient'>;

/** The questions to a case's history in one go with the case itself. */
export interface AskedOfCase {
  readonly entries: readonly EntriesAsked[];
  /** The kinds whose entries are counted. */
  readonly counts: readonly EventKind[];
  readonly written: readonly { readonly by: Writer; readonly since?: WrittenSince }[];
}

/** A case with its alert, and with what was asked of its history. */
export interface GatheredCase {
  readonly case: Versioned<CaseRecord>;
  /** Missing where there is none; its value is missing where it cannot be read. */
  readonly alert: Versioned<AlertRecord | undefined> | undefined;
  /** Every entry that one of the questions asks for, once and in their order, without seals. */
  readonly entries: readonly EventRecord[];
  /** As many as were asked for, in that order. */
  readonly counts: readonly number[];
  readonly written: readonly Written[];
}

/** Cases with the alert and the events that belong to them. Every write is whole or not at all. Throws StoreError. */
export interface CaseStore {
  /** Saves a new case with its alert and first events. `exists` when there is one with this reference: nothing is written. */
  create(record: CaseRecord, alert: AlertRecord, events: readonly EventRecord[]): Promise<'created' | 'exists'>;
  /** Who may have something of the case with this reference, `undefined` where there is none. */
  readers(caseId: CaseId): Promise<CaseReaders | undefined>;
  /** The case with this reference, `undefined` where there is none. */
  read(caseId: CaseId): Promise<Versioned<CaseRecord> | undefined>;
  /**
   * The same with its alert and what is asked of its history, in one trip: in one transaction, or in as few requests
   * at once as the language of the database allows. `undefined` where there is no such case.
   */
  gather(caseId: CaseId, asked: AskedOfCase): Promise<GatheredCase | undefined>;
  /**
   * Replaces a case, and its alert where one is given, and adds events. `conflict` when the case or the alert is no
   * longer at its version, or an event with this sequence exists: nothing is written, read again.
   */
  change(change: CaseChange): Promise<'changed' | 'conflict'>;
  /**
   * As `change`, and takes the seals out of every event of the case; their digests stay. `conflict` as there. May be
   * repeated: where it failed half way, no seal comes back and the case stands as before, or, by `unknown`, it is erased
   * and what was in it may still stand somewhere.
   */
  erase(change: CaseChange): Promise<'changed' | 'conflict'>;
  /** Settles once nothing of what was erased from any case stands anywhere in the store. `unknown` where it may: repeat it. */
  expectGone(): Promise<void>;
}
