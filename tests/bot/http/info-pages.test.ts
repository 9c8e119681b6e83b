import { describe, expect, it } from '@jest/globals';
import { infoPage, infoPages } from '../../../bot/http/info-pages.ts';
import { contactsSchema } from '../../../words/contacts.ts';

describe('a page for everybody', () => {
  it('shows the name of the force as text, whatever stands in it', () => {
    const contacts = contactsSchema.parse({ forceName: { en: '<b>"A" & B', cy: "<i>'A'" } });
    for (const page of infoPages) {
      const html = infoPage(page, contacts);
      expect(html).not.toMatch(/<b>|<i>/u);
      expect(html).toContain('&#60;b&#62;&#34;A&#34; &#38; B');
    }
  });

  it('leads to the guidance, and to each of the others', () => {
    const contacts = contactsSchema.parse({});
    const leads = infoPages.map((page) =>
      [...infoPage(page, contacts).matchAll(/href="([^"]*)"/gu)].map(([, to]) => to),
    );
    expect(leads).toEqual([
      ['/guidance/en', '/guidance/cy', '/privacy', '/terms'],
      ['/guidance/en', '/guidance/cy', '/', '/terms'],
      ['/guidance/en', '/guidance/cy', '/', '/privacy'],
    ]);
  });
});
