import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  createSubjectIndex,
  compareSubjects,
  type SubjectThresholds,
  subjectThresholds,
} from '../../../core/casework/subject-matching.ts';
import { foldSubject } from '../../../core/casework/subject-names.ts';
import type { Subject } from '../../../core/model/subject-card.ts';
import { createSubject } from '../../support/subjects/subject-cards.ts';
import {
  generateForce,
  generateNaming,
  generateCards,
  createSeededRandom,
} from '../../support/subjects/generated-people.ts';
import { matchFigures, missedShare } from '../../support/subjects/match-figures.ts';

const strength = (one: Partial<Subject>, other: Partial<Subject>, thresholds?: SubjectThresholds) =>
  compareSubjects(foldSubject(createSubject(one)), foldSubject(createSubject(other)), thresholds)?.strength;

describe('two people on cards', () => {
  it.each<readonly [string, Partial<Subject>, Partial<Subject>]>([
    ['whatever stands before it', { numbers: ['PC 1234'] }, { numbers: ['1234'] }],
    ['whatever the names are', { numbers: ['01234'], surname: 'Jones' }, { numbers: ['Sgt1234'], surname: 'Evans' }],
  ])('are alike strongly by an equal number, %s', (_, one, other) => expect(strength(one, other)).toBe('strong'));

  it.each<readonly [string, Partial<Subject>, Partial<Subject>]>([
    ['too short to be one', { numbers: ['12'] }, { numbers: ['12'] }],
    ['that is another', { numbers: ['1234'] }, { numbers: ['1235'] }],
    ['without digits', { numbers: ['none'] }, { numbers: ['none'] }],
  ])('are not alike by a number %s', (_, one, other) => expect(strength(one, other)).toBeUndefined());

  it.each<readonly [string, Partial<Subject>, Partial<Subject>]>([
    [
      'a unit',
      { forenames: 'Siân', surname: 'Jones', unit: 'Newport' },
      { forenames: 'Sian', surname: 'JONES', unit: 'Response, Newport' },
    ],
    [
      'a role',
      { forenames: 'David', surname: 'Rees', role: 'Sgt' },
      { forenames: 'Dai', surname: 'Rees', role: 'Rhingyll' },
    ],
    [
      'a short form',
      { forenames: 'Rob', surname: 'Hughes', unit: 'CID' },
      { forenames: 'Robert', surname: 'Hughes', unit: 'CID' },
    ],
    [
      'a patronymic',
      { forenames: 'Huw', surname: 'ap Rhys', unit: 'CID' },
      { forenames: 'Huw', surname: 'Rhys', unit: 'CID' },
    ],
    [
      'half of a double surname',
      { forenames: 'Elin', surname: 'Price-Morgan', unit: 'CID' },
      { forenames: 'Elin', surname: 'Morgan', unit: 'CID' },
    ],
    [
      'an apostrophe',
      { forenames: 'Ann', surname: 'O’Brien', unit: 'CID' },
      { forenames: 'Ann', surname: 'O Brien', unit: 'CID' },
    ],
    [
      'a nickname',
      { aliases: ['Dai'], surname: 'Parry', role: 'PCSO' },
      { forenames: 'Dafydd', surname: 'Parry', role: 'SCCH' },
    ],
  ])('are alike middlingly by surname, forename and place, with %s', (_, one, other) => {
    expect(strength(one, other)).toBe('middling');
    expect(strength(other, one)).toBe('middling');
  });

  it.each<readonly [string, Partial<Subject>, Partial<Subject>]>([
    ['surname and forename alone', { forenames: 'Ffion', surname: 'Lloyd' }, { forenames: 'Ffion', surname: 'Lloyd' }],
    [
      'a surname one letter apart',
      { forenames: 'Ffion', surname: 'Pritchard', unit: 'CID' },
      { forenames: 'Ffion', surname: 'Prichard', unit: 'CID' },
    ],
    [
      'a surname that sounds alike',
      { forenames: 'Ffion', surname: 'Rees', unit: 'CID' },
      { forenames: 'Ffion', surname: 'Rhys', unit: 'CID' },
    ],
    [
      'an initial',
      { forenames: 'F', surname: 'Lloyd', unit: 'CID' },
      { forenames: 'Ffion', surname: 'Lloyd', unit: 'CID' },
    ],
    ['a nickname of some words', { aliases: ['Big Al'], unit: 'CID' }, { aliases: ['big al'], unit: 'CID' }],
    [
      'a surname that they had before',
      { forenames: 'Siân', surname: 'Jones', aliases: ['Evans'] },
      { forenames: 'Sian', surname: 'Evans', unit: 'CID' },
    ],
    [
      'a whole name that they had before',
      { forenames: 'Siân', surname: 'Jones', aliases: ['Siân Evans'], role: 'DS' },
      { forenames: 'Sian', surname: 'Evans', role: 'Sgt' },
    ],
    [
      'two constables of one name',
      { forenames: 'Ffion', surname: 'Lloyd', role: 'PC' },
      { forenames: 'Ffion', surname: 'Lloyd', role: 'Heddwas' },
    ],
  ])('are alike weakly by %s', (_, one, other) => {
    expect(strength(one, other)).toBe('weak');
    expect(strength(other, one)).toBe('weak');
  });

  it.each<readonly [string, Partial<Subject>, Partial<Subject>]>([
    ['nothing', {}, {}],
    ['a unit and a role', { unit: 'CID', role: 'Sgt' }, { unit: 'CID', role: 'Sgt' }],
    ['a forename and a unit', { forenames: 'Siôn', unit: 'CID' }, { forenames: 'Siôn', unit: 'CID' }],
    [
      'Siôn for John',
      { forenames: 'Siôn', surname: 'Jones', unit: 'CID' },
      { forenames: 'John', surname: 'Jones', unit: 'CID' },
    ],
    [
      'a surname typed twice',
      { surname: 'Jones', aliases: ['Jones'], unit: 'CID' },
      { surname: 'Jones', aliases: ['JONES'], unit: 'CID' },
    ],
    [
      'a surname and one of before',
      { surname: 'Jones', aliases: ['Evans'], unit: 'CID' },
      { surname: 'Evans', aliases: ['Jones'], unit: 'CID' },
    ],
    [
      'a surname of before alone',
      { surname: 'Jones', aliases: ['Evans'], unit: 'CID' },
      { forenames: 'Evan', surname: 'Evans', unit: 'CID' },
    ],
    ['a description', { description: 'tall, red hair' }, { description: 'tall, red hair' }],
    [
      'an empty name in other letters',
      { surname: '—', forenames: '…', unit: 'CID' },
      { surname: '--', forenames: '!', unit: 'CID' },
    ],
  ])('are not alike by %s', (_, one, other) => expect(strength(one, other)).toBeUndefined());

  it('are never alike by a surname, whatever stands beside it and wherever the lines are drawn', () => {
    const surname = fc.constantFrom('Jones', 'Davies', 'Williams', 'Evans', 'Llywelyn-Protheroe', 'ap Gwynedd');
    const beside = fc.record({
      unit: fc.option(fc.constantFrom('CID', 'Newport'), { nil: undefined }),
      role: fc.option(fc.constantFrom('PC', 'Sgt', 'DI'), { nil: undefined }),
      description: fc.option(fc.constantFrom('tall', 'drives a van'), { nil: undefined }),
    });
    const lines = fc.record({
      maxEdits: fc.nat(2),
      minLetters: fc.nat(6),
      usesPhonetics: fc.boolean(),
      commonestRoleCounts: fc.boolean(),
      namesAlone: fc.boolean(),
    });
    fc.assert(
      fc.property(surname, beside, beside, lines, (name, one, other, thresholds) => {
        expect(strength({ surname: name, ...one }, { surname: name, ...other }, thresholds)).toBeUndefined();
        const twice = { surname: name, aliases: [name, name.toUpperCase()] };
        expect(strength({ ...twice, ...one }, { ...twice, ...other }, thresholds)).toBeUndefined();
        expect(
          strength(
            { surname: name, forenames: 'Mari', ...one },
            { surname: name, forenames: 'Wyn', ...other },
            thresholds,
          ),
        ).toBeUndefined();
      }),
    );
  });

  it('are as alike from either side, whatever their names are', () => {
    const chance = createSeededRandom(5);
    const force = generateForce(40, chance);
    for (let round = 0; round < 2_000; round += 1) {
      const [one, other] = [0, 1].map(() => force[Math.floor(chance() * force.length)]);
      if (one === undefined || other === undefined) throw new Error('there is nobody');
      const [named, also] = [generateNaming(one, chance), generateNaming(other, chance)];
      expect(strength(named, also)).toBe(strength(also, named));
    }
  });
});

