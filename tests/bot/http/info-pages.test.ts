import { describe, expect, it } from '@jest/globals';
import { infoPagePath, infoPageHtml, infoPages } from '../../../bot/http/info-pages.ts';
import { languages } from '../../../core/model/language.ts';
import { translate } from '../../../words/cards/translate.ts';
import { contactsSchema } from '../../../words/contacts.ts';

describe('a page for everybody', () => {
  it('shows the name of the force as text, whatever stands in it', () => {
    const contacts = contactsSchema.parse({ forceName: { en: '<b>"A" & B', cy: "<i>'A'" } });
    for (const page of infoPages) {
      const html = infoPageHtml(page, contacts);
      expect(html).not.toMatch(/<b>|<i>/u);
      expect(html).toContain('&#60;b&#62;&#34;A&#34; &#38; B');
    }
  });

  it('leads to the guidance, and to each of the others', () => {
    const contacts = contactsSchema.parse({});
    const leads = infoPages.map((page) =>
      [...infoPageHtml(page, contacts).matchAll(/href="([^"]*)"/gu)].map(([, to]) => to),
    );
    for (const [place, page] of infoPages.entries()) {
      const others = infoPages.filter((other) => other !== page).map(infoPagePath);
      for (const language of languages) {
        expect(leads[place]).toContain(`/guidance/${language}`);
        expect(leads[place]).toEqual(expect.arrayContaining(others.map((other) => `${other}#${language}`)));
      }
    }
  });

  it('names whom a force has set, with the number that can be called, and their office where it has set nobody', () => {
    const set = contactsSchema.parse({
      dataProtection: { en: 'Data Protection, 01633 000001', cy: 'Diogelu Data, 01633 000002' },
      support: { en: 'Help desk, 01633 000003', cy: 'Desg gymorth, 01633 000004' },
    });
    const privacy = infoPageHtml('privacy', set);
    expect(privacy).toContain('href="tel:01633000001" rel="noreferrer">Data Protection, 01633 000001</a>');
    expect(privacy).toContain('href="tel:01633000002"');
    expect(infoPageHtml('support', set)).toContain('href="tel:01633000003"');
    expect(infoPageHtml('support', set)).toContain('href="tel:01633000004"');
    const unset = contactsSchema.parse({ forceName: { en: 'Example Police', cy: 'Heddlu Enghraifft' } });
    expect(infoPageHtml('privacy', unset)).toContain('The data protection officer of Example Police');
    expect(infoPageHtml('privacy', unset)).not.toContain('tel:');
    expect(infoPageHtml('support', unset)).toContain('You can ask the help desk of Example Police');
  });

  it('says what Microsoft and the law ask for: how long, how safe, which rights, and whom to ask', () => {
    const html = infoPageHtml('privacy', contactsSchema.parse({}));
    for (const language of languages)
      for (const key of ['pages.keptHeading', 'pages.safeHeading', 'pages.rightsHeading'] as const)
        expect(html).toContain(`<h3>${translate(language, key)}</h3>`);
    expect(html).toContain('https://ico.org.uk');
  });

  it('asks whoever needs help not to say that they wanted to report', () => {
    const html = infoPageHtml('support', contactsSchema.parse({}));
    for (const language of languages) expect(html).toContain(translate(language, 'pages.supportAsk').slice(0, 40));
    expect(html).toContain('Do not say what you were going to report');
  });
});
