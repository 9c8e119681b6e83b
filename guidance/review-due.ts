import { addDays, type Day, parseDay } from '../concerns/terms/calendar.ts';

/** So many days before its review a topic is said to be due: time for a reader, a translator and a second person. */
const reviewNoticeDays = 60;

/** How the day stands by which words are to be read again: `over`, `soon`, or far off. No day is far off. */
export function reviewStanding(reviewBy: string, today: Day): 'over' | 'soon' | 'later' {
  const day = parseDay(reviewBy);
  if (day === undefined) return 'later';
  if (day < today) return 'over';
  return day <= addDays(today, reviewNoticeDays) ? 'soon' : 'later';
}

/** How many topics are to be read again, and by when the first of them was or is; `undefined` where none is due. */
export interface ReviewsDue {
  readonly over: number;
  readonly soon: number;
  readonly first: string;
}

/** The reviews that are due among the days of topics. Whatever is due stays as it is: no date takes guidance away. */
export function reviewsDue(days: readonly string[], today: Day): ReviewsDue | undefined {
  const over = days.filter((day) => reviewStanding(day, today) === 'over');
  const soon = days.filter((day) => reviewStanding(day, today) === 'soon');
  const [first] = [...over, ...soon].toSorted();
  return first === undefined ? undefined : { over: over.length, soon: soon.length, first };
}
