import { describe, expect, it } from '@jest/globals';
import { drawInPage } from '../../cards/draw-in-page.ts';
import { drawPage } from '../../cards/draw-page.ts';
import { fillerOf } from '../../cards/fill-template.ts';
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
    expect(() => fillerOf({ text: '${missing}' })({})).toThrow('card template: no missing');
    expect(() => fillerOf({ text: '${constructor}' })({})).toThrow('card template: no constructor');
    expect(() => fillerOf([{ $data: '${missing}' }])({ missing: 'text' })).toThrow('card template: no list missing');
  });

  it.each([
    ['a text around a name', { text: 'Dear ${name}' }],
    ['a sum', { text: '${1 + 1}' }],
    ['a condition', { $when: '${name}', text: 'text' }],
    ['a list that stands in the template', [{ $data: [1, 2], text: 'text' }]],
  ])('refuses a template with %s rather than draw it otherwise than the server', (_, template) => {
    expect(() => fillerOf(template)).toThrow('card template: more than names and lists');
  });
});
