import type { Subject } from '../model/subject-card.ts';
import { commonestRole, foldedSubject, type FoldedSubject, isWithin, soundOf } from './subject-names.ts';

/** A match never says that two people are one. */
export const strengths = ['strong', 'middling', 'weak'] as const;
export type Strength = (typeof strengths)[number];

const grounds = ['number', 'surname', 'nearSurname', 'forename', 'initial', 'alias', 'unit', 'role'] as const;
export type Ground = (typeof grounds)[number];

export interface SubjectThresholds {
  /** The edit distance of near surnames, from a length on. */
  readonly edits: number;
  readonly fewestLetters: number;
  readonly bySound: boolean;
  readonly commonestRoleCounts: boolean;
  readonly namesAlone: boolean;
}
export const subjectThresholds: SubjectThresholds = {
  edits: 1,
  fewestLetters: 5,
  bySound: true,
  commonestRoleCounts: false,
  namesAlone: true,
};

export interface Likeness {
  readonly strength: Strength;
  readonly grounds: readonly Ground[];
}

const share = (one: readonly string[], other: readonly string[]): boolean => one.some((word) => other.includes(word));

function isSameUnit(one: readonly string[], other: readonly string[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return shorter.length > 0 && shorter.every((word) => longer.includes(word));
}

const isNear = (one: string, other: string, { edits, fewestLetters, bySound }: SubjectThresholds): boolean =>
  (Math.min(one.length, other.length) >= fewestLetters && isWithin(edits, one, other)) ||
  (bySound && soundOf(one).length > 1 && soundOf(one) === soundOf(other));

const isBefore = (one: FoldedSubject, other: FoldedSubject): boolean =>
  share(one.earlier, other.surnames) && share(one.given.flat(), other.given.flat());

function groundsOf(one: FoldedSubject, other: FoldedSubject, thresholds: SubjectThresholds): ReadonlySet<Ground> {
  const found = new Set<Ground>();
  if (share(one.numbers, other.numbers)) found.add('number');
  if (share(one.surnames, other.surnames)) found.add('surname');
  else if (one.surnames.some((name) => other.surnames.some((near) => isNear(name, near, thresholds)))) {
    found.add('nearSurname');
  }
  if (one.forenames.some((name) => other.forenames.some((same) => share(name, same)))) found.add('forename');
  else if (
    (one.initial !== undefined && one.initial === other.begins) ||
    (other.initial !== undefined && other.initial === one.begins)
  ) {
    found.add('initial');
  }
  if (share(one.aliases, other.aliases) || isBefore(one, other) || isBefore(other, one)) found.add('alias');
  if (isSameUnit(one.unit, other.unit)) found.add('unit');
  const roles = one.roles.filter((role) => thresholds.commonestRoleCounts || role !== commonestRole);
  if (share(roles, other.roles)) found.add('role');
  return found;
}

function strengthOf(found: ReadonlySet<Ground>, { namesAlone }: SubjectThresholds): Strength | undefined {
  if (found.has('number')) return 'strong';
  const isPlaced = found.has('unit') || found.has('role');
  // Never a surname alone: one person in eight of Gwent is a Jones, a Davies, a Williams or an Evans.
  if (found.has('surname') && found.has('forename')) return isPlaced ? 'middling' : namesAlone ? 'weak' : undefined;
  if (found.has('surname') && found.has('initial')) return isPlaced ? 'weak' : undefined;
  if (found.has('nearSurname') && found.has('forename')) return isPlaced ? 'weak' : undefined;
  if (found.has('alias')) return isPlaced || found.has('surname') || found.has('forename') ? 'weak' : undefined;
  return undefined;
}

/** `undefined` if there is too little to look at. */
export function likenessOf(
  one: FoldedSubject,
  other: FoldedSubject,
  thresholds: SubjectThresholds = subjectThresholds,
): Likeness | undefined {
  const found = groundsOf(one, other, thresholds);
  const strength = strengthOf(found, thresholds);
  return strength && { strength, grounds: grounds.filter((ground) => found.has(ground)) };
}

export interface ComparedCard {
  readonly caseId: string;
  readonly subjects: readonly Subject[];
}

export interface SubjectMatch extends Likeness {
  readonly caseId: string;
  readonly mine: number;
  readonly theirs: number;
}

export interface SubjectIndex {
  readonly add: (card: ComparedCard) => void;
  readonly matchesOf: (card: ComparedCard, thresholds?: SubjectThresholds) => readonly SubjectMatch[];
  readonly compared: () => number;
}

interface Entry {
  readonly caseId: string;
  readonly place: number;
  readonly folded: FoldedSubject;
}

const keptUnder = ({ numbers, forenames, initial, begins, aliases }: FoldedSubject): readonly string[] => [
  ...numbers.map((number) => `number ${number}`),
  ...forenames.flat().map((group) => `name ${group}`),
  ...aliases.map((alias) => `alias ${alias}`),
  ...(begins === undefined || initial !== undefined ? [] : [`begins ${begins}`]),
  ...(initial === undefined ? [] : [`initial ${initial}`]),
];

const lookedUnder = ({ numbers, forenames, initial, begins, aliases }: FoldedSubject): readonly string[] => [
  ...numbers.map((number) => `number ${number}`),
  ...forenames.flat().map((group) => `name ${group}`),
  ...aliases.map((alias) => `alias ${alias}`),
  ...(begins === undefined ? [] : [`initial ${begins}`]),
  ...(initial === undefined ? [] : [`begins ${initial}`]),
];

export function createSubjectIndex(): SubjectIndex {
  const entries = new Map<string, Entry[]>();
  let compared = 0;
  return {
    add({ caseId, subjects }) {
      for (const [place, subject] of subjects.entries()) {
        const folded = foldedSubject(subject);
        for (const key of new Set(keptUnder(folded))) {
          const under = entries.get(key);
          if (under === undefined) entries.set(key, [{ caseId, place, folded }]);
          else under.push({ caseId, place, folded });
        }
      }
    },
    compared: () => compared,
    matchesOf({ caseId, subjects }, thresholds) {
      const best = new Map<string, SubjectMatch>();
      for (const [mine, subject] of subjects.entries()) {
        const folded = foldedSubject(subject);
        const seen = new Set<string>();
        for (const entry of lookedUnder(folded).flatMap((key) => entries.get(key) ?? [])) {
          const name = `${entry.caseId} ${entry.place}`;
          if (entry.caseId === caseId || seen.has(name)) continue;
          seen.add(name);
          compared += 1;
          const likeness = likenessOf(folded, entry.folded, thresholds);
          if (likeness === undefined) continue;
          const match = { ...likeness, caseId: entry.caseId, mine, theirs: entry.place };
          const before = best.get(entry.caseId);
          if (before === undefined || order(match) < order(before)) best.set(entry.caseId, match);
        }
      }
      return [...best.values()].toSorted((one, other) => order(one) - order(other));
    },
  };
}

const order = ({ strength }: Likeness): number => strengths.indexOf(strength);
