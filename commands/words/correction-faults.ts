import { longestButton } from '../../cards/action.ts';
import { messageShape } from './message-shape.ts';
import type { PlacedWord } from './placed-words.ts';

/** By the schema of Teams' app package. */
const longestTitle = 32;
const longestDescription = 128;

/** Invisible letters, which a copied correction may bring along. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
const spreadsheetError = /^#(?:NAME|REF|VALUE|DIV|NULL|NUM|N\/A|SPILL|CALC)/u;

function longestFor(word: PlacedWord, isButton: boolean): { readonly length: number; readonly why: string } {
  if (isButton) return { length: longestButton, why: 'it is a button, which has to fit a phone' };
  if (word.file.startsWith('manifest/')) {
    const isDescription = word.key.endsWith('.description');
    return { length: isDescription ? longestDescription : longestTitle, why: 'Teams shows no more in its menu' };
  }
  const length = 2 * Math.max(word.en.text.length, word.cy.text.length) + 60;
  return { length, why: 'that is twice as long as what stands there' };
}

function faultsOfShape(word: PlacedWord, correction: string): readonly string[] {
  const [asked, asks] = [messageShape('en', word.en.text), messageShape('cy', correction)];
  if (asks.kind === 'broken') return ['its {braces} do not close, or a plural or a choice in it lacks “other”'];
  if (asked.kind === 'broken') return [];
  const missing = asked.asks.filter((one) => !asks.asks.includes(one));
  const added = asks.asks.filter((one) => !asked.asks.includes(one));
  return [
    ...(missing.length > 0 ? [`it lacks ${missing.join(', ')}, which is filled in`] : []),
    ...(added.length > 0 ? [`it has ${added.join(', ')}, which the English does not`] : []),
    ...asks.neverSaid.map((form) => `no number in Welsh has the plural form “${form}”`),
  ];
}

export function correctionFaults(word: PlacedWord, correction: string, isButton: boolean): readonly string[] {
  if (spreadsheetError.test(correction)) return ['it is an error of the spreadsheet'];
  const { length, why } = longestFor(word, isButton);
  const lines = (text: string): number => text.split('\n').length;
  const [now, wanted] = [lines(correction), lines(word.en.text)];
  return [
    ...faultsOfShape(word, correction),
    ...(correction.length > length ? [`it has ${correction.length} characters and may have ${length}: ${why}`] : []),
    ...(now === wanted ? [] : [`it has ${now} lines and the English has ${wanted}`]),
    ...(unseen.test(correction.replaceAll('\n', '')) ? ['it has a character that nobody sees'] : []),
    ...(correction.includes('!') ? ['it has an exclamation mark, and Candour speaks calmly'] : []),
    ...(correction.includes('"') ? ['a straight quotation mark in it has no partner'] : []),
  ];
}