describe('an index of cards', () => {
  it('finds each pair of people of other cases, the strongest first, and never of the same case', () => {
    const index = createSubjectIndex();
    const person = createSubject({ forenames: 'Mair', surname: 'Bowen', unit: 'CID', numbers: ['4321'] });
    index.add({ caseId: 'mine', subjects: [person] });
    index.add({
      caseId: 'other',
      subjects: [createSubject({ ...person, numbers: [] }), createSubject({ numbers: ['4321'] })],
    });
    index.add({ caseId: 'third', subjects: [createSubject({ forenames: 'Mair', surname: 'Bowen' })] });
    const found = index.findMatches({ caseId: 'mine', subjects: [createSubject(), person] });
    expect(found).toEqual([
      { caseId: 'other', strength: 'strong', grounds: ['number'], subjectPosition: 1, otherPosition: 1 },
      {
        caseId: 'other',
        strength: 'middling',
        grounds: ['surname', 'forename', 'unit'],
        subjectPosition: 1,
        otherPosition: 0,
      },
      { caseId: 'third', strength: 'weak', grounds: ['surname', 'forename'], subjectPosition: 1, otherPosition: 0 },
    ]);
  });

  it('finds what comparing every card with every other finds, and looks at a twentieth of the people', () => {
    const chance = createSeededRandom(3);
    const cards = generateCards(400, generateForce(150, chance), chance);
    const index = createSubjectIndex();
    for (const { card } of cards) index.add(card);
    for (const { card } of cards) {
      const byIndex = [...new Set(index.findMatches(card).map(({ caseId }) => caseId))];
      const [mine] = card.subjects.map(foldSubject);
      if (mine === undefined) throw new Error('nobody is on the card');
      const byAll = cards
        .filter((other) => other.card.caseId !== card.caseId)
        .filter((other) => other.card.subjects.some((subject) => compareSubjects(mine, foldSubject(subject))))
        .map((other) => other.card.caseId);
      expect(byIndex.toSorted()).toEqual(byAll.toSorted());
    }
    expect(index.comparisonCount()).toBeLessThan((cards.length * cards.length) / 20);
  });
});

