import type { AlertPost, AlertRecord } from '../model/alert-record.ts';
import type { CaseId } from '../model/case-id.ts';
import type { Versioned } from '../model/case-record.ts';
import type { HandledBy } from '../model/handled-by.ts';
import type { Urgency } from '../model/urgency.ts';
import type { Day } from '../model/calendar.ts';
import type { ReportKind } from '../model/classification.ts';
import type { Language } from '../model/language.ts';
import type { AlertTarget } from '../model/alert-targets.ts';

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

interface DueAlertQuery {
  /** The latest instant that a correct clock can have set: an alert set for later is due now. */
  readonly latest?: Date;
  readonly waiting?: true;
}

export interface AlertOutbox {
  /**
   * The most overdue first, at most `limit` that can be read; with `latest`, those set for later follow. Alerts that a
   * server leases come too: the caller times how long.
   */
  due(now: Date, limit: number, query?: DueAlertQuery): Promise<DueAlerts>;
  /**
   * `otherwise` replaces one that cannot be read, at the stored version; without it this throws StoreError `broken`.
   */
  read(caseId: CaseId, otherwise?: AlertRecord): Promise<Versioned<AlertRecord> | undefined>;
  write(alert: Versioned<AlertRecord>): Promise<Versioned<AlertRecord> | undefined>;
  health(handledBy: HandledBy): Promise<AlertHealth>;
}

/** Never add a field for words or a person. */
export type AlertMessage = NamedAlert | NeutralAlert | CombinedAlert;

export interface NeutralAlert {
  readonly caseId?: undefined;
  readonly together?: undefined;
  readonly urgency: Urgency;
  /** One person alone did something to a case of the unit. */
  readonly oversight?: true;
}

/** It names no case. */
export interface CombinedAlert {
  readonly caseId?: undefined;
  readonly together: {
    readonly fresh: number;
    readonly again: number;
    readonly urgent: number;
  };
}

export interface NamedAlert {
  readonly caseId: CaseId;
  readonly urgency: Urgency;
  readonly receivedOn: Day;
  readonly kind?: ReportKind;
  readonly reason: 'new' | 'addition';
  readonly repeated: boolean;
  readonly acknowledgedOn?: Day;
  readonly unopened?: true;
}

export type AlertPostOutcome =
  | { readonly kind: 'posted'; readonly post: Omit<AlertPost, 'postedAt'> }
  | { readonly kind: 'retry'; readonly code: string; readonly afterMs?: number }
  | { readonly kind: 'refused'; readonly code: string };

/** Gives up after a deadline; never throws for a channel's answer. */
export interface AlertSender {
  post(target: AlertTarget, message: AlertMessage): Promise<AlertPostOutcome>;
  update(post: AlertPost, language: Language, message: AlertMessage): Promise<AlertPostOutcome>;
}
