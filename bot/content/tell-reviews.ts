import { type Clock, type Day, dayOf } from '../../concerns/terms/calendar.ts';
import { reviewsDue } from '../../guidance/review-due.ts';
import type { LiveTopics } from '../../guidance/topic.ts';
import type { EventLog } from '../running/event-log.ts';

/** Logs the reviews that are due at the first call and then once each day. */
export function createReviewNotice(deps: {
  readonly topicsNow: LiveTopics;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: EventLog;
}): () => void {
  let saidOn: Day | undefined;
  return () => {
    const today = dayOf(deps.clock(), deps.timeZone);
    if (today === saidOn) return;
    saidOn = today;
    const due = reviewsDue(
      [...deps.topicsNow().values()].map(({ reviewBy }) => reviewBy),
      today,
    );
    if (due) deps.log({ event: 'reviewsDue', ...due });
  };
}
