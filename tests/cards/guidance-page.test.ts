import { describe, expect, it } from '@jest/globals';
import { drawPage } from '../../cards/draw-page.ts';
import { guidancePage } from '../../cards/guidance-page.ts';
import { guidanceReading, guidanceTopics, type GuidanceTopic } from '../../cards/guidance-topics.ts';
import { parseSubmitted } from '../../cards/submitted.ts';
import { type Language, languages } from '../../concerns/terms/language.ts';
import { buttonsOf, fewContacts, fullContacts, textsOf } from '../support/cards/example-views.ts';

const contactsOfForces = [fewContacts, fullContacts];
const topicsInBoth = languages.flatMap((language) => guidanceTopics.map((topic) => [topic, language] as const));
const textOf = (topic: GuidanceTopic, language: Language, contacts = fullContacts): string =>
  textsOf(drawPage(guidancePage({ language, topic, contacts })), 'TextBlock').join('\n');
const urlsOf = (topic: GuidanceTopic, contacts = fullContacts) =>
  buttonsOf(drawPage(guidancePage({ language: 'en', topic, contacts }))).flatMap(({ url }) => url ?? []);
const topicsLedTo = (topic: GuidanceTopic): readonly string[] =>
  buttonsOf(drawPage(guidancePage({ language: 'en', topic, contacts: fewContacts }))).flatMap(({ data }) => {
    const action = parseSubmitted(data)?.action;
    return action?.verb === 'show' && action.language === 'en' ? (action.topic ?? []) : [];
  });

describe('the guidance', () => {
  it.each(topicsInBoth)('says what there is on "%s" in under 200 words, in %s', (topic, language) => {
    for (const contacts of contactsOfForces)
      expect(textOf(topic, language, contacts).split(/\s+/u).length).toBeLessThan(200);
  });

  it('lists every topic once, and from each leads on to the next and back to the list', () => {
    expect(topicsLedTo('contents')).toEqual(guidanceReading);
    const ways = guidanceReading.map((topic) => topicsLedTo(topic));
    expect(ways).toEqual([...guidanceReading.slice(1).map((next) => [next, 'contents']), ['contents']]);
  });

  it('is there on the topics that older cards in chats lead to', () => {
    for (const topic of ['what', 'signs', 'duty', 'ways'])
      expect(parseSubmitted({ candour: { verb: 'show', card: 'guidance', topic, language: 'cy' } })).toBeDefined();
  });

  it('links official texts where the force has set them', () => {
    expect(urlsOf('what', fewContacts)).toEqual([]);
    expect(urlsOf('what')).toEqual([fullContacts.guidanceUrl, fullContacts.strategyUrl]);
  });

  it('says that answering an approach counts, and so does being off duty, and that it can be a crime', () => {
    expect(textOf('what', 'en')).toContain('responding to an approach');
    expect(textOf('what', 'en')).toContain('on or off duty');
    expect(textOf('what', 'en')).toContain('In some cases it is also a crime.');
    expect(textOf('what', 'cy')).toContain('mae’n drosedd hefyd');
  });

  it.each(languages)(
    'says what whistleblowing law names since when, and promises volunteers nothing, in %s',
    (language) => {
      const text = textOf('protects', language);
      expect(text).toContain(language === 'en' ? 'Since 6 April 2026' : 'Ers 6 Ebrill 2026');
      expect(text).toContain(language === 'en' ? 'cannot promise that it covers volunteers' : 'Ni allwn addo');
      expect(text).toContain(language === 'en' ? 'victimisation' : 'Erledigaeth');
    },
  );

  it.each(languages)('says that the name is no statutory duty, in %s', (language) => {
    expect(textOf('duty', language)).toContain('duty of candour');
  });

  it.each(languages)(
    'tells the hub from the police’s own staff, with numbers that a force can change, in %s',
    (language) => {
      const text = textOf('support', language);
      expect(text).toContain(fullContacts.victimUnit[language]);
      expect(text).toContain('0808 80 10 800');
      expect(text).toContain('07860 077333');
      const other = { ...fullContacts, helplinePhone: '01632 960123', helplineText: '01632 960124' };
      expect(textOf('support', language, other)).toContain('01632 960124');
      expect(textOf('support', language, other)).not.toContain('0808 80 10 800');
    },
  );

  it('calls 999 first, then who supports people, from the topic on support', () => {
    expect(urlsOf('support')[0]).toBe('tel:999');
    expect(urlsOf('support')).toContain('tel:08088010800');
    expect(urlsOf('support')).toContain('tel:03069990002');
  });
});
