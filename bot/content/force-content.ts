import { type ContentDependencies, currentContent } from '../../core/content/change-content.ts';
import type { ContentStore } from '../../core/ports/store.ts';
import type { ContentWords } from '../../core/model/content-entry.ts';
import { addDays, type Clock, type Day, toDay } from '../../core/model/calendar.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type { ContentList, ContentRow } from '../../contract/content.ts';
import { parseFrontMatter } from '../../guidance/front-matter.ts';
import { loadBuiltInTopics, readBilingualSources } from '../../guidance/node/built-in-texts.ts';
import { countDueReviews } from '../../guidance/topic-reviews.ts';
import type { GetTopics, Topic, Topics } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { PrintRequest } from '../http/print-topic.ts';
import { type EventLog, errorCode } from '../runtime/event-log.ts';
import { type LinkChecker, createLinkChecker } from './link-checker.ts';
import {
  createTextWorkerQueue,
  createTopicPrinter,
  type TextWorkerQueue,
  type TextWorkerQueueOptions,
} from './text-worker-queue.ts';
import type { CheckedText } from './text-jobs.ts';

export interface ForceContent extends LiveTopicCache, ContentDependencies {
  readonly contacts: Contacts;
  readonly texts: TextWorkerQueue;
  readonly print: (topic: Topic, wanted: PrintRequest) => Promise<Uint8Array | undefined>;
  readonly stop: () => Promise<void>;
  /** `undefined` for a topic of the force's own. */
  builtIn(topic: string): ContentWords | undefined;
  check(by: PersonId, topic: string, words: ContentWords, followLinks?: boolean): Promise<CheckedContent>;
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
  readonly texts?: TextWorkerQueueOptions;
  readonly checksLinks: boolean;
  readonly checkLinks?: LinkChecker | undefined;
  readonly log: EventLog;
}): ForceContent {
  const { content, clock, timeZone, contacts, publicHost, checksLinks } = deps;
  const texts = createTextWorkerQueue(deps.texts);
  const words = loadBuiltInContent();
  const live = createLiveTopicCache({ ...deps, texts, builtIn: loadBuiltInTopics() });
  const today = () => toDay(clock(), timeZone);
  const logDueReviews = createDueReviewLogger({ ...deps, topicsNow: live.topicsNow });
  const checkLinks = checksLinks ? (deps.checkLinks ?? createLinkChecker()) : undefined;
  const hasPosters = publicHost !== undefined;
  const check = createContentChecker({ topicsNow: live.topicsNow, contacts, hasPosters, today, texts, checkLinks });

  async function contentRow(topic: string): Promise<ContentRow | undefined> {
    const current = currentContent(topic, await content.listEntries(topic));
    const own = current.live === 'unknown' ? undefined : current.live?.words;
    const builtIn = words.get(topic);
    const shown = current.saved?.words ?? own ?? builtIn;
    if (shown === undefined) return undefined;
    const seen = own ?? builtIn;
    return {
      topic,
      origin: builtIn === undefined ? 'own' : own === undefined ? 'builtIn' : 'replaced',
      state: current.state,
      isLive: seen !== undefined,
      words: shown,
      ...(seen && { live: seen }),
    };
  }

  return {
    ...live,
    async refresh() {
      await live.refresh();
      logDueReviews();
    },
    content,
    clock,
    contacts,
    texts,
    print: createTopicPrinter(texts, { contacts, publicHost }),
    stop: () => texts.stop(),
    check,
    builtIn: (topic) => words.get(topic),
    mayGoLive: async (by, topic, given) => {
      await live.refresh();
      const { isValid, dead } = await check(by, topic, given);
      return isValid && dead.length === 0;
    },
    async list() {
      const written = (await content.listLatestEntries()).map(({ topic }) => topic).sort();
      const topics = [...new Set([...words.keys(), ...written])];
      const rows = await Promise.all(topics.map(contentRow));
      return { rows: rows.filter((row) => row !== undefined), today: today(), contacts, checksLinks };
    },
  };
}

interface CheckedContent extends Pick<CheckedText, 'isValid' | 'pages' | 'cards'> {
  readonly dead: readonly string[];
  readonly unchecked: readonly string[];
  /** Reading took too long. */
  readonly isTooMuch?: true;
}

