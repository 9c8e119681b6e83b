import { beforeEach, describe, expect, it } from '@jest/globals';
import { createLiveTopicCache, type LiveTopicCache } from '../../../bot/content/force-content.ts';
import type { TextWorkerQueue } from '../../../bot/content/text-worker-queue.ts';
import type { LogEvent } from '../../../bot/runtime/event-log.ts';
import type { ContentStore } from '../../../core/ports/store.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import type { ContentEntry } from '../../../core/model/content-entry.ts';
import { loadBuiltInTopics } from '../../../guidance/node/built-in-texts.ts';
import { createContentEntry, createMemoryContentStore, createContentWords } from '../../support/core/content.ts';
import { inlineTextReader } from '../../support/guidance/inline-text-reader.ts';

const builtIn = loadBuiltInTopics();
let content: ContentStore;
let texts: Pick<TextWorkerQueue, 'read'>;
let asked: string[];
let isAway: boolean;
let log: LogEvent[];
let now: Date;
beforeEach(() => {
  const memory = createMemoryContentStore();
  texts = inlineTextReader;
  asked = [];
  isAway = false;
  log = [];
  now = new Date('2026-11-26T10:00:00Z');
  content = {
    ...memory,
    listLatestEntries: async (since) => {
      if (isAway) throw new StoreError('unavailable');
      asked.push(`marks ${since ?? 'all'}`);
      return memory.listLatestEntries(since);
    },
    listEntries: async (topic) => {
      asked.push(topic);
      return memory.listEntries(topic);
    },
  };
});

const server = (): LiveTopicCache =>
  createLiveTopicCache({ content, builtIn, texts, clock: () => now, log: (event) => log.push(event) });
async function written(...entries: readonly ContentEntry[]): Promise<void> {
  for (const entry of entries) await content.add(entry);
}
const titleOf = ({ topicsNow }: LiveTopicCache, topic: string) => topicsNow().get(topic)?.text.en.title;
const approved = (topic: string, from: number, title: string) => {
  const words = createContentWords({ title: { en: title, cy: title } });
  return (['saved', 'submitted', 'approved'] as const).map((kind, place) =>
    createContentEntry(kind, from + place, { topic, words }),
  );
};

describe('the topics that readers see', () => {
  it('are those that come with Candour until the store was looked at', () => {
    expect(server().topicsNow()).toEqual(builtIn);
  });

  it('are the force’s in their place and beside them once they are approved, at every server', async () => {
    const [one, two] = [server(), server()];
    const [saved, submitted, approval] = approved('gifts', 1, 'Gifts');
    await written(...[saved, submitted].filter((entry) => entry !== undefined), ...approved('what', 1, 'Ours'));
    await one.refresh();
    expect([titleOf(one, 'gifts'), titleOf(one, 'what')]).toEqual([undefined, 'Ours']);
    if (approval) await written(approval);
    await Promise.all([one.refresh(), two.refresh()]);
    for (const each of [one, two]) {
      expect([titleOf(each, 'gifts'), titleOf(each, 'what')]).toEqual(['Gifts', 'Ours']);
      expect(each.topicsNow().size).toBe(builtIn.size + 1);
      expect(each.topicsNow().get('gifts')?.version).toBe(3);
    }
  });

  it('are those of before again once a topic is withdrawn', async () => {
    const one = server();
    await written(...approved('gifts', 1, 'Gifts'), ...approved('what', 1, 'Ours'));
    await one.refresh();
    await written(createContentEntry('withdrawn', 4), createContentEntry('withdrawn', 4, { topic: 'what' }));
    await one.refresh();
    expect(one.topicsNow()).toEqual(builtIn);
  });

  it('stay while the store does not answer, and the bot goes on', async () => {
    const one = server();
    await written(...approved('gifts', 1, 'Gifts'));
    await one.refresh();
    isAway = true;
    await one.refresh();
    expect(titleOf(one, 'gifts')).toBe('Gifts');
    expect(log).toEqual([{ event: 'contentFailed', code: 'store:unavailable' }]);
    const started = server();
    await started.refresh();
    expect(started.topicsNow()).toEqual(builtIn);
    isAway = false;
    await started.refresh();
    expect(titleOf(started, 'gifts')).toBe('Gifts');
  });

  it('stay where nobody can read what was written last, and are the built-in ones where that was so from the start', async () => {
    const one = server();
    await written(...approved('what', 1, 'Ours'), ...approved('gifts', 1, 'Gifts'));
    await one.refresh();
    await written({ ...createContentEntry('saved', 4, { topic: 'what' }), digest: 'of others' });
    await one.refresh();
    expect(titleOf(one, 'what')).toBe('Ours');
    const started = server();
    await started.refresh();
    expect([titleOf(started, 'what'), titleOf(started, 'gifts')]).toEqual([
      builtIn.get('what')?.text.en.title,
      'Gifts',
    ]);
    expect(log).toEqual([{ event: 'contentUnreadable' }, { event: 'contentUnreadable' }]);
  });

  it('stay while reading one takes too long, which keeps no other back, and are looked at again', async () => {
    const one = server();
    await written(...approved('what', 1, 'Ours'), ...approved('gifts', 1, 'Gifts'));
    texts = { read: async (by, given) => (given.topic === 'what' ? 'tooMuch' : inlineTextReader.read(by, given)) };
    const late = server();
    await late.refresh();
    expect([titleOf(late, 'what'), titleOf(late, 'gifts')]).toEqual([builtIn.get('what')?.text.en.title, 'Gifts']);
    expect(log).toEqual([{ event: 'contentFailed', code: 'late' }]);
    asked = [];
    await late.refresh();
    expect(asked).toEqual(['marks all', 'what']);
    await one.refresh();
    expect(titleOf(one, 'what')).toBe('Ours');
  });

  it('are not those that this version’s rules do not let be read, whoever approved them', async () => {
    const words = createContentWords({ text: { en: '<script>alert(1)</script>', cy: '<script>alert(1)</script>' } });
    await written(createContentEntry('approved', 1, { topic: 'what', words }));
    const one = server();
    await one.refresh();
    expect(one.topicsNow()).toEqual(builtIn);
  });

  it('cost one question a look where nothing was written, over the last days alone', async () => {
    const one = server();
    await written(...approved('gifts', 1, 'Gifts'));
    await one.refresh();
    await one.refresh();
    await one.refresh();
    expect(asked).toEqual(['marks all', 'gifts', 'marks 2026-11-24', 'marks 2026-11-24']);
    for (let look = 3; look <= 60; look += 1) await one.refresh();
    expect(asked.filter((each) => each === 'marks all')).toHaveLength(2);
  });
});
