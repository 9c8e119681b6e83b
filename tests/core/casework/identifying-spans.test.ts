import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { identifyingReasons, findIdentifyingSpans } from '../../../core/casework/identifying-spans.ts';
import { type Language, languages } from '../../../core/model/language.ts';

/** What is found, as the words themselves and why. */
const told = (text: string, language: Language) =>
  findIdentifyingSpans(text, language).map(({ start, end, why }) => [text.slice(start, end), why]);

describe('words that may tell who the source is', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      'I saw it, and my colleague told us.',
      [
        ['I', 'firstPerson'],
        ['my', 'firstPerson'],
        ['us', 'firstPerson'],
      ],
    ],
    [
      "They’re sure. I’ve asked, and I'm afraid.",
      [
        ['I’ve', 'firstPerson'],
        ["I'm", 'firstPerson'],
      ],
    ],
    [
      'Only I knew of it; nobody else was there.',
      [
        ['Only I', 'onlyI'],
        ['nobody else', 'onlyI'],
      ],
    ],
    ['The only person on that shift was asked.', [['The only person', 'onlyI']]],
    [
      'It was at 14:32, again at 3.05 pm and at 9pm.',
      [
        ['14:32', 'exactTime'],
        ['3.05 pm', 'exactTime'],
        ['9pm', 'exactTime'],
      ],
    ],
    [
      "At 0730 hours, or half past three, or 5 o'clock.",
      [
        ['0730 hours', 'exactTime'],
        ['half past three', 'exactTime'],
        ["5 o'clock", 'exactTime'],
      ],
    ],
    ['The sergeant met Placeholder in the car park.', [['Placeholder', 'name']]],
    ['Sergeant Placeholder-Jones was there.', [['Placeholder-Jones', 'name']]],
  ])('%s', (text, expected) => {
    expect(told(text, 'en')).toEqual(expected);
  });

  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      'Gwelais y neges ar fy ffôn.',
      [
        ['Gwelais', 'firstPerson'],
        ['fy', 'firstPerson'],
      ],
    ],
    [
      'Nes i ddim gofyn. Dydw i ddim yn siŵr beth weles i.',
      [
        ['Nes i', 'firstPerson'],
        ['Dydw i', 'firstPerson'],
        ['weles', 'firstPerson'],
      ],
    ],
    ['Roedd clais ar y fraich. Arhosodd nes i’r car fynd, a nes i rywun ddod.', []],
    [
      'Dim ond fi oedd yno, a neb arall.',
      [
        ['Dim ond fi', 'onlyI'],
        ['neb arall', 'onlyI'],
      ],
    ],
    [
      'Roeddwn i yn yr ystafell am 14:30.',
      [
        ['Roeddwn', 'firstPerson'],
        ['14:30', 'exactTime'],
      ],
    ],
    [
      'Daeth am dri o’r gloch, ac am hanner awr wedi pedwar.',
      [
        ['dri o’r gloch', 'exactTime'],
        ['hanner awr wedi pedwar', 'exactTime'],
      ],
    ],
    ['Yr unig berson a welodd hyn.', [['Yr unig berson', 'onlyI']]],
    ['Siaradodd y rhingyll â Placeholder wedyn.', [['Placeholder', 'name']]],
  ])('%s', (text, expected) => {
    expect(told(text, 'cy')).toEqual(expected);
  });

  it.each<[string, Language]>([
    ['The officer was seen with a victim on Monday evening in May. It happened twice.', 'en'],
    ['It cost £3.50, about 2.75 times as much: see paragraph 4.2.1, i.e. the second page.', 'en'],
    ['• Gifts were given.\nMessages were sent.\n"Nothing" was said.', 'en'],
    ['Anfonodd y swyddog negeseuon at ddioddefwr ddydd Llun. Digwyddodd ddwywaith.', 'cy'],
    ['Roedd trais, cais ac ymgais, a llais. Ni welodd yr uwch-swyddog ddim.', 'cy'],
  ])('are not found in: %s', (text, language) => {
    expect(told(text, language)).toEqual([]);
  });

  it('stand inside the text, in their order, none over another', () => {
    const pieces = fc.constantFrom(
      'I',
      'only I',
      'dim ond fi',
      '14:30',
      'fy',
      'Placeholder',
      'gwelais',
      '. ',
      ' ',
      '\n',
      '’',
      'o’r gloch',
      'nobody else',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(pieces).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...languages), (text, language) => {
        let end = 0;
        for (const words of findIdentifyingSpans(text, language)) {
          expect(words.start).toBeGreaterThanOrEqual(end);
          expect(words.end).toBeGreaterThan(words.start);
          expect(identifyingReasons).toContain(words.why);
          end = words.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
