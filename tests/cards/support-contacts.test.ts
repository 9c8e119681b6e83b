import { describe, expect, it } from '@jest/globals';
import { link } from '../../cards/page.ts';
import { adviserSections, supportContactSections } from '../../cards/support-contacts.ts';
import { languages } from '../../core/model/language.ts';
import { type Contacts, contactsSchema } from '../../words/contacts.ts';
import { fewContacts, fullContacts } from '../support/cards/example-views.ts';

const urls = (contacts: Contacts, language: 'en' | 'cy' = 'en') =>
  supportContactSections(language, contacts).flatMap(({ links }) =>
    (links ?? []).flatMap((one) => ('url' in one ? one.url : [])),
  );
const texts = (contacts: Contacts, language: 'en' | 'cy' = 'en') =>
  supportContactSections(language, contacts)
    .flatMap(({ text }) => text)
    .join('\n');

describe('the ways out', () => {
  it.each(languages)('can be tapped by their numbers, in %s', (language) => {
    expect(urls(fullContacts, language)).toEqual([
      'tel:999',
      'tel:08000850000',
      'tel:03069990001',
      'tel:03069990002',
      'tel:01632960001',
      'tel:01632960003',
      language === 'en' ? 'https://chaplain.example/talk' : 'https://chaplain.example/siarad',
    ]);
    const titles = supportContactSections(language, fullContacts).flatMap(({ links }) =>
      (links ?? []).map(({ title }) => title),
    );
    for (const number of ['999', '0800 085 0000', '03069 990001', '03069 990002', '01632 960001', '01632 960003'])
      expect(titles.filter((title) => title.endsWith(number))).toHaveLength(1);
  });

  it.each(languages)('leave out what leads nowhere, in %s', (language) => {
    expect(urls(fewContacts, language)).toEqual(['tel:999', 'tel:08000850000']);
    expect(texts(fewContacts, language)).not.toMatch(/IOPC|Connect Gwent|undefined|none/u);
    expect(texts(fullContacts, language)).toMatch(/IOPC[^]*Connect Gwent/u);
  });

  it('open a page where that is how a force reaches it, and nothing where it is neither', () => {
    const at = (iopc: string) => urls(contactsSchema.parse({ iopc }));
    expect(at('https://www.policeconduct.gov.uk/complaints')).toContain('https://www.policeconduct.gov.uk/complaints');
    expect(at('see the intranet')).toEqual(urls(fewContacts));
    expect(texts(contactsSchema.parse({ iopc: 'see the intranet' }))).not.toContain('see the intranet');
  });

  it('offer of several advisers those that can be reached, each with a button of its own', () => {
    const en = 'The Federation, 01632 960001; ask your rep; ; the chaplain, room 12, https://chaplain.example/1';
    const contacts = contactsSchema.parse({ federation: { en, cy: 'y caplan' } });
    expect(adviserSections('en', contacts).map(({ text, links }) => [text.join(), links])).toEqual([
      ['Advice for you: The Federation, 01632 960001.', [link('Call 01632 960001', 'tel:01632960001')]],
      [
        'Advice for you: the chaplain, room 12, https://chaplain.example/1.',
        [link('Open chaplain.example', 'https://chaplain.example/1')],
      ],
    ]);
    expect(adviserSections('cy', contacts)).toEqual([]);
  });

  it('ask for a device of one’s own before the first number that is none for emergencies', () => {
    const lines = texts(fullContacts).split('\n');
    expect(lines.findIndex((line) => line.includes('your own'))).toBe(1);
    expect(lines.findIndex((line) => line.includes('0800'))).toBe(2);
  });
});
