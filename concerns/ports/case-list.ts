import type { Day } from '../terms/calendar.ts';
import type { CaseFigures, CaseStatus } from '../records/case-record.ts';
import type { DueBefore } from '../records/deadlines.ts';
import type { ListOrder, ListPlace } from '../records/list-order.ts';
import type { Kind } from '../terms/kinds.ts';
import type { PersonId } from '../terms/person-id.ts';
import type { Route } from '../terms/routes.ts';
import type { HandledBy, Urgency } from '../terms/urgency.ts';

/** For a list that all read who handle such cases: it shows those that nobody is shut out of. */
export const everybody = 'everybody';

/** Which cases a list shows. What is not given does not narrow it. */
export interface CaseFilter {
  readonly handledBy: HandledBy;
  /**
   * Who looks, or `everybody`: a case that they are shut out of is in no list and no count. With `noneOf`, only cases that
   * all of these people are shut out of.
   */
  readonly viewer: PersonId | typeof everybody | { readonly noneOf: readonly PersonId[] };
  /** `open` stands for every status but `closed`. */
  readonly status?: CaseStatus | 'open';
  readonly kind?: Kind;
  readonly urgency?: Urgency;
  /** The way by which they came. */
  readonly route?: Route;
  /** Cases that are with this person, or with nobody. */
  readonly with?: { readonly objectId: PersonId } | 'nobody';
  /** Cases of which a deadline counts from before these days. */
  readonly due?: DueBefore;
  /** Cases of which no deadline counts from before these days. */
  readonly notDue?: DueBefore;
  /** Cases whose review falls on this day or earlier. */
  readonly reviewBy?: Day;
  /** Cases of which the reserve has been told something, or of which nobody of it has looked at that yet. */
  readonly overseen?: true | 'unseen';
  /** Cases whose sealed identity somebody asked for. */
  readonly identityAsked?: true;
  /** Cases of which something that the reporter wrote was opened by nobody who handles them. */
  readonly unread?: true;
  /** Cases that nobody has acknowledged or opened, or of which nobody has acknowledged what was added. */
  readonly unacknowledged?: true;
  /** Cases of which something waits for a second person, who can be this one. */
  readonly second?: PersonId;
  /** Cases whose reference begins so, in the symbols of a stored reference. */
  readonly startingWith?: string;
}

/** Which cases a list shows, and in which order: the newest first where it is missing. */
export interface ListQuestion extends CaseFilter {
  readonly order?: ListOrder;
}

/** Cases in lists, in one of their orders, and by reference within a day. No seal is read. Throws StoreError. */
export interface CaseList {
  /**
   * The cases after a place in the order (`placeIn`), the first ones where it is missing, at most `limit`: as their records say, against which
   * what found them is held. One that the record gives to others, or takes from who looks, is left out. `onDiffers` is
   * told how many were found by what their records do not say, where there are any.
   */
  page(
    question: ListQuestion,
    after: ListPlace | undefined,
    limit: number,
    onDiffers?: (cases: number) => void,
  ): Promise<readonly CaseFigures[]>;
  /** How many cases there are, counted no further than `most`. */
  count(filter: CaseFilter, most: number): Promise<number>;
}
