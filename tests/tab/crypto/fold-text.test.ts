import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createExcerpt, foldText, foldWithOffsets } from '../../../tab/crypto/decrypted-text-index.ts';

describe('a text as it is compared', () => {
  it.each([
    ['Tŷ Gwyn', 'ty gwyn'],
    ['y dŵr a’r tân', "y dwr a'r tan"],
    ['Ŵ ŵ Ŷ ŷ Â â Ê ê Î î Ô ô Û û Ä ë ï ö', 'w w y y a a e e i i o o u u a e i o'],
    ['SIÂN', 'siân'],
    ['café', 'cafe\u0301'],
    ['a \n\t  b', 'a b'],
    ['“one” – two', '"one" - two'],
    ['so\u00adft\u200b', 'soft'],
    ['ﬁle', 'file'],
    ['漢字', '漢字'],
  ])('takes %j and %j for one', (one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });

  it('says for each unit where it began, and where the text ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, places } = foldWithOffsets(text);
        expect(places).toHaveLength(folded.length + 1);
        expect(places.at(-1)).toBe(text.length);
        expect(places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0))).toBe(true);
      }),
    );
  });
});

describe('an excerpt', () => {
  it('holds the words as they were written, with what stands around them', () => {
    expect(createExcerpt('Gwelais ef wrth Dŷ’r Cwmni.', foldText("DY'R"))).toEqual({
      before: 'Gwelais ef wrth ',
      words: 'Dŷ’r',
      after: ' Cwmni.',
    });
    expect(createExcerpt(`${'a'.repeat(500)} w\u0302 ${'b'.repeat(500)}`, 'w')).toEqual({
      before: `…${'a'.repeat(59)} `,
      words: 'w\u0302',
      after: ` ${'b'.repeat(59)}…`,
    });
    expect(createExcerpt('the ﬁle', 'f').words).toBe('ﬁ');
    expect(createExcerpt('nothing', 'else')).toEqual({ before: '', words: '', after: '' });
  });

  it('of any text is a part of it that is compared as what was sought, and cuts no sign in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
        fc.string(),
        (one, words, other) => {
          const text = `${one}${words}${other}`;
          const sought = foldText(words);
          fc.pre(sought !== '' && words.isWellFormed() && text.isWellFormed());
          fc.pre(foldText(text).includes(sought));
          const { before, words: found, after } = createExcerpt(text, sought);
          expect(foldText(found)).toContain(sought);
          const whole = before.replace(/^…/u, '') + found + after.replace(/…$/u, '');
          expect(text).toContain(whole);
          expect([before, found, after].every((part) => part.isWellFormed())).toBe(true);
        },
      ),
    );
  });
});
