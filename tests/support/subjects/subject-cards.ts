import * as fc from 'fast-check';
import { type Subject, type SubjectCard, subjectCertainties } from '../../../core/model/subject-card.ts';

/** A person of whom nothing is said but what is given. */
export const createSubject = (known: Partial<Subject> = {}): Subject => ({
  numbers: [],
  aliases: [],
  certainty: 'named',
  ...known,
});

/** A card about these people. */
export const createSubjectCard = (...subjects: readonly Partial<Subject>[]): SubjectCard => ({
  v: 1,
  subjects: subjects.map(createSubject),
});

const words = (most: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: most })
    .map((text) => text.normalize('NFC').trim().slice(0, most))
    .filter((text) => text.length > 0 && text.isWellFormed() && text.trim() === text);

const someWords = fc.option(words(20), { nil: undefined });

/** Any person that a card has room for five of. */
const anySubject: fc.Arbitrary<Subject> = fc.record(
  {
    numbers: fc.array(words(8), { maxLength: 2 }),
    aliases: fc.array(words(8), { maxLength: 2 }),
    certainty: fc.constantFrom(...subjectCertainties),
    surname: someWords,
    forenames: someWords,
    unit: someWords,
    role: someWords,
    description: someWords,
  },
  { requiredKeys: ['numbers', 'aliases', 'certainty'] },
);

/** Any card, which may have no room. */
export const arbitrarySubjectCard: fc.Arbitrary<SubjectCard> = fc.record({
  v: fc.constant(1 as const),
  subjects: fc.array(anySubject, { maxLength: 5 }),
});
