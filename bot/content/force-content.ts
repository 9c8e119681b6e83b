import { type ContentDependencies, standingContent } from '../../concerns/content/change-content.ts';
import type { ContentStore } from '../../concerns/ports/store.ts';
import { type Clock, dayOf } from '../../concerns/terms/calendar.ts';
import { builtInTopics } from '../../guidance/node/built-in-topics.ts';
import type { Topic } from '../../guidance/topic.ts';
import type { ContentList, ContentRow } from '../../contract/content.ts';
import type { ContentWords } from '../../concerns/records/content-record.ts';
import type { PersonId } from '../../concerns/terms/directory.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { WantedPaper } from '../http/print-topic.ts';
import type { EventLog } from '../running/event-log.ts';
import { builtInWords } from './built-in-words.ts';
import { type CheckedContent, createContentCheck } from './check-content.ts';
import { type CheckLinks, createLinkCheck } from './check-links.ts';
import { createLiveTopics, type LiveContent } from './live-topics.ts';
import { createTextReader, printLive, type TextReader, type TextReaderOptions } from './read-texts.ts';
import { createReviewNotice } from './tell-reviews.ts';

export interface ForceContent extends LiveContent, ContentDependencies {
  readonly contacts: Contacts;
  readonly texts: TextReader;
  /** Rejects with TextJobError. */
  readonly print: (topic: Topic, wanted: WantedPaper) => Promise<Uint8Array | undefined>;
  readonly stop: () => Promise<void>;
  /** `undefined` for a topic of the force's own. */
  builtIn(topic: string): ContentWords | undefined;
  /** `tries` says whether their links are tried; true if missing. */
  check(by: PersonId, topic: string, words: ContentWords, tries?: boolean): Promise<CheckedContent>;
  /** The built-in ones first. Throws StoreError. */
  list(): Promise<ContentList>;
}

export function createForceContent(deps: {
  readonly content: ContentStore;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly contacts: Contacts;
  /** Without it there are no posters. */
  readonly publicHost: string | undefined;
  readonly texts?: TextReaderOptions;
  readonly checksLinks: boolean;
  readonly checkLinks?: CheckLinks | undefined;
  readonly log: EventLog;
}): ForceContent {
  const { content, clock, timeZone, contacts, publicHost, checksLinks } = deps;
  const texts = createTextReader(deps.texts);
  const words = builtInWords();
  const live = createLiveTopics({ ...deps, texts, builtIn: builtInTopics() });
  const today = () => dayOf(clock(), timeZone);
  const tellReviews = createReviewNotice({ ...deps, topicsNow: live.topicsNow });
  const checkLinks = checksLinks ? (deps.checkLinks ?? createLinkCheck()) : undefined;
  const hasPosters = publicHost !== undefined;
  const check = createContentCheck({ topicsNow: live.topicsNow, contacts, hasPosters, today, texts, checkLinks });

  async function rowOf(topic: string): Promise<ContentRow | undefined> {
    const standing = standingContent(topic, await content.of(topic));
    const own = standing.live === 'unknown' ? undefined : standing.live?.words;
    const comes = words.get(topic);
    const shown = standing.saved?.words ?? own ?? comes;
    if (shown === undefined) return undefined;
    const seen = own ?? comes;
    return {
      topic,
      origin: comes === undefined ? 'own' : own === undefined ? 'builtIn' : 'replaced',
      state: standing.state,
      isLive: seen !== undefined,
      words: shown,
      ...(seen && { live: seen }),
    };
  }

  return {
    ...live,
    async refresh() {
      await live.refresh();
      tellReviews();
    },
    content,
    clock,
    contacts,
    texts,
    print: printLive(texts, { contacts, publicHost }),
    stop: () => texts.stop(),
    check,
    builtIn: (topic) => words.get(topic),
    mayGoLive: async (by, topic, given) => {
      await live.refresh();
      const { isWhole, dead } = await check(by, topic, given);
      return isWhole && dead.length === 0;
    },
    async list() {
      const written = (await content.marks()).map(({ topic }) => topic).sort();
      const topics = [...new Set([...words.keys(), ...written])];
      const rows = await Promise.all(topics.map(rowOf));
      return { rows: rows.filter((row) => row !== undefined), today: today(), contacts, checksLinks };
    },
  };
}