describe('someone who adds to a card', () => {
  const chance = createSeededRandom(29);
  const force = generateForce(6, chance);
  // Few people, so that many are alike.
  const anyone = fc.nat({ max: 10_000 }).map((seed) => {
    const own = createSeededRandom(seed);
    const person = force[Math.floor(own() * force.length)];
    if (person === undefined) throw new Error('there is nobody');
    return generateNaming(person, own);
  });
  const people = fc.array(anyone, { minLength: 1, maxLength: 5 });

  it('takes no pair of people out of what is found, on either card and wherever they write', () => {
    fc.assert(
      fc.property(people, people, people, people, (mine, theirs, addedToMine, addedToTheirs) => {
        const found = (own: readonly Subject[], other: readonly Subject[]) => {
          const index = createSubjectIndex();
          index.add({ caseId: 'other', subjects: other });
          return index
            .findMatches({ caseId: 'mine', subjects: own })
            .map(({ subjectPosition, otherPosition, strength, grounds }) =>
              JSON.stringify([own[subjectPosition], other[otherPosition], strength, grounds]),
            );
        };
        const before = found(mine, theirs);
        for (const own of [
          [...addedToMine, ...mine],
          [...mine, ...addedToMine],
        ])
          for (const other of [
            [...addedToTheirs, ...theirs],
            [...theirs, ...addedToTheirs],
          ])
            expect(found(own, other)).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});

// The figures of 10,000 are printed by `npm run bench -- subjects`; here fewer show that the lines stand where they do.
describe('the lines that are drawn', () => {
  const chance = createSeededRandom(17);
  const cards = generateCards(1_500, generateForce(300, chance), chance);
  const figures = matchFigures(cards, subjectThresholds);

  it('take no two people for one by a number, and few by names and a place', () => {
    expect(figures.wrong.strong).toBe(0);
    expect(figures.wrong.middling).toBeLessThan(figures.found.middling / 20);
    expect(figures.wrong.weak).toBeLessThan(figures.found.weak);
  });

  it('find more than half of those who are named twice, and a third before the report is graded', () => {
    expect(missedShare('weak', figures)).toBeLessThan(1 / 2);
    expect(missedShare('middling', figures)).toBeLessThan(2 / 3);
  });

  it('stand where they do because two constables have too little in common', () => {
    const looser = matchFigures(cards, { ...subjectThresholds, commonestRoleCounts: true });
    expect(looser.wrong.middling).toBeGreaterThan(2 * figures.wrong.middling);
    expect(looser.found.middling).toBeLessThan(2 * figures.found.middling);
  });
});