/** Asks no address without `checkLinks`, or if `followLinks` is false. Rejects if the worker of texts fails or is too slow. */
export const createContentChecker =
  (deps: {
    readonly topicsNow: GetTopics;
    readonly contacts: Contacts;
    readonly hasPosters: boolean;
    readonly today: () => Day;
    readonly texts: Pick<TextWorkerQueue, 'check'>;
    readonly checkLinks: LinkChecker | undefined;
  }) =>
  async (by: PersonId, topic: string, words: ContentWords, followLinks = true): Promise<CheckedContent> => {
    const { contacts, hasPosters } = deps;
    const context = { today: deps.today(), topics: deps.topicsNow(), contacts, hasPosters };
    const checked = await deps.texts.check(by, { topic, words, ...context });
    if (checked === 'tooMuch') return { isValid: false, dead: [], unchecked: [], isTooMuch: true };
    const { addresses, ...rendered } = checked;
    const states = followLinks && checked.pages !== undefined ? await deps.checkLinks?.(addresses) : undefined;
    const linksInState = (state: string) =>
      [...(states ?? [])].flatMap(([link, each]) => (each === state ? [link] : []));
    return { ...rendered, dead: linksInState('dead'), unchecked: linksInState('unchecked') };
  };

export interface LiveTopicCache {
  readonly topicsNow: GetTopics;
  /** If the store fails, the live topics stay. Never throws. */
  refresh(): Promise<void>;
}

/** A server whose clock is a day behind writes under the day before. */
const lookBackDays = 2;
const fullRefreshInterval = 60;

export function createLiveTopicCache(deps: {
  readonly content: ContentStore;
  readonly builtIn: Topics;
  readonly texts: Pick<TextWorkerQueue, 'read'>;
  readonly clock: Clock;
  readonly log: EventLog;
}): LiveTopicCache {
  const { content, builtIn, texts, clock, log } = deps;
  const seenRevisions = new Map<string, number>();
  const forceTopics = new Map<string, Topic>();
  let topics = builtIn;
  let refreshCount = 0;

  /** False if it was not read in time. An unreadable entry leaves the topic that was live before. */
  async function refreshTopic(id: string): Promise<boolean> {
    const { live, revision } = currentContent(id, await content.listEntries(id));
    if (live === undefined) forceTopics.delete(id);
    else if (live !== 'unknown') {
      const read = await texts.read(undefined, { topic: id, words: live.words, version: live.number });
      // It was approved, so this server reads it when it is less busy.
      if (read === 'tooMuch') return false;
      if (read.kind === 'topic') forceTopics.set(id, read.topic);
      // Rules of another version approved it.
      else forceTopics.delete(id);
    }
    if (live === 'unknown') log({ event: 'contentUnreadable' });
    seenRevisions.set(id, revision);
    return true;
  }

  async function refresh(): Promise<void> {
    try {
      const isWhole = refreshCount % fullRefreshInterval === 0;
      const since = isWhole ? undefined : addDays(toDay(clock(), 'UTC'), -lookBackDays);
      let late = false;
      for (const { topic, number } of await content.listLatestEntries(since)) {
        if (seenRevisions.get(topic) !== number && !(await refreshTopic(topic))) late = true;
      }
      if (late) log({ event: 'contentFailed', code: 'late' });
      else refreshCount += 1;
    } catch (error) {
      log({ event: 'contentFailed', code: errorCode(error) });
    }
    topics = new Map([...builtIn, ...forceTopics]);
  }

  let running: Promise<void> = Promise.resolve();
  return {
    topicsNow: () => topics,
    // In order: an earlier refresh that ends later would bring old topics back.
    refresh: () => (running = running.then(refresh)),
  };
}

/** At the first call and then once a day. */
export function createDueReviewLogger(deps: {
  readonly topicsNow: GetTopics;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: EventLog;
}): () => void {
  let loggedOn: Day | undefined;
  return () => {
    const today = toDay(deps.clock(), deps.timeZone);
    if (today === loggedOn) return;
    loggedOn = today;
    const due = countDueReviews(
      [...deps.topicsNow().values()].map(({ reviewBy }) => reviewBy),
      today,
    );
    if (due) deps.log({ event: 'reviewsDue', ...due });
  };
}

export function loadBuiltInContent(): ReadonlyMap<string, ContentWords> {
  const words = new Map<string, ContentWords>();
  for (const [topic, source] of readBilingualSources()) {
    const [en, cy] = [parseFrontMatter(source.en), parseFrontMatter(source.cy)];
    if (en.kind === 'problems' || cy.kind === 'problems') continue;
    words.set(topic, {
      title: { en: en.head.title, cy: cy.head.title },
      text: { en: en.body.trim(), cy: cy.body.trim() },
      owner: { en: en.head.owner, cy: cy.head.owner },
      reviewBy: en.head.review,
      part: en.head.part,
      place: en.head.place,
    });
  }
  return words;
}
