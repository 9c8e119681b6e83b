import type { CaseId } from '../terms/case-id.ts';
import type { Day } from '../terms/calendar.ts';
import type { Kind } from '../terms/kinds.ts';
import type { Urgency } from '../terms/urgency.ts';
import type { AlertPost } from '../records/alert-record.ts';
import type { Language } from '../terms/language.ts';
import type { AlertTarget } from '../records/alert-targets.ts';

/** All that an alert can say. There is no field for words or a person, and none is to be added. */
export type AlertMessage = NamedAlert | NeutralAlert | CombinedAlert;

/** An alert of a case that somebody in the channel may be shut out of: that there is something new, and no more. */
export interface NeutralAlert {
  readonly caseId?: undefined;
  readonly together?: undefined;
  readonly urgency: Urgency;
  /** Tells the reserve that something was done to a case of the unit by one person alone. */
  readonly oversight?: true;
}

/** Several alerts in one post: how many, and none of their cases. */
export interface CombinedAlert {
  readonly caseId?: undefined;
  readonly together: {
    /** So many are told of for the first time, and so many were before and still wait to be acknowledged or opened. */
    readonly fresh: number;
    readonly again: number;
    /** So many of all are urgent. */
    readonly urgent: number;
  };
}

/** An alert that says which case it is about. */
export interface NamedAlert {
  readonly caseId: CaseId;
  readonly urgency: Urgency;
  readonly receivedOn: Day;
  readonly kind?: Kind;
  readonly reason: 'new' | 'addition';
  /** Posted before and not acknowledged since. */
  readonly repeated: boolean;
  readonly acknowledgedOn?: Day;
  /** Acknowledged, and nobody has opened the case since. */
  readonly unopened?: true;
}

/** `retry`: it did not arrive, or nobody knows; try again, after `afterMs` where the channel asked for it. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly post: Omit<AlertPost, 'postedAt'> }
  | { readonly kind: 'retry'; readonly code: string; readonly afterMs?: number }
  | { readonly kind: 'refused'; readonly code: string };

/** Posts alerts into channels. Gives up after a deadline; never throws for what a channel answers. */
export interface AlertSender {
  post(target: AlertTarget, message: AlertMessage): Promise<PostOutcome>;
  /** Changes a post in place, so that it shows the alert as it stands now. */
  update(post: AlertPost, language: Language, message: AlertMessage): Promise<PostOutcome>;
}
