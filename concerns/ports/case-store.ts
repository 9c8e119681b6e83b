import type { AlertRecord } from '../records/alert-record.ts';
import type { CaseId } from '../terms/codes.ts';
import type { CaseRecord, Versioned } from '../records/case-record.ts';
import type { EventKind, EventRecord } from '../records/event-record.ts';
import type { EntriesAsked, Writer, WrittenSince, Written } from './history.ts';

export interface CaseChange {
  readonly case: Versioned<CaseRecord>;
  readonly alert?: Versioned<AlertRecord>;
  readonly events: readonly EventRecord[];
}

/** The fields that decide who may have anything of a case. Read alone, so that no seal is. */
export type CaseReaders = Pick<CaseRecord, 'tenantId' | 'handledBy' | 'excluded' | 'mailboxRecipient'>;

export interface AskedOfCase {
  readonly entries: readonly EntriesAsked[];
  readonly counts: readonly EventKind[];
  readonly written: readonly { readonly by: Writer; readonly since?: WrittenSince }[];
}

export interface GatheredCase {
  readonly case: Versioned<CaseRecord>;
  readonly alert: Versioned<AlertRecord | undefined> | undefined;
  readonly entries: readonly EventRecord[];
  readonly counts: readonly number[];
  readonly written: readonly Written[];
}

/** Every write is whole or not at all. */
export interface CaseStore {
  create(record: CaseRecord, alert: AlertRecord, events: readonly EventRecord[]): Promise<'created' | 'exists'>;
  readers(caseId: CaseId): Promise<CaseReaders | undefined>;
  read(caseId: CaseId): Promise<Versioned<CaseRecord> | undefined>;
  /**
   * The case with its alert and what is asked of its history, in one transaction, or in as few parallel requests as the
   * database allows.
   */
  gather(caseId: CaseId, asked: AskedOfCase): Promise<GatheredCase | undefined>;
  /** `conflict` also if an event with this sequence exists. */
  change(change: CaseChange): Promise<'changed' | 'conflict'>;
  /**
   * As `change`, and takes the seals out of every event; their digests stay. May be repeated: if it failed half way, no
   * seal comes back, and the case is as before or, with `unknown`, erased while some of its content may still be
   * stored.
   */
  erase(change: CaseChange): Promise<'changed' | 'conflict'>;
  /** Settles when nothing erased is stored any more. `unknown` if something may be: repeat it. */
  expectGone(): Promise<void>;
}
