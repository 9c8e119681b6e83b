import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  toSubjectCard,
  toSubjectDraft,
  emptySubjectDraft,
  hasSubjectText,
  toSubject,
  findOverlongField,
} from '../../../tab/subjects/subject-draft.ts';
import { arbitrarySubjectCard, createSubject } from '../../support/subjects/subject-cards.ts';

describe('a person as somebody types them', () => {
  it('is the person on the card again, whatever they are called', () => {
    fc.assert(
      fc.property(arbitrarySubjectCard, ({ subjects }) => {
        for (const subject of subjects) {
          const plain = [...subject.numbers, ...subject.aliases].every((part) => !/[,;\n]/u.test(part));
          if (plain) expect(toSubject(toSubjectDraft(subject))).toEqual(subject);
        }
      }),
    );
  });

  it('is taken apart at commas, without what is blank', () => {
    const draft = {
      ...emptySubjectDraft,
      numbers: ' 1234, ,PC 77;',
      aliases: 'Dai\nBig D',
      surname: ' ap  Rhys ',
      unit: '  ',
    };
    expect(toSubject(draft)).toEqual(
      createSubject({ numbers: ['1234', 'PC 77'], aliases: ['Dai', 'Big D'], surname: 'ap  Rhys' }),
    );
  });

  it('is nobody where nothing is typed, and is left off the card', () => {
    expect(hasSubjectText(emptySubjectDraft)).toBe(false);
    expect(hasSubjectText({ ...emptySubjectDraft, certainty: 'confirmed', unit: ' ' })).toBe(false);
    expect(toSubjectCard([emptySubjectDraft, { ...emptySubjectDraft, surname: 'Rees' }, emptySubjectDraft])).toEqual({
      v: 1,
      subjects: [createSubject({ surname: 'Rees' })],
    });
    expect(toSubjectCard([emptySubjectDraft])).toEqual({ v: 1, subjects: [] });
  });

  it.each([
    ['surname', 'x'.repeat(81)],
    ['numbers', '1,2,3,4,5,6'],
    ['aliases', `${'x'.repeat(81)}, y`],
    ['description', 'x'.repeat(301)],
  ] as const)('is too long for the card by its %s, and is not cut', (field, text) => {
    const draft = { ...emptySubjectDraft, [field]: text };
    expect(findOverlongField(draft)).toBe(field);
    expect(toSubject(draft)).toBeUndefined();
    expect(toSubjectCard([draft])).toBeUndefined();
  });
});
