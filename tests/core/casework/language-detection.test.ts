import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from '../../../core/casework/identifying-spans.ts';
import { languages } from '../../../core/model/language.ts';

describe('the language of a text', () => {
  it.each([
    ['en', 'An officer visits a witness at home, and there is no policing reason for it.'],
    ['en', 'The sergeant was told by the owner of Tŷ Gwyn, Heol y Deri, that they had been seen.'],
    ['cy', 'Mae swyddog yn ymweld â thyst yn ei gartref heb reswm plismona.'],
    ['cy', 'Dywedodd Sarsiant Example ei fod wedi anfon “see you at the station” at y tyst.'],
    ['cy', 'NID OEDD NEB ARALL YNO, OND MAE’R CAMERA YN DANGOS HYN.'],
  ] as const)('is told by its small words: %s', (language, text) => {
    for (const otherwise of languages) expect(detectLanguage(text, otherwise)).toBe(language);
  });

  it.each(['', '  \n', 'PC 1234', 'Llun, 14:30', '漢字', 'The yn'])(
    'is the other one’s where they do not tell: %j',
    (text) => {
      for (const otherwise of languages) expect(detectLanguage(text, otherwise)).toBe(otherwise);
    },
  );
});
