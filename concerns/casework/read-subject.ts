import type { Subject } from '../records/subject-card.ts';
import type { PersonId } from '../terms/person-id.ts';
import { foldedNumber, foldedSubject, isRank, surnameParts, wordsOf } from './folded-subject.ts';
import { nameGroups } from './short-forms.ts';

/** A number of three to seven digits that stands by itself, with letters before it or not. */
const numberPattern = /(?<![\p{L}\p{N}])(?:[\p{L}]{1,3})?\d{3,7}(?![\p{L}\p{N}])/gu;
const namePattern = /^\p{Lu}[\p{L}'’‘-]*$/u;
/** Words that begin a sentence or are polite, and are no names. */
const noName = new Set(
  'He She They The It My A An I In At On Mr Mrs Ms Miss Dr Mae Y Yr Fy Mae’r Roedd Gan Un Dyn Merch'.split(' '),
);

const isName = (word: string): boolean => namePattern.test(word) && !noName.has(word) && !isRank(word);
const isPatronymic = (word: string): boolean => /^(?:ap|ab|ferch|verch)$/u.test(word);

interface Named {
  readonly forenames?: string;
  readonly surname?: string;
}

/** The first run of words in a text that may be a name: the last of them is the surname, with the "ap" before it. */
function nameIn(words: readonly string[]): Named {
  const first = words.findIndex(isName);
  if (first < 0) return {};
  const run: string[] = [];
  for (const word of words.slice(first)) {
    if (!isName(word) && !isPatronymic(word)) break;
    run.push(word);
  }
  while (isPatronymic(run.at(-1) ?? '')) run.pop();
  const son = run.findIndex(isPatronymic);
  const at = son > 0 ? son : run.length - 1;
  const [forenames, surname] = [run.slice(0, at).join(' '), run.slice(at).join(' ')];
  return { ...(forenames !== '' && { forenames }), ...(surname !== '' && { surname }) };
}

/**
 * A person as a sentence may name them, such as "PC 1234 Siân Jones, response team, Newport": a proposal for a card,
 * which somebody looks at. `undefined` where there is neither a number nor a name in it.
 */
export function subjectIn(text: string): Subject | undefined {
  const line = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  const numbers = [...new Set(line.match(numberPattern) ?? [])].filter((number) => foldedNumber(number) !== undefined);
  const without = line.replaceAll(numberPattern, ' ');
  const [head = '', ...rest] = without.split(/[,;:.()\n]+/u).map((part) => part.trim());
  const words = head.split(/\s+/u);
  const ranks = words.filter(isRank).slice(0, 3);
  const name = nameIn(words.filter((word) => !isRank(word)));
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

/**
 * Somebody as their employer's directory writes them, such as "Jones, Siân (PC 1234)" or "Siân Jones". `undefined` where
 * it is too little to compare.
 */
export function subjectOfName(name: string): Subject | undefined {
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
  const son = words.findIndex(isPatronymic);
  const at = son > 0 ? son : words.length - 1;
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

/** Somebody who handles cases, by name. */
export interface NamedHandler {
  readonly objectId: PersonId;
  readonly name: string;
}

const share = (one: readonly string[], other: readonly string[]): boolean => one.some((word) => other.includes(word));

/**
 * Those who handle cases and may be among the people on a card, by number, or by surname and forename. A proposal that
 * they be shut out, and no more: a name can be typed on purpose.
 */
export function handlersAmong(
  subjects: readonly Subject[],
  handlers: readonly NamedHandler[],
): readonly NamedHandler[] {
  const on = subjects.map(foldedSubject);
  return handlers.filter(({ name }) => {
    const known = subjectOfName(name);
    if (known === undefined) return false;
    const handler = foldedSubject(known);
    const forenames = handler.forenames.flat();
    return on.some(
      (subject) =>
        share(subject.numbers, handler.numbers) ||
        (share(subject.surnames, handler.surnames) && share(subject.forenames.flat(), forenames)),
    );
  });
}

/** How many words may stand between a surname and the forename before it. */
const nearBefore = 2;

/** Whether a surname stands in words with a forename beside it: before it, or after it as lists have them. */
function isNamedIn(words: readonly string[], surnames: readonly string[], forenames: readonly string[]): boolean {
  const isForename = (word: string | undefined): boolean => word !== undefined && share(nameGroups(word), forenames);
  return words.some(
    (word, place) =>
      surnames.includes(word) &&
      (words.slice(Math.max(0, place - nearBefore), place).some(isForename) || isForename(words[place + 1])),
  );
}

/**
 * Those who handle cases and whom a text may name, by number, or by surname and forename, in small letters or large. As
 * `handlersAmong` it is a proposal and no more: a text also names people whom it is not about.
 */
export function handlersNamedIn(text: string, handlers: readonly NamedHandler[]): readonly NamedHandler[] {
  // "O Siân Jones" is somebody whom a Welsh sentence comes from; "Mc Donald" is one surname.
  const readings = [wordsOf(text), surnameParts(text)];
  const numbers = (text.match(numberPattern) ?? []).flatMap((number) => foldedNumber(number) ?? []);
  return handlers.filter(({ name }) => {
    const known = subjectOfName(name);
    if (known === undefined) return false;
    const handler = foldedSubject(known);
    const forenames = handler.forenames.flat();
    return share(numbers, handler.numbers) || readings.some((words) => isNamedIn(words, handler.surnames, forenames));
  });
}
