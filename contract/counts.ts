/** How many cases wait in each way for whoever asks, among those that they may see. */
export interface Counts {
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly review: number;
  readonly unread: number;
  readonly atRisk: number;
  readonly unacknowledged: number;
  readonly second: number;
  /** For the reserve: cases of the unit of which it was told something that nobody of it has looked at. */
  readonly told?: number;
  /** There is no case at all that this person may see. */
  readonly isEmpty: boolean;
  /** Counted no further than this. */
  readonly most: number;
}
