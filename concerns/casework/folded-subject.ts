import type { Subject } from '../records/subject-card.ts';
import { nameGroups } from './short-forms.ts';

/** A name in small letters without marks: Siân is sian, O’Brien obrien, Llŷr llyr. */
const foldedName = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase();

/** The letters and digits of a text, word by word. */
export const wordsOf = (text: string): readonly string[] =>
  foldedName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** "Son of" and "daughter of" before a Welsh surname: some give theirs with it, others without. */
const patronymic = new Set(['ap', 'ab', 'ferch', 'verch']);
/** The beginnings of surnames that some write as a word of their own. */
const beginnings = new Set(['mc', 'mac', 'o', 'st', 'van', 'de']);

/** The parts of a surname: both of a double one, and none of them the "ap" before it. */
export function surnameParts(surname: string): readonly string[] {
  const words = wordsOf(surname);
  const named = words.filter((word) => !patronymic.has(word));
  const parts: string[] = [];
  let begun = '';
  for (const word of named.length > 0 ? named : words) {
    if (beginnings.has(word) && begun === '') begun = word;
    else {
      parts.push(begun + word);
      begun = '';
    }
  }
  return begun === '' ? parts : [...parts, begun];
}

/** A number as it is compared: its digits, without what stands before them. `undefined` where it has too few to be one. */
export function foldedNumber(number: string): string | undefined {
  const digits = number.replaceAll(/\D/gu, '').replace(/^0+/u, '');
  return digits.length < 3 ? undefined : digits;
}

/** The words of a place of work that are in all of them. */
const everywhere = new Set(
  'the of a and at in team unit station police department y yr a yn tim uned gorsaf heddlu adran'.split(' '),
);

/** A rank or role by the words and letters that it goes by, in both languages. */
const ranks: readonly (readonly [rank: string, ...words: readonly string[]])[] = [
  ['constable', 'pc', 'dc', 'wpc', 'constable', 'cwnstabl', 'heddwas', 'heddferch', 'tdc'],
  ['sergeant', 'ps', 'ds', 'sgt', 'sergeant', 'sarjant', 'rhingyll', 'skipper'],
  ['inspector', 'insp', 'di', 'inspector', 'arolygydd'],
  ['chief', 'ci', 'dci', 'chief', 'prif'],
  ['superintendent', 'supt', 'dsu', 'superintendent', 'uwcharolygydd'],
  ['pcso', 'pcso', 'cso', 'scch'],
  ['special', 'special', 'sc', 'gwirfoddol'],
];
const rankOf = new Map(ranks.flatMap(([rank, ...words]) => words.map((word) => [word, rank] as const)));

/** The commonest of all roles says next to nothing: three officers in four are constables. */
export const commonestRole = 'constable';

/** The rank that a word stands for, the word itself where it is none. */
const roleOf = (word: string): string => rankOf.get(word) ?? word;
/** Whether a word is a rank. */
export const isRank = (word: string): boolean => rankOf.has(foldedName(word));

/** A person on a card as they are compared. */
export interface FoldedSubject {
  readonly numbers: readonly string[];
  readonly surnames: readonly string[];
  /** The last words of other names: surnames that they may have had before. None that they have now. */
  readonly earlier: readonly string[];
  /** Forenames of more than a letter, and nicknames of one word, each with the groups of short forms that it is of. */
  readonly forenames: readonly (readonly string[])[];
  /** The first letter of the first forename, where no more of any is known. */
  readonly initial: string | undefined;
  /** The first letter of the first forename. */
  readonly begins: string | undefined;
  /** The forenames among them, without nicknames. */
  readonly given: readonly (readonly string[])[];
  /** Nicknames of several words, as one. */
  readonly aliases: readonly string[];
  readonly unit: readonly string[];
  readonly roles: readonly string[];
}

/** A person on a card, made ready to be compared. */
export function foldedSubject(subject: Subject): FoldedSubject {
  const given = wordsOf(subject.forenames ?? '');
  const surnames = surnameParts(subject.surname ?? '');
  // Whoever types a surname a second time among the other names gives nobody a forename with it.
  const isSurname = (alias: string): boolean => surnameParts(alias).every((part) => surnames.includes(part));
  const called = subject.aliases.filter((alias) => !isSurname(alias)).map(wordsOf);
  const single = called.filter((words) => words.length === 1).flat();
  const isWhole = (word: string): boolean => word.length > 1;
  const whole = [...given, ...single].filter(isWhole);
  const [first] = given;
  return {
    numbers: subject.numbers.flatMap((number) => foldedNumber(number) ?? []),
    surnames,
    earlier: called.flatMap((words) => words.at(-1) ?? []).filter((word) => isWhole(word) && !surnames.includes(word)),
    forenames: whole.map(nameGroups),
    given: given.filter(isWhole).map(nameGroups),
    initial: whole.length === 0 ? first?.slice(0, 1) : undefined,
    begins: first?.slice(0, 1),
    aliases: called.filter((words) => words.length > 1).map((words) => words.join(' ')),
    unit: wordsOf(subject.unit ?? '').filter((word) => !everywhere.has(word)),
    roles: [...new Set(wordsOf(subject.role ?? '').map(roleOf))],
  };
}
