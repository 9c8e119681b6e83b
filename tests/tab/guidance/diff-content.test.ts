import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { diffLines, diffContent } from '../../../tab/guidance/diff-content.ts';
import { createContentWords } from '../../support/core/content.ts';

describe('two versions of a text', () => {
  it('are put together line by line, with what is in one alone', () => {
    expect(diffLines('One\n\nTwo\nThree', 'One\nTwo and a half\nThree\nFour')).toEqual([
      { text: 'One', in: 'both' },
      { text: 'Two', in: 'before' },
      { text: 'Two and a half', in: 'after' },
      { text: 'Three', in: 'both' },
      { text: 'Four', in: 'after' },
    ]);
  });

  it('can be told from what they are put together as, whatever they say', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before.join('\n'), after.join('\n'));
        expect(lines.filter((line) => line.in !== 'after').map((line) => line.text)).toEqual(before);
        expect(lines.filter((line) => line.in !== 'before').map((line) => line.text)).toEqual(after);
      }),
    );
  });

  it('are compared in both languages, with their office and their day', () => {
    const sides = diffContent(createContentWords(), createContentWords({ owner: 'Learning' }));
    expect(sides.map(({ language }) => language)).toEqual(['en', 'cy']);
    for (const { lines } of sides) {
      expect(lines.filter((line) => line.in !== 'both').map((line) => line.text)).toEqual([
        'Professional Standards',
        'Learning',
      ]);
    }
  });
});
