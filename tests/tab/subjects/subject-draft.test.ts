import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { cardOf, draftOf, emptyDraft, isTyped, subjectOf, tooLongIn } from '../../../tab/subjects/subject-draft.ts';
import { anyCard, aSubject } from '../../support/subjects/any-card.ts';

describe('a person as somebody types them', () => {
  it('is the person on the card again, whatever they are called', () => {
    fc.assert(
      fc.property(anyCard, ({ subjects }) => {
        for (const subject of subjects) {
          const plain = [...subject.numbers, ...subject.aliases].every((part) => !/[,;\n]/u.test(part));
          if (plain) expect(subjectOf(draftOf(subject))).toEqual(subject);
        }
      }),
    );
  });

  it('is taken apart at commas, without what is blank', () => {
    const draft = {
      ...emptyDraft,
      numbers: ' 1234, ,PC 77;',
      aliases: 'Dai\nBig D',
      surname: ' ap  Rhys ',
      unit: '  ',
    };
    expect(subjectOf(draft)).toEqual(
      aSubject({ numbers: ['1234', 'PC 77'], aliases: ['Dai', 'Big D'], surname: 'ap  Rhys' }),
    );
  });

  it('is nobody where nothing is typed, and is left off the card', () => {
    expect(isTyped(emptyDraft)).toBe(false);
    expect(isTyped({ ...emptyDraft, certainty: 'confirmed', unit: ' ' })).toBe(false);
    expect(cardOf([emptyDraft, { ...emptyDraft, surname: 'Rees' }, emptyDraft])).toEqual({
      v: 1,
      subjects: [aSubject({ surname: 'Rees' })],
    });
    expect(cardOf([emptyDraft])).toEqual({ v: 1, subjects: [] });
  });

  it.each([
    ['surname', 'x'.repeat(81)],
    ['numbers', '1,2,3,4,5,6'],
    ['aliases', `${'x'.repeat(81)}, y`],
    ['description', 'x'.repeat(301)],
  ] as const)('is too long for the card by its %s, and is not cut', (field, text) => {
    const draft = { ...emptyDraft, [field]: text };
    expect(tooLongIn(draft)).toBe(field);
    expect(subjectOf(draft)).toBeUndefined();
    expect(cardOf([draft])).toBeUndefined();
  });
});
