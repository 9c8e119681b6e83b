import type { Subject } from '../model/subject-card.ts';
import type { PersonId } from '../model/directory.ts';
import { foldedNumber, foldedSubject, isRank, nameGroups, surnameParts, wordsOf } from './subject-names.ts';

const numberPattern = /(?<![\p{L}\p{N}])(?:[\p{L}]{1,3})?\d{3,7}(?![\p{L}\p{N}])/gu;
const namePattern = /^\p{Lu}[\p{L}'’‘-]*$/u;
const noName = new Set(
  'He She They The It My A An I In At On Mr Mrs Ms Miss Dr Mae Y Yr Fy Mae’r Roedd Gan Un Dyn Merch'.split(' '),
);

const isName = (word: string): boolean => namePattern.test(word) && !noName.has(word) && !isRank(word);
const isPatronymic = (word: string): boolean => /^(?:ap|ab|ferch|verch)$/u.test(word);

interface Named {
  readonly forenames?: string;
  readonly surname?: string;
}

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
 * A proposal for a card from a sentence such as "PC 1234 Siân Jones, response team, Newport". `undefined` without a
 * number or name.
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

/** From a directory's display name, such as "Jones, Siân (PC 1234)". `undefined` if there is too little to compare. */
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

export interface NamedHandler {
  readonly objectId: PersonId;
  readonly name: string;
}

const share = (one: readonly string[], other: readonly string[]): boolean => one.some((word) => other.includes(word));

/**
 * Handlers who may be on a card, by number, or by surname and forename. Only a proposal to exclude them: a name can be
 * typed on purpose.
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

const nearBefore = 2;

function isNamedIn(words: readonly string[], surnames: readonly string[], forenames: readonly string[]): boolean {
  const isForename = (word: string | undefined): boolean => word !== undefined && share(nameGroups(word), forenames);
  return words.some(
    (word, place) =>
      surnames.includes(word) &&
      (words.slice(Math.max(0, place - nearBefore), place).some(isForename) || isForename(words[place + 1])),
  );
}

/**
 * Handlers whom a text may name, in any letter case. Only a proposal: a text also names people whom it is not about.
 */
export function handlersNamedIn(text: string, handlers: readonly NamedHandler[]): readonly NamedHandler[] {
  // "O Siân Jones" is a Welsh "from Siân Jones"; "Mc Donald" is one surname.
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
