import { describe, expect, it } from '@jest/globals';
import {
  loadBuiltInContent,
  createContentChecker,
  createForceContent,
  type ForceContent,
} from '../../../bot/content/force-content.ts';
import type { LinkChecker, LinkState } from '../../../bot/content/link-checker.ts';
import type { ContentWords } from '../../../core/model/content-entry.ts';
import { toDay } from '../../../core/model/calendar.ts';
import { loadBuiltInTopics } from '../../../guidance/node/built-in-texts.ts';
import { composeTopicSource } from '../../../guidance/compose-topic-source.ts';
import { parseTopic } from '../../../guidance/parse-topic.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { createMemoryContentStore, createContentWords, writers } from '../../support/core/content.ts';
import { inlineTextReader } from '../../support/guidance/inline-text-reader.ts';

const now = new Date('2026-11-26T10:00:00Z');
const contacts = contactsSchema.parse({});
const topics = loadBuiltInTopics();

const states: Readonly<Record<string, LinkState>> = {
  'https://there.example/': 'alive',
  'https://gone.example/': 'dead',
  'https://busy.example/': 'unchecked',
};
const checkLinks: LinkChecker = async (addresses) =>
  new Map(addresses.map((address) => [address, states[address] ?? 'alive']));
const check = (words: ContentWords) =>
  createContentChecker({
    texts: inlineTextReader,
    hasPosters: true,
    topicsNow: () => topics,
    contacts,
    today: () => toDay(now, 'Europe/London'),
    checkLinks,
  })(writers.one, 'gifts', words);
const both = (text: string) => ({ text: { en: text, cy: text } });

describe('words that may go live', () => {
  it('are whole in both languages', async () => {
    expect(await check(createContentWords())).toMatchObject({ isValid: true, dead: [], unchecked: [] });
  });

  it('are all that come with Candour, as they are', async () => {
    const words = [...loadBuiltInContent().values()];
    expect(words).toHaveLength(topics.size);
    for (const each of words) expect((await check(each)).isValid).toBe(true);
  });

  it.each<[string, Partial<ContentWords>]>([
    ['a language is missing', { text: { en: 'Only English.', cy: '' } }],
    ['a title is missing', { title: { en: 'Gifts', cy: ' ' } }],
    ['the review is over', { reviewBy: '2026-11-25' }],
    ['there is no day of review', { reviewBy: '' }],
    ['nobody answers for them', { owner: '' }],
    ['they have more words than a card', both('word '.repeat(200))],
    ['they lead to a topic that is not there', both('[More](topic:nothing)')],
    ['they lead somewhere without https', both('[More](http://there.example/)')],
    ['they hold HTML', both('<b onclick="x()">Hello</b>')],
    ['they hold a script as a link', both('[More](javascript:alert(1))')],
    ['they stand in no part', { part: 'elsewhere' }],
  ])('are none where %s', async (_, differences) => {
    expect((await check(createContentWords(differences))).isValid).toBe(false);
  });

  it('say no more by a title or an office of several lines than by one of one line', async () => {
    const title = { en: 'A\n---\nowner: B', cy: 'C' };
    const read = parseTopic('gifts', composeTopicSource(createContentWords({ title, owner: 'D\nversion: 9' }), 1));
    expect(read).toMatchObject({
      topic: {
        owner: { en: 'D version: 9', cy: 'D version: 9' },
        version: 1,
        text: { en: { title: 'A --- owner: B' } },
      },
    });
  });

  it('name the links that lead nowhere, and those of which nobody knows', async () => {
    const links = '[a](https://there.example/) [b](https://gone.example/) [c](https://busy.example/)';
    expect(await check(createContentWords(both(links)))).toMatchObject({
      isValid: true,
      dead: ['https://gone.example/'],
      unchecked: ['https://busy.example/'],
    });
  });

  it('are stopped by a dead link, and not by one that could not be tried or where none are tried', async () => {
    const begun: ForceContent[] = [];
    const force = (checksLinks: boolean): ForceContent => {
      const one = createForceContent({
        content: createMemoryContentStore(),
        clock: () => now,
        timeZone: 'Europe/London',
        contacts,
        publicHost: undefined,
        checksLinks,
        checkLinks,
        log: () => undefined,
      });
      begun.push(one);
      return one;
    };
    const [dead, unsure] = [both('[a](https://gone.example/)'), both('[a](https://busy.example/)')].map(
      createContentWords,
    );
    if (dead === undefined || unsure === undefined) throw new Error('no words');
    expect(await force(true).mayGoLive(writers.one, 'gifts', dead)).toBe(false);
    expect(await force(true).mayGoLive(writers.one, 'gifts', unsure)).toBe(true);
    expect(await force(false).mayGoLive(writers.one, 'gifts', dead)).toBe(true);
    for (const one of begun) await one.stop();
  });
});
