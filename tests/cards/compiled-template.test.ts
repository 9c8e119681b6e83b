import { describe, expect, it } from '@jest/globals';
import { Template } from 'adaptivecards-templating';
import * as fc from 'fast-check';
import { createChatRenderer, renderDialogCard } from '../../bot/teams/card-responses.ts';
import { createCardRenderer } from '../../cards/card-renderer.ts';
import { toPageData, renderPage, renderExecuteAction } from '../../cards/render-page.ts';
import { compileTemplate } from '../../cards/page-template.ts';
import type { Page } from '../../cards/page.ts';
import { reportPage } from '../../cards/report/report-page.ts';
import template from '../../cards/templates/page.json' with { type: 'json' };
import { anyComeBack, anyPage, anyReport } from '../support/cards/any-page.ts';
import { exampleFacts, fullContacts, reportState } from '../support/cards/example-views.ts';
import { galleryPages } from '../support/cards/gallery.ts';

const runs = process.env['SLOW'] === '1' ? 20_000 : 600;

const library = new Template(template);
/** The card that Microsoft's library draws of a page by itself. */
const byLibrary = (page: Page, button = renderExecuteAction): string =>
  JSON.stringify(library.expand({ $root: { ...toPageData(page, button) } }));

describe('a card of a template that was drawn once', () => {
  it.each([
    ['any page', anyPage],
    ['a report, wherever it stands', anyReport],
    ['a return with a code, wherever it stands', anyComeBack],
  ])('is to the byte the card that the library draws each time: %s', (_, pages) => {
    fc.assert(
      fc.property(pages, (page) => {
        expect(JSON.stringify(renderPage(page))).toBe(byLibrary(page));
      }),
      { numRuns: runs },
    );
  });

  it('is so for every kind of card, whatever its buttons look like', () => {
    for (const { page } of galleryPages()) {
      expect(JSON.stringify(renderPage(page))).toBe(byLibrary(page));
      const submits = (one: { readonly title: string }) => ({ submit: one.title });
      expect(JSON.stringify(renderPage(page, submits))).toBe(byLibrary(page, submits));
    }
  });

  it('holds nothing of the one before, whoever that was for', () => {
    const canary = 'canary-of-one-person';
    const state = reportState('en', 'account', { what: canary, who: canary });
    const problems = [{ question: 'what', code: 'long', by: 4_321 }] as const;
    const theirs = reportPage({ state, problems, token: canary, contacts: fullContacts, ...exampleFacts });
    for (const { page } of galleryPages()) {
      const alone = JSON.stringify(renderPage(page));
      expect(
        JSON.stringify([renderPage(theirs), renderDialogCard(theirs), createChatRenderer(false)(theirs)]),
      ).toContain(canary);
      expect(() => renderPage({ ...theirs, heading: Object(undefined)['missing'] })).toThrow(
        'card template: no heading',
      );
      expect(JSON.stringify(renderPage(page))).toBe(alone);
    }
  });

  it('is its own: what is done to one changes no other', () => {
    const page: Page = { language: 'en', heading: 'Heading', warnings: ['a', 'b'], actions: [] };
    const untouched = JSON.stringify(renderPage(page));
    const spoil = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const inside of Object.values(value)) spoil(inside);
      Object.assign(value, { type: 'canary', text: 'canary' });
    };
    spoil(renderPage(page));
    expect(JSON.stringify(renderPage(page))).toBe(untouched);
  });

  it('comes of a drawing that was made before there was anything to draw', () => {
    const drawings: unknown[] = [];
    // It is called with its own template below.
    // oxlint-disable-next-line typescript/unbound-method
    const { expand } = Template.prototype;
    Template.prototype.expand = function (context) {
      drawings.push(context.$root);
      return expand.call(this, context);
    };
    try {
      const drawn = createCardRenderer(
        compileTemplate({ type: 'AdaptiveCard', body: [{ $data: '${lines}', text: '${text}' }] }),
      );
      for (const one of ['canary', 'other']) {
        expect(drawn({ lines: [{ text: one }] })).toEqual({ type: 'AdaptiveCard', body: [{ text: one }] });
      }
    } finally {
      Template.prototype.expand = expand;
    }
    expect(drawings).toEqual([{ lines: [{}] }]);
  });

  it('says which value is missing, and no other', () => {
    const lines = [{ $data: '${lines}', text: '${text}' }];
    const drawn = createCardRenderer(compileTemplate({ type: 'AdaptiveCard', title: '${title}', body: lines }));
    expect(() => drawn({ title: 'secret' })).toThrow(new TypeError('card template: no lines'));
    expect(() => drawn({ title: 'secret', lines: [{ other: 'secret' }] })).toThrow('card template: no text');
    expect(() => drawn({ title: 'secret', lines: 'secret' })).toThrow('card template: no list lines');
    const inherited = createCardRenderer(compileTemplate({ type: 'AdaptiveCard', title: '${constructor}' }));
    expect(() => inherited({})).toThrow('card template: no constructor');
  });

  it('takes nothing in the data as a template', () => {
    const text = '${$root.title} ${title} ${if(true, 1, 2)} $data {{DATE(2026-11-26)}}';
    const lines = [{ $data: '${lines}', text: '${text}' }];
    const drawn = createCardRenderer(compileTemplate({ type: 'AdaptiveCard', title: '${title}', body: lines }));
    expect(drawn({ title: text, lines: [{ text }] })).toEqual({ type: 'AdaptiveCard', title: text, body: [{ text }] });
    const page: Page = {
      language: 'en',
      heading: 'Heading',
      answers: [{ question: 'What happened?', lines: [text] }],
      fields: [{ id: 'what', label: 'What', value: text, problems: [], input: { kind: 'text', isMultiline: true } }],
      actions: [],
    };
    expect(JSON.stringify(renderPage(page))).toContain(JSON.stringify(text).slice(1, -1));
  });

  it('leaves an empty list out', () => {
    const drawn = createCardRenderer(
      compileTemplate({ type: 'AdaptiveCard', body: [{ $data: '${lines}', text: '${text}' }] }),
    );
    expect(drawn({ lines: [] })).toEqual({ type: 'AdaptiveCard', body: [] });
  });

  it('is a card, or there is none', () => {
    expect(() => createCardRenderer(compileTemplate({ type: 'TextBlock' }))({})).toThrow('card template: no card');
  });

  it.each([
    ['a condition', { $when: '${title}' }],
    ['words around a value', { text: 'Dear ${title}' }],
    ['a sum', { text: '${1 + 1}' }],
    ['a list that stands in it', { $data: [1, 2], text: 'text' }],
  ])('is refused where a template has %s, since the library would have to draw each anew', (_, more) => {
    expect(() => compileTemplate({ type: 'AdaptiveCard', body: [more] })).toThrow('more than names and lists');
  });
});
