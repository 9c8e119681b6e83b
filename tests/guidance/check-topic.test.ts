import { describe, expect, it } from '@jest/globals';
import { parseDay } from '../../core/model/calendar.ts';
import { checkTopic, maxTopicWords, type TopicCheckContext } from '../../guidance/check-topic.ts';
import { maxTitleLength } from '../../guidance/front-matter.ts';
import type { BilingualSource } from '../../guidance/parse-topic.ts';
import { createTopic, createTopicFile, createTopicSource } from '../support/guidance/topic-source.ts';

const today = parseDay('2026-11-26');
if (!today) throw new Error('no day');
const context: TopicCheckContext = { today, topics: new Set(['signs', 'ways']), countNamedBlockWords: () => 50 };
const problemsOf = (source: BilingualSource, given: Partial<TopicCheckContext> = {}) =>
  checkTopic(createTopic('words', source), { ...context, ...given });
const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('a topic that is to be shown', () => {
  it('may be where nothing is wrong', () => {
    expect(problemsOf(createTopicSource('See [signs](topic:signs), {force} and **more**.\n\n{{waysOut}}'))).toEqual([]);
  });

  it('has under 200 words in each language, its title and what Candour keeps among them', () => {
    const most = maxTopicWords;
    // The made-up title has three words.
    expect(problemsOf(createTopicSource(words(most - 4)))).toEqual([]);
    expect(problemsOf(createTopicSource(words(most - 4), words(most - 3)))).toEqual([
      { code: 'tooLong', language: 'cy', words: most, most },
    ]);
    expect(problemsOf(createTopicSource(`${words(most - 54)}\n\n{{signs}}`))).toEqual([]);
    expect(problemsOf(createTopicSource(`${words(most - 53)}\n\n{{signs}}`)).map(({ code }) => code)).toEqual([
      'tooLong',
      'tooLong',
    ]);
  });

  it('counts the words of headings, lists and links', () => {
    const [head, item] = [words(70), words(30)];
    const source = createTopicSource(`## ${head}\n\n- ${item}\n- [${item}](https://example.org)\n\n${head}`);
    expect(problemsOf(source)).toContainEqual({ code: 'tooLong', language: 'en', words: 203, most: maxTopicWords });
  });

  it('has a title that fits a button', () => {
    const file = (length: number) => createTopicFile('Words.', { title: 'x'.repeat(length) });
    expect(problemsOf({ en: file(maxTitleLength), cy: file(maxTitleLength) })).toEqual([]);
    expect(problemsOf({ en: file(maxTitleLength), cy: file(maxTitleLength + 1) })).toEqual([
      { code: 'titleTooLong', language: 'cy', most: maxTitleLength },
    ]);
  });

  it('has links whose words fit a button', () => {
    const link = (length: number) => `[${'x'.repeat(length)}](https://example.org)`;
    expect(problemsOf(createTopicSource(link(maxTitleLength)))).toEqual([]);
    expect(problemsOf(createTopicSource(link(1), link(maxTitleLength + 1)))).toEqual([
      { code: 'linkTooLong', language: 'cy', words: 'x'.repeat(maxTitleLength + 1), most: maxTitleLength },
    ]);
  });

  it('leads to topics that are there, or to itself', () => {
    expect(problemsOf(createTopicSource('[a](topic:words) [b](topic:gone) [c](topic:gone)'))).toEqual([
      { code: 'unknownTopic', language: 'en', words: 'gone' },
      { code: 'unknownTopic', language: 'cy', words: 'gone' },
    ]);
  });

  it('is to be read again by a day that has not passed', () => {
    const source = createTopicSource('Words.');
    const on = (day: string) => problemsOf(source, { today: parseDay(day) ?? today });
    expect(on('2027-06-30')).toEqual([]);
    expect(on('2027-07-01')).toEqual([{ code: 'reviewOver' }]);
  });

  it.each([
    ['a paragraph more', 'One.\n\nTwo.', 'Un.'],
    ['a heading for a paragraph', '## One\n\nTwo.', 'Un.\n\nDau.'],
    ['another thing of Candour', '{{signs}}', '{{advice}}'],
    ['an item more', '- one\n- two', '- un'],
    ['a name more', 'One {force}.', 'Un.'],
    ['another name', 'One {force}.', 'Un {victims}.'],
    ['a link more', 'One [x](https://example.org).', 'Un.'],
    ['another topic', 'One [x](topic:signs).', 'Un [x](topic:ways).'],
  ])('has the same course in both languages: %s', (_, en, cy) => {
    expect(problemsOf(createTopicSource(en, cy))).toEqual([{ code: 'differs', what: 'course' }]);
  });

  it('may lead to a page of each language, and set bold what each wants', () => {
    expect(
      problemsOf(createTopicSource('**One** [x](https://example.org/en).', 'Un [x](https://example.org/cy).')),
    ).toEqual([]);
  });
});
