import { describe, expect, it } from '@jest/globals';
import { createNamedBlockWordCounter } from '../../cards/guidance-page.ts';
import { parseDay } from '../../core/model/calendar.ts';
import { languages } from '../../core/model/language.ts';
import { checkTopic, inlineLines } from '../../guidance/check-topic.ts';
import { translate } from '../../words/cards/translate.ts';
import { fewContacts, fullContacts } from '../support/cards/example-views.ts';
import { topics } from '../support/guidance/built-in-topics.ts';

const entries = [...topics];
/** A day on which they were all fit to be shown. */
const today = parseDay('2026-11-26');
if (!today) throw new Error('no day');
const day = today;
const linesOf = (id: string, language: (typeof languages)[number]): readonly string[] => {
  const text = topics.get(id)?.text[language];
  return [text?.title ?? '', ...inlineLines(text?.blocks ?? []).map((line) => line.map((one) => one.text).join(''))];
};

describe('the topics that come with Candour', () => {
  it.each(entries)('%s may be shown with the contacts of any force', (_, topic) => {
    for (const contacts of [fewContacts, fullContacts]) {
      const context = {
        today: day,
        topics: new Set(topics.keys()),
        countNamedBlockWords: createNamedBlockWordCounter(contacts),
      };
      expect(checkTopic(topic, context)).toEqual([]);
    }
  });

  it.each(entries)('%s is calm and set with typographic quotes', (id) => {
    for (const language of languages) expect(linesOf(id, language).join('\n')).not.toMatch(/[!'"]|\.\.\./u);
  });

  it.each(languages)('use no name that Candour has given up, in %s', (language) => {
    const given = { en: /anonymous|handler|custodian|victim blam/iu, cy: /dienw|swyddog wrth gefn|ceidwad|ymdrin â/iu };
    for (const [id] of entries) expect(linesOf(id, language).join('\n')).not.toMatch(given[language]);
  });

  it.each(languages)('say what cards say as well in the same words, in %s', (language) => {
    expect(linesOf('duty', language)).toContain(translate(language, 'common.noFurther'));
    expect(linesOf('support', language)).toContain(translate(language, 'ways.ownDevice'));
  });
});
