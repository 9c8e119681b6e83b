import type { CaseId } from '../terms/codes.ts';
import type { Day } from '../terms/calendar.ts';
import type { Kind } from '../terms/kinds.ts';
import type { Urgency } from '../terms/urgency.ts';
import type { AlertPost } from '../records/alert-record.ts';
import type { Language } from '../terms/language.ts';
import type { AlertTarget } from '../records/alert-targets.ts';

/** All that an alert can say. There is no field for words or a person, and none is to be added. */
export type AlertMessage = NamedAlert | NeutralAlert | CombinedAlert;

export interface NeutralAlert {
  readonly caseId?: undefined;
  readonly together?: undefined;
  readonly urgency: Urgency;
  /** One person alone did something to a case of the unit. */
  readonly oversight?: true;
}

/** Several alerts in one post, naming no case. */
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
  readonly kind?: Kind;
  readonly reason: 'new' | 'addition';
  readonly repeated: boolean;
  readonly acknowledgedOn?: Day;
  readonly unopened?: true;
}

export type PostOutcome =
  | { readonly kind: 'posted'; readonly post: Omit<AlertPost, 'postedAt'> }
  | { readonly kind: 'retry'; readonly code: string; readonly afterMs?: number }
  | { readonly kind: 'refused'; readonly code: string };

/** Posts alerts into channels. Gives up after a deadline; never throws for a channel's answer. */
export interface AlertSender {
  post(target: AlertTarget, message: AlertMessage): Promise<PostOutcome>;
  update(post: AlertPost, language: Language, message: AlertMessage): Promise<PostOutcome>;
}
