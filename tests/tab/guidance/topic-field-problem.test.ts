import { expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import type { TopicProblem } from '../../../guidance/guidance-problems.ts';
import { toTopicFieldProblem } from '../../../tab/guidance/topic-field-problem.ts';
import { translate } from '../../../words/tab/translate.ts';

const of = { language: 'cy', words: 'here' } as const;
const problems: readonly TopicProblem[] = [
  { code: 'id' },
  { code: 'missing', language: 'cy' },
  { code: 'empty', language: 'en' },
  { code: 'frontMatter', language: 'cy', name: 'title' },
  { code: 'frontMatter', language: 'cy', name: 'owner' },
  { code: 'frontMatter', language: 'cy', name: 'review' },
  { code: 'frontMatter', language: 'cy', name: 'lines' },
  { code: 'differs', what: 'course' },
  { code: 'reviewOver' },
  { code: 'tooLong', language: 'cy', words: 240, most: 200 },
  { code: 'titleTooLong', language: 'cy', most: 30 },
  { code: 'linkTooLong', ...of, most: 40 },
  { code: 'unknownTopic', ...of },
  { code: 'link', ...of },
  { code: 'notTaken', what: 'html', ...of },
  { code: 'placeholder', ...of },
  { code: 'named', ...of },
  { code: 'hidden', language: 'cy' },
  { code: 'tooLarge', language: 'cy' },
];

it.each(problems)('a problem is a sentence that leads to a field: %j', (problem) => {
  for (const language of languages) {
    const { field, text } = toTopicFieldProblem((key, values) => translate(language, key, values), problem);
    expect(field).toMatch(/^topic-(?:(?:title|text|owner)-(?:en|cy)|review)$/u);
    expect(text).not.toMatch(/[{}]/u);
    expect(text.length).toBeGreaterThan(15);
  }
});
