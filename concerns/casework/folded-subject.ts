import type { Subject } from '../records/subject-card.ts';
import { nameGroups } from './short-forms.ts';

/** Small letters without marks: Siân is sian, O’Brien obrien, Llŷr llyr. */
const foldedName = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase();

export const wordsOf = (text: string): readonly string[] =>
  foldedName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const patronymic = new Set(['ap', 'ab', 'ferch', 'verch']);
const beginnings = new Set(['mc', 'mac', 'o', 'st', 'van', 'de']);

/** Both parts of a double surname, without "ap". */
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

export function foldedNumber(number: string): string | undefined {
  const digits = number.replaceAll(/\D/gu, '').replace(/^0+/u, '');
  return digits.length < 3 ? undefined : digits;
}

const everywhere = new Set(
  'the of a and at in team unit station police department y yr a yn tim uned gorsaf heddlu adran'.split(' '),
);

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

/** Says next to nothing: three officers in four are constables. */
export const commonestRole = 'constable';

const roleOf = (word: string): string => rankOf.get(word) ?? word;
export const isRank = (word: string): boolean => rankOf.has(foldedName(word));

export interface FoldedSubject {
  readonly numbers: readonly string[];
  readonly surnames: readonly string[];
  readonly earlier: readonly string[];
  readonly forenames: readonly (readonly string[])[];
  readonly initial: string | undefined;
  readonly begins: string | undefined;
  readonly given: readonly (readonly string[])[];
  readonly aliases: readonly string[];
  readonly unit: readonly string[];
  readonly roles: readonly string[];
}

export function foldedSubject(subject: Subject): FoldedSubject {
  const given = wordsOf(subject.forenames ?? '');
  const surnames = surnameParts(subject.surname ?? '');
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
