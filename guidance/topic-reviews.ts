import { addDays, type Day, parseDay } from '../core/model/calendar.ts';

const reviewNoticeDays = 60;

/** A text that is no day is `later`. */
export function reviewState(reviewBy: string, today: Day): 'over' | 'soon' | 'later' {
  const day = parseDay(reviewBy);
  if (day === undefined) return 'later';
  if (day < today) return 'over';
  return day <= addDays(today, reviewNoticeDays) ? 'soon' : 'later';
}

export interface DueReviews {
  readonly over: number;
  readonly soon: number;
  readonly first: string;
}

/** `undefined` if none is due. Topics that are due stay. */
export function countDueReviews(days: readonly string[], today: Day): DueReviews | undefined {
  const over = days.filter((day) => reviewState(day, today) === 'over');
  const soon = days.filter((day) => reviewState(day, today) === 'soon');
  const [first] = [...over, ...soon].toSorted();
  return first === undefined ? undefined : { over: over.length, soon: soon.length, first };
}
