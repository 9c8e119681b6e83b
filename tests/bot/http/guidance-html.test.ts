import { describe, expect, it } from '@jest/globals';
import { guidanceIndexHtml, topicHtml } from '../../../bot/http/guidance-html.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { createTopic, createTopicFile, createTopicSource } from '../../support/guidance/topic-source.ts';
import { fewContacts } from '../../support/cards/example-views.ts';
import { topics } from '../../support/guidance/built-in-topics.ts';

const mainOf = (html: string): string => /<main[\s\S]*<\/main>/u.exec(html)?.[0] ?? '';

describe('a public page', () => {
  it('shows a force’s own topic with its headings, lists, bold words and links', () => {
    const source = createTopicSource(
      '## When\n\nSay **what** at [the law](https://example.org/a?b=1&c=2), [signs](topic:signs) or [that](topic:gone).\n\n- one {force}\n- two',
    );
    const own = createTopic('own', source);
    const live = new Map([...topics, ['own', own]]);
    expect(mainOf(topicHtml('en', own, { contacts: fewContacts, topics: live }))).toContain(
      '<h2>When</h2>\n<p>Say <strong>what</strong> at <a href="https://example.org/a?b=1&#38;c=2" rel="noreferrer">the law</a>, <a href="/guidance/en/signs">signs</a> or that.</p>\n<ul><li>one Gwent Police</li><li>two</li></ul>',
    );
  });

  it('shows as text whatever stands in a topic or in the contacts of a force', () => {
    const hostile = `<b>"A" & 'B'`;
    const contacts = contactsSchema.parse({
      forceName: { en: hostile, cy: hostile },
      victims: { en: hostile, cy: hostile },
      helpline: { en: hostile, cy: hostile },
      emergency: hostile,
      crimestoppers: `${hostile} 0800 1111`,
      iopc: `${hostile} 0300 2222`,
      victimsPhone: `javascript:alert(1) ${hostile}`,
      helplinePhone: hostile,
      quickExit: 'https://example.org/?a="><script>',
    });
    const source = {
      en: createTopicFile('{force} 1 \\< 2 & "x"', { title: 'A & "B"' }),
      cy: createTopicFile('{force} a', { title: 'C' }),
    };
    const own = createTopic('own', source);
    const pages = [
      guidanceIndexHtml('en', { contacts, topics: new Map([['own', own]]) }),
      guidanceIndexHtml('cy', { contacts, topics }),
      topicHtml('en', own, { contacts, topics }),
      ...[...topics.values()].map((topic) => topicHtml('cy', topic, { contacts, topics })),
    ];
    for (const html of pages) {
      expect(html).not.toMatch(/<b>|<script|javascript:[^<]*"/u);
      expect(html.match(/<[a-z][^>]*"[^"<>=]*"[^"<>=]*"/gu) ?? []).toEqual([]);
    }
    expect(pages[2]).toContain('<h1>A &#38; &#34;B&#34;</h1>');
    expect(pages[2]).toContain('&#60;b&#62;&#34;A&#34; &#38; &#39;B&#39; 1 &#60; 2');
  });

  it('leads whoever leaves quickly where the force has set', () => {
    const contacts = contactsSchema.parse({ quickExit: 'https://example.org/away' });
    expect(guidanceIndexHtml('en', { contacts, topics })).toContain(
      '<a href="https://example.org/away" rel="noreferrer nofollow">',
    );
    expect(contactsSchema.safeParse({ quickExit: 'http://example.org' }).success).toBe(false);
  });

  it('says which version it is, and by when it is looked at again', () => {
    const own = createTopic('own', createTopicSource('Words.'));
    expect(topicHtml('en', own, { contacts: fewContacts, topics })).toContain('Version 1. Review by 30 June 2027.');
    expect(topicHtml('cy', own, { contacts: fewContacts, topics })).toContain('30 Mehefin 2027');
  });
});
