import { describe, expect, it } from '@jest/globals';
import { renderPage } from '../../cards/render-page.ts';
import { guidancePage } from '../../cards/guidance-page.ts';
import { parseSubmittedAction } from '../../cards/submitted-action.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { createTopic, createTopicSource } from '../support/guidance/topic-source.ts';
import { topicIds, topics } from '../support/guidance/built-in-topics.ts';
import { listButtons, fewContacts, fullContacts, listTexts } from '../support/cards/example-views.ts';

const contactsOfForces = [fewContacts, fullContacts];
const topicsInBoth = languages.flatMap((language) =>
  ['contents', ...topicIds].map((topic) => [topic, language] as const),
);
const textOf = (topic: string, language: Language, contacts = fullContacts): string =>
  listTexts(renderPage(guidancePage({ language, topic, topics, contacts })), 'TextBlock').join('\n');
const urlsOf = (topic: string, contacts = fullContacts) =>
  listButtons(renderPage(guidancePage({ language: 'en', topic, topics, contacts }))).flatMap(({ url }) => url ?? []);
const topicsLedTo = (topic: string): readonly string[] =>
  listButtons(renderPage(guidancePage({ language: 'en', topic, topics, contacts: fewContacts }))).flatMap(
    ({ data }) => {
      const action = parseSubmittedAction(data)?.action;
      return action?.verb === 'show' && action.language === 'en' ? (action.topic ?? []) : [];
    },
  );

describe('the guidance', () => {
  it.each(topicsInBoth)('says what there is on "%s" in under 200 words, in %s', (topic, language) => {
    for (const contacts of contactsOfForces)
      expect(textOf(topic, language, contacts).split(/\s+/u).length).toBeLessThan(200);
  });

  it('lists every topic once, and from each leads on to the next and back to the list', () => {
    expect(topicsLedTo('contents')).toEqual(topicIds);
    const ways = topicIds.map((topic) => topicsLedTo(topic));
    expect(ways).toEqual([...topicIds.slice(1).map((next) => [next, 'contents']), ['contents']]);
  });

  it('is there on the topics that older cards in chats lead to', () => {
    for (const topic of ['what', 'signs', 'duty', 'ways'])
      expect(
        parseSubmittedAction({ candour: { verb: 'show', card: 'guidance', topic, language: 'cy' } }),
      ).toBeDefined();
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
      expect(text).toContain(language === 'en' ? 'cannot promise that the law covers volunteers' : 'Ni allwn addo');
      expect(text).toContain(language === 'en' ? 'called detriment' : '“Detriment”');
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

  it.each(languages)(
    'shows the list of all for a topic that is not there, also in the other language, in %s',
    (language) => {
      for (const topic of ['gone', 'constructor', '__proto__']) {
        const page = guidancePage({ language, topic, topics, contacts: fewContacts });
        expect(page).toEqual(guidancePage({ language, topic: 'contents', topics, contacts: fewContacts }));
      }
    },
  );

  it('shows a topic of a force in place of one that comes with Candour, and between the others', () => {
    const own = { ...createTopic('own', createTopicSource('Ours.', 'Ein rhai ni.')), place: 15 };
    const live = new Map([...topics, ['own', own]]);
    const page = guidancePage({ language: 'cy', topic: 'own', topics: live, contacts: fewContacts });
    expect(page.heading).toBe('A made-up topic');
    expect(page.sections?.[0]?.text).toEqual(['Ein rhai ni.']);
    const next = listButtons(
      renderPage(guidancePage({ language: 'en', topic: 'what', topics: live, contacts: fewContacts })),
    );
    expect(next[0]).toMatchObject({ title: 'A made-up topic' });
  });

  it('sets words as they are where a client would make something else of them', () => {
    const source = createTopicSource(
      'Plain {force}.\n\nA **bold** word.\n\n2 \\* 3 \\_x\\_\n\nLast.\n\n- one\n- \\[two\\](https\\://x.org)',
    );
    const live = new Map([['own', createTopic('own', source)]]);
    const page = guidancePage({ language: 'en', topic: 'own', topics: live, contacts: fewContacts });
    expect(page.sections?.slice(0, -1)).toEqual([
      {
        text: ['Plain Gwent Police.'],
        set: [[{ text: 'A ' }, { text: 'bold', strong: true }, { text: ' word.' }], [{ text: '2 * 3 _x_' }]],
      },
      { text: ['Last.', '• one'], set: [[{ text: '• ' }, { text: '[two](https://x.org)' }]] },
    ]);
    const card = renderPage(page);
    expect(listTexts(card, 'TextRun')).toEqual(['A ', 'bold', ' word.', '2 * 3 _x_', '• ', '[two](https://x.org)']);
    expect(listTexts(card, 'TextBlock').join('')).not.toMatch(/[*_[]/u);
  });

  it('has no date or name put in the place of words, also where a force’s contacts ask for it', () => {
    const contacts = { ...fewContacts, forceName: { en: '{{DATE(2026-11-26T00:00:00Z)}}', cy: '${$root}' } };
    const live = new Map([['own', createTopic('own', createTopicSource('By {force}.'))]]);
    const drawn = JSON.stringify(renderPage(guidancePage({ language: 'en', topic: 'own', topics: live, contacts })));
    expect(drawn).not.toContain('{{');
    const welsh = renderPage(guidancePage({ language: 'cy', topic: 'own', topics: live, contacts }));
    expect(listTexts(welsh, 'TextBlock').join('')).toContain('By ${$root}.');
  });

  it('leads from a line to pages, and to topics that are there, by buttons below it', () => {
    const source = createTopicSource(
      'See [the law](https://example.org/law), [signs](topic:signs) and [that](topic:gone).\n\nLast.',
    );
    const live = new Map([...topics, ['own', createTopic('own', source)]]);
    const page = guidancePage({ language: 'en', topic: 'own', topics: live, contacts: fewContacts });
    expect(page.sections?.[0]).toEqual({
      text: ['See the law, signs and that.'],
      links: [
        { title: 'the law', url: 'https://example.org/law' },
        { title: 'Signs to look for', sends: { verb: 'show', card: 'guidance', topic: 'signs', language: 'en' } },
      ],
    });
    expect(page.sections?.[1]?.text).toEqual(['Last.']);
  });
});
