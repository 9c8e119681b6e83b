import type { AlertRecord } from '../records/alert-record.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { CaseRecord, Versioned } from '../records/case-record.ts';
import type { EventRecord } from '../records/event-record.ts';

export interface CaseChange {
  readonly case: Versioned<CaseRecord>;
  readonly alert?: Versioned<AlertRecord>;
  readonly events: readonly EventRecord[];
}

/** What of a case says to whom anything of it is handed out. Nothing else is read for it, least of all a seal. */
export type CaseReaders = Pick<CaseRecord, 'tenantId' | 'handledBy' | 'excluded' | 'mailboxRecipient'>;

/** Cases with the alert and the events that belong to them. Every write is whole or not at all. Throws StoreError. */
export interface CaseStore {
  /** Saves a new case with its alert and first events. `exists` when there is one with this reference: nothing is written. */
  create(record: CaseRecord, alert: AlertRecord, events: readonly EventRecord[]): Promise<'created' | 'exists'>;
  /** Who may have something of the case with this reference, `undefined` where there is none. */
  readers(caseId: CaseId): Promise<CaseReaders | undefined>;
  /** The case with this reference, `undefined` where there is none. */
  read(caseId: CaseId): Promise<Versioned<CaseRecord> | undefined>;
  /**
   * Replaces a case, and its alert where one is given, and adds events. `conflict` when the case or the alert is no
   * longer at its version, or an event with this sequence exists: nothing is written, read again.
   */
  change(change: CaseChange): Promise<'changed' | 'conflict'>;
  /**
   * As `change`, and takes the seals out of every event of the case; their digests stay. `conflict` as there. May be
   * repeated: where it failed half way, no seal comes back and the case stands as before.
   */
  erase(change: CaseChange): Promise<'changed' | 'conflict'>;
}
