import type { AlertRecord } from '../records/alert-record.ts';
import type { CaseId } from '../terms/codes.ts';
import type { Versioned } from '../records/case-record.ts';
import type { HandledBy } from '../terms/urgency.ts';

export interface AlertHealth {
  readonly waiting: number;
  readonly failing: number;
  /** ISO 8601, UTC; missing if none was ever posted. */
  readonly lastPostedAt?: string;
}

/** An unreadable row does not hold up the others: it is counted and left. */
export interface DueAlerts {
  readonly alerts: readonly Versioned<AlertRecord>[];
  readonly unreadable: number;
}

interface DueQuestion {
  /** The latest instant that a correct clock can have set: an alert set for later is due now. */
  readonly latest?: Date;
  readonly waiting?: true;
}

/** Alerts that are due, posted or failed. */
export interface AlertOutbox {
  /**
   * The most overdue first, at most `limit` that can be read; with `latest`, those set for later follow. Alerts that a
   * server holds come too: the caller times how long.
   */
  due(now: Date, limit: number, question?: DueQuestion): Promise<DueAlerts>;
  /**
   * One that cannot be read is answered by `otherwise`, at the stored version; without it StoreError `broken` is
   * thrown.
   */
  read(caseId: CaseId, otherwise?: AlertRecord): Promise<Versioned<AlertRecord> | undefined>;
  write(alert: Versioned<AlertRecord>): Promise<Versioned<AlertRecord> | undefined>;
  health(handledBy: HandledBy): Promise<AlertHealth>;
}
