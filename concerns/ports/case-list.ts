import type { Day } from '../terms/calendar.ts';
import type { CaseFigures, CaseStatus } from '../records/case-record.ts';
import type { DueBefore } from '../records/deadlines.ts';
import type { ListOrder, ListPlace } from '../records/list-order.ts';
import type { Kind } from '../terms/kinds.ts';
import type { PersonId } from '../terms/directory.ts';
import type { Route } from '../terms/routes.ts';
import type { HandledBy, Urgency } from '../terms/urgency.ts';

export const everybody = 'everybody';

/** A missing field does not narrow the list. */
export interface CaseFilter {
  readonly handledBy: HandledBy;
  /**
   * A case from which the viewer is excluded is in no list and no count. `noneOf`: all of these people are excluded.
   */
  readonly viewer: PersonId | typeof everybody | { readonly noneOf: readonly PersonId[] };
  readonly status?: CaseStatus | 'open';
  readonly kind?: Kind;
  readonly urgency?: Urgency;
  readonly route?: Route;
  readonly with?: { readonly objectId: PersonId } | 'nobody';
  readonly due?: DueBefore;
  readonly notDue?: DueBefore;
  readonly reviewBy?: Day;
  readonly overseen?: true | 'unseen';
  readonly identityAsked?: true;
  readonly unread?: true;
  readonly unacknowledged?: true;
  readonly second?: PersonId;
  readonly startingWith?: string;
}

/** Newest first if no order is given. */
export interface ListQuestion extends CaseFilter {
  readonly order?: ListOrder;
}

/** Cases in lists, by reference within a day. Reads no seal. */
export interface CaseList {
  /**
   * At most `limit` cases after a place (`placeIn`). Each is checked against its record and left out if that says
   * otherwise; `onDiffers` is told how many were.
   */
  page(
    question: ListQuestion,
    after: ListPlace | undefined,
    limit: number,
    onDiffers?: (cases: number) => void,
  ): Promise<readonly CaseFigures[]>;
  count(filter: CaseFilter, most: number): Promise<number>;
}
