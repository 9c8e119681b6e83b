import { describe, expect, it } from '@jest/globals';
import { analyseIcuMessage } from '../../../cli/words/icu-message-analysis.ts';
import { catalogue } from '../../../words/cards/catalogue.ts';

describe('the shape of a message', () => {
  it.each([
    ['Nothing', []],
    ['{b} and {a} and {b}', ['{a}', '{b}']],
    ['{n, plural, one {# day of {code}} other {# days}}', ['{code}', '{n}']],
    ['{phone, select, none {} other {, {phone}}}', ['{phone: none or other}', '{phone}']],
    ['<b>{x}</b>', ['{x}']],
  ])('of %j is what is filled in', (message, placeholders) => {
    expect(analyseIcuMessage('en', message)).toEqual({ kind: 'shape', placeholders, neverSaid: [] });
  });

  it('is the same in both languages for every word of the cards', () => {
    for (const { en, cy } of Object.values(catalogue))
      expect(analyseIcuMessage('cy', cy)).toEqual(analyseIcuMessage('en', en));
  });

  it('names plural forms that no language has', () => {
    const message = '{n, plural, =0 {dim} dau {dau} two {dau} other {#}}';
    expect(analyseIcuMessage('cy', message)).toEqual({ kind: 'shape', placeholders: ['{n}'], neverSaid: ['dau'] });
  });

  it.each(['{a', '{n, plural, one {x}}', '{a, select, yes {x}}', '{}'])('is broken for %j', (message) => {
    expect(analyseIcuMessage('cy', message)).toEqual({ kind: 'broken' });
  });
});
