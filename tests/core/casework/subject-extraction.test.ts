import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  findHandlersOnCards,
  findHandlersInText,
  extractSubject,
  subjectFromDisplayName,
} from '../../../core/casework/subject-extraction.ts';
import { subjectSchema } from '../../../core/model/subject-card.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createSubject } from '../../support/subjects/subject-cards.ts';

describe('a person as a sentence names them', () => {
  it.each([
    [
      'PC 1234 Siân Jones, response team, Newport',
      { numbers: ['1234'], role: 'PC', forenames: 'Siân', surname: 'Jones', unit: 'response team' },
    ],
    ['Sgt Huw ap Rhys', { role: 'Sgt', forenames: 'Huw', surname: 'ap Rhys' }],
    [
      'Cwnstabl Llinos Price-Morgan (CID)',
      { role: 'Cwnstabl', forenames: 'Llinos', surname: 'Price-Morgan', unit: 'CID' },
    ],
    ['It is PC4321', { numbers: ['PC4321'] }],
    ['a sergeant called O’Brien', { role: 'sergeant', surname: 'O’Brien' }],
  ])('is proposed: %s', (text, person) => {
    expect(extractSubject(text)).toEqual(createSubject(person));
  });

  it.each(['', 'somebody in the office', 'I do not know their name', 'He was there on the 12th', '07'])(
    'is not proposed where nobody is named: %s',
    (text) => expect(extractSubject(text)).toBeUndefined(),
  );

  it('is one that a card takes, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const person = extractSubject(text);
        if (person === undefined) return;
        // A name of more than 80 letters is cut by whoever looks at the proposal.
        const isLong = [person.surname, person.forenames, person.role].some((words = '') => words.length > 80);
        expect(isLong || subjectSchema.safeParse(person).success).toBe(true);
      }),
    );
  });
});

describe('those who handle cases', () => {
  const named = (name: string) => ({ objectId: toPersonId(name), name });
  const handlers = ['Jones, Siân (PC 1234)', 'Dafydd ap Gwilym', 'Robert Hughes', '', 'admin', 'Evans'].map(named);
  const among = (...subjects: Parameters<typeof createSubject>[0][]) =>
    findHandlersOnCards(subjects.map(createSubject), handlers).map(({ name }) => name);

  it('are proposed by their number, or by surname and forename', () => {
    expect(among({ numbers: ['1234'] })).toEqual(['Jones, Siân (PC 1234)']);
    expect(among({ surname: 'Gwilym', forenames: 'Dai' })).toEqual(['Dafydd ap Gwilym']);
    expect(among({ surname: 'Jones', forenames: 'Sian' }, { surname: 'Hughes', forenames: 'Bob' })).toEqual([
      'Jones, Siân (PC 1234)',
      'Robert Hughes',
    ]);
  });

  it('are not by a surname, a forename or an initial alone', () => {
    expect(among({ surname: 'Jones' }, { surname: 'Evans' }, { forenames: 'Robert' })).toEqual([]);
    expect(among({ surname: 'Hughes', forenames: 'R' }, { surname: 'Hughes', forenames: 'Roger' })).toEqual([]);
  });

  it('are nobody where a directory says too little', () => {
    expect(subjectFromDisplayName('')).toBeUndefined();
    expect(subjectFromDisplayName('Evans')).toBeUndefined();
  });
});

describe('those who handle cases and whom a text names', () => {
  const named = (name: string) => ({ objectId: toPersonId(name), name });
  const handlers = [
    'Jones, Siân (PC 1234)',
    'Dafydd ap Gwilym',
    'Robert Hughes',
    'Llinos Price-Morgan',
    'Rory O’Brien',
    '',
    'Evans',
  ].map(named);
  const namedIn = (text: string) => findHandlersInText(text, handlers).map(({ name }) => name);

  it.each([
    ['It was PC1234 who came', ['Jones, Siân (PC 1234)']],
    ['sian jones, the sergeant at newport', ['Jones, Siân (PC 1234)']],
    ['DS Dai Gwilym', ['Dafydd ap Gwilym']],
    ['Bob Hughes and Llinos Morgan', ['Robert Hughes', 'Llinos Price-Morgan']],
    ['HUGHES, ROBERT', ['Robert Hughes']],
    ['Sgt Rory J O’Brien', ['Rory O’Brien']],
    ['Gofynnodd Siân\nJones amdani', ['Jones, Siân (PC 1234)']],
  ])('are proposed however it is typed: %s', (text, found) => expect(namedIn(text)).toEqual(found));

  it.each([
    '',
    'an officer called Jones',
    'Robert came back',
    'Mr Evans',
    'Roger Hughes',
    'room 12, 123 Robert Street',
  ])('are nobody by a surname or a forename alone: %s', (text) => expect(namedIn(text)).toEqual([]));

  it('are found in whatever stands around the name', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.string({ maxLength: 200 }),
        fc.boolean(),
        (before, after, large) => {
          const name = large ? 'SIÂN JONES' : 'sian jones';
          expect(namedIn(`${before}\n${name}\n${after}`)).toContain('Jones, Siân (PC 1234)');
        },
      ),
    );
  });
});
