import { standingContent } from '../../concerns/content/change-content.ts';
import type { ContentStore } from '../../concerns/ports/store.ts';
import { addDays, type Clock, dayOf } from '../../concerns/terms/calendar.ts';
import type { LiveTopics, Topic, Topics } from '../../guidance/topic.ts';
import { type EventLog, troubleCode } from '../running/event-log.ts';
import type { TextReader } from './read-texts.ts';

/** The built-in topics, and those that a force wrote in their place or beside them. */
export interface LiveContent {
  readonly topicsNow: LiveTopics;
  /** If the store does not answer, the live topics stay. Never throws. */
  refresh(): Promise<void>;
}

/** A server whose clock is a day behind writes under the day before. */
const daysBack = 2;
const wholeLook = 60;

export function createLiveTopics(deps: {
  readonly content: ContentStore;
  readonly builtIn: Topics;
  readonly texts: Pick<TextReader, 'read'>;
  readonly clock: Clock;
  readonly log: EventLog;
}): LiveContent {
  const { content, builtIn, texts, clock, log } = deps;
  const seen = new Map<string, number>();
  const own = new Map<string, Topic>();
  let topics = builtIn;
  let looks = 0;

  /** False if it was not read in time. An entry that cannot be read leaves the topic that was live before. */
  async function look(id: string): Promise<boolean> {
    const { live, revision } = standingContent(id, await content.of(id));
    if (live === undefined) own.delete(id);
    else if (live !== 'unknown') {
      const read = await texts.read(undefined, { topic: id, words: live.words, version: live.number });
      // It was approved, so it can be read: this server has too much to do now, and looks again.
      if (read === 'tooMuch') return false;
      if (read.kind === 'topic') own.set(id, read.topic);
      // It was approved by other rules than this version's.
      else own.delete(id);
    }
    if (live === 'unknown') log({ event: 'contentUnreadable' });
    seen.set(id, revision);
    return true;
  }

  async function refresh(): Promise<void> {
    try {
      const isWhole = looks % wholeLook === 0;
      const since = isWhole ? undefined : addDays(dayOf(clock(), 'UTC'), -daysBack);
      let late = false;
      for (const { topic, number } of await content.marks(since)) {
        if (seen.get(topic) !== number && !(await look(topic))) late = true;
      }
      if (late) log({ event: 'contentFailed', code: 'late' });
      else looks += 1;
    } catch (error) {
      log({ event: 'contentFailed', code: troubleCode(error) });
    }
    topics = new Map([...builtIn, ...own]);
  }

  let running: Promise<void> = Promise.resolve();
  return {
    topicsNow: () => topics,
    // One after the other: an earlier look that ends later would put old topics back.
    refresh: () => (running = running.then(refresh)),
  };
}
