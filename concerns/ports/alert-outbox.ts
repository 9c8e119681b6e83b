import type { AlertRecord } from '../records/alert-record.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { Versioned } from '../records/case-record.ts';
import type { HandledBy } from '../terms/urgency.ts';

export interface AlertHealth {
  /** Alerts that wait, the failing ones among them. */
  readonly waiting: number;
  /** Alerts whose last attempt failed. */
  readonly failing: number;
  /** ISO 8601, UTC; missing where none was ever posted. */
  readonly lastPostedAt?: string;
}

/** The alerts that are due. A row that cannot be read keeps no other back: it is counted and left as it is. */
export interface DueAlerts {
  readonly alerts: readonly Versioned<AlertRecord>[];
  /** How many rows were met that cannot be read. */
  readonly unreadable: number;
}

/** Which of the alerts that are due. */
interface DueQuestion {
  /** Up to when an instant can have been set by a clock that was right: an alert that is set for later is due now. */
  readonly latest?: Date;
  /** Only alerts that wait for their first post. */
  readonly waiting?: true;
}

/** Alerts that are due, posted or failed. Instants are Dates. Throws StoreError. */
export interface AlertOutbox {
  /**
   * Alerts due at an instant, the most overdue first, at most `limit` that can be read. If `latest` is given, those that
   * are set for later come as well, at the end. An alert that a server holds comes too: how long it has been held is for
   * the caller to watch, since no two clocks are compared.
   */
  due(now: Date, limit: number, question?: DueQuestion): Promise<DueAlerts>;
  /**
   * The alert of a case, `undefined` where there is none. One that cannot be read is answered by `otherwise`, at the
   * version of what stands, so that a write puts it right; without it StoreError `broken` is thrown.
   */
  read(caseId: CaseId, otherwise?: AlertRecord): Promise<Versioned<AlertRecord> | undefined>;
  /** Replaces an alert; `undefined` when it is no longer at its version: nothing is written, somebody else has it. */
  write(alert: Versioned<AlertRecord>): Promise<Versioned<AlertRecord> | undefined>;
  /** How the alerts of those who handle these cases are getting on. */
  health(handledBy: HandledBy): Promise<AlertHealth>;
}
