import { describe, expect, it } from '@jest/globals';
import { drawInPage } from '../../cards/draw-in-page.ts';
import { drawPage } from '../../cards/draw-page.ts';
import { fillTemplate } from '../../cards/fill-template.ts';
import type { Page } from '../../cards/page.ts';
import { galleryPages } from '../support/cards/gallery.ts';

describe('a card that a page in a browser draws', () => {
  it.each(galleryPages().map(({ name, language, page }) => [`${name}, in ${language}`, page] as const))(
    'is the card that the server draws: %s',
    (_, page: Page) => {
      expect(JSON.stringify(drawInPage(page))).toBe(JSON.stringify(drawPage(page)));
    },
  );

  it('takes nothing that somebody typed as a template', () => {
    const typed = '${heading} {{DATE(2026-11-26)}} ${$root}';
    const page: Page = {
      language: 'en',
      heading: 'Heading',
      answers: [{ question: 'What happened?', lines: [typed] }],
      fields: [{ id: 'what', label: 'What', value: typed, problems: [], input: { kind: 'text', isMultiline: true } }],
      actions: [],
    };
    expect(drawInPage(page)).toEqual(drawPage(page));
    expect(JSON.stringify(drawInPage(page))).toContain(JSON.stringify(typed).slice(1, -1));
  });

  it('names a value that the data has not', () => {
    expect(() => fillTemplate({ text: '${missing}' }, {})).toThrow('card template: no missing');
  });
});
