import type { Subject } from '../model/subject-card.ts';
import type { PersonId } from '../model/roles.ts';
import { foldNumber, foldSubject, isRank, nameGroups, surnameParts, splitFoldedWords } from './subject-names.ts';

const numberPattern = /(?<![\p{L}\p{N}])(?:[\p{L}]{1,3})?\d{3,7}(?![\p{L}\p{N}])/gu;
const namePattern = /^\p{Lu}[\p{L}'’‘-]*$/u;
const nonNameWords = new Set(
  'He She They The It My A An I In At On Mr Mrs Ms Miss Dr Mae Y Yr Fy Mae’r Roedd Gan Un Dyn Merch'.split(' '),
);

const isName = (word: string): boolean => namePattern.test(word) && !nonNameWords.has(word) && !isRank(word);
const isPatronymic = (word: string): boolean => /^(?:ap|ab|ferch|verch)$/u.test(word);

interface ParsedName {
  readonly forenames?: string;
  readonly surname?: string;
}

function parseName(words: readonly string[]): ParsedName {
  const first = words.findIndex(isName);
  if (first < 0) return {};
  const run: string[] = [];
  for (const word of words.slice(first)) {
    if (!isName(word) && !isPatronymic(word)) break;
    run.push(word);
  }
  while (isPatronymic(run.at(-1) ?? '')) run.pop();
  const patronymicIndex = run.findIndex(isPatronymic);
  const at = patronymicIndex > 0 ? patronymicIndex : run.length - 1;
  const [forenames, surname] = [run.slice(0, at).join(' '), run.slice(at).join(' ')];
  return { ...(forenames !== '' && { forenames }), ...(surname !== '' && { surname }) };
}

/**
 * From a sentence such as "PC 1234 Siân Jones, response team, Newport". A proposal; `undefined` without a number or
 * name.
 */
export function extractSubject(text: string): Subject | undefined {
  const line = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  const numbers = [...new Set(line.match(numberPattern) ?? [])].filter((number) => foldNumber(number) !== undefined);
  const without = line.replaceAll(numberPattern, ' ');
  const [head = '', ...rest] = without.split(/[,;:.()\n]+/u).map((part) => part.trim());
  const words = head.split(/\s+/u);
  const ranks = words.filter(isRank).slice(0, 3);
  const name = parseName(words.filter((word) => !isRank(word)));
  if (numbers.length === 0 && name.surname === undefined) return undefined;
  const unit = rest.find((part) => part !== '' && part.length <= 80);
  return {
    numbers: numbers.slice(0, 5),
    aliases: [],
    certainty: 'named',
    ...name,
    ...(ranks.length > 0 && { role: ranks.join(' ') }),
    ...(unit !== undefined && { unit }),
  };
}

/** Such as "Jones, Siân (PC 1234)". `undefined` if there is too little to compare. */
export function subjectFromDisplayName(name: string): Subject | undefined {
  const line = name.normalize('NFC').trim();
  const numbers = [...new Set(line.match(numberPattern) ?? [])];
  const plain = line.replaceAll(/\([^)]*\)/gu, ' ').replaceAll(numberPattern, ' ');
  const [before = '', after] = plain.split(',').map((part) =>
    part
      .split(/\s+/u)
      .filter((word) => word !== '' && !isRank(word))
      .join(' '),
  );
  const words = before.split(' ');
  const patronymicIndex = words.findIndex(isPatronymic);
  const at = patronymicIndex > 0 ? patronymicIndex : words.length - 1;
  const [forenames, surname] =
    after === undefined || after === '' ? [words.slice(0, at).join(' '), words.slice(at).join(' ')] : [after, before];
  if (numbers.length === 0 && (forenames === '' || surname === '')) return undefined;
  return {
    numbers: numbers.slice(0, 5),
    aliases: [],
    certainty: 'confirmed',
    ...(forenames !== '' && { forenames }),
    ...(surname !== '' && { surname }),
  };
}

export interface NamedHandler {
  readonly objectId: PersonId;
  readonly name: string;
}

const hasCommonWord = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((word) => other.includes(word));

/** By number, or by surname and forename. Only a proposal to exclude them: a name can be typed on purpose. */
export function findHandlersOnCards(
  subjects: readonly Subject[],
  handlers: readonly NamedHandler[],
): readonly NamedHandler[] {
  const on = subjects.map(foldSubject);
  return handlers.filter(({ name }) => {
    const known = subjectFromDisplayName(name);
    if (known === undefined) return false;
    const handler = foldSubject(known);
    const forenames = handler.forenames.flat();
    return on.some(
      (subject) =>
        hasCommonWord(subject.numbers, handler.numbers) ||
        (hasCommonWord(subject.surnames, handler.surnames) && hasCommonWord(subject.forenames.flat(), forenames)),
    );
  });
}

const forenameWindow = 2;

function isHandlerNamed(words: readonly string[], surnames: readonly string[], forenames: readonly string[]): boolean {
  const isForename = (word: string | undefined): boolean =>
    word !== undefined && hasCommonWord(nameGroups(word), forenames);
  return words.some(
    (word, place) =>
      surnames.includes(word) &&
      (words.slice(Math.max(0, place - forenameWindow), place).some(isForename) || isForename(words[place + 1])),
  );
}

/** In any letter case. Only a proposal: a text also names people whom it is not about. */
export function findHandlersInText(text: string, handlers: readonly NamedHandler[]): readonly NamedHandler[] {
  // "O Siân Jones" is a Welsh "from Siân Jones"; "Mc Donald" is one surname.
  const readings = [splitFoldedWords(text), surnameParts(text)];
  const numbers = (text.match(numberPattern) ?? []).flatMap((number) => foldNumber(number) ?? []);
  return handlers.filter(({ name }) => {
    const known = subjectFromDisplayName(name);
    if (known === undefined) return false;
    const handler = foldSubject(known);
    const forenames = handler.forenames.flat();
    return (
      hasCommonWord(numbers, handler.numbers) ||
      readings.some((words) => isHandlerNamed(words, handler.surnames, forenames))
    );
  });
}
