import type { Subject } from '../model/subject-card.ts';
import { commonestRole, foldSubject, type FoldedSubject, isWithinEditDistance, phoneticKey } from './subject-names.ts';

/** A match never says that two people are one. */
export const matchStrengths = ['strong', 'middling', 'weak'] as const;
export type MatchStrength = (typeof matchStrengths)[number];

const matchGrounds = ['number', 'surname', 'nearSurname', 'forename', 'initial', 'alias', 'unit', 'role'] as const;
export type MatchGround = (typeof matchGrounds)[number];

export interface SubjectThresholds {
  /** The edit distance of near surnames, from a length on. */
  readonly maxEdits: number;
  readonly minLetters: number;
  readonly usesPhonetics: boolean;
  readonly commonestRoleCounts: boolean;
  readonly namesAlone: boolean;
}
export const subjectThresholds: SubjectThresholds = {
  maxEdits: 1,
  minLetters: 5,
  usesPhonetics: true,
  commonestRoleCounts: false,
  namesAlone: true,
};

export interface Similarity {
  readonly strength: MatchStrength;
  readonly grounds: readonly MatchGround[];
}

const hasCommonValue = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((word) => other.includes(word));

function isSameUnit(one: readonly string[], other: readonly string[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return shorter.length > 0 && shorter.every((word) => longer.includes(word));
}

const isNearSurname = (
  one: string,
  other: string,
  { maxEdits, minLetters, usesPhonetics }: SubjectThresholds,
): boolean =>
  (Math.min(one.length, other.length) >= minLetters && isWithinEditDistance(maxEdits, one, other)) ||
  (usesPhonetics && phoneticKey(one).length > 1 && phoneticKey(one) === phoneticKey(other));

const isFormerName = (one: FoldedSubject, other: FoldedSubject): boolean =>
  hasCommonValue(one.formerSurnames, other.surnames) && hasCommonValue(one.givenNames.flat(), other.givenNames.flat());

function findGrounds(
  one: FoldedSubject,
  other: FoldedSubject,
  thresholds: SubjectThresholds,
): ReadonlySet<MatchGround> {
  const found = new Set<MatchGround>();
  if (hasCommonValue(one.numbers, other.numbers)) found.add('number');
  if (hasCommonValue(one.surnames, other.surnames)) found.add('surname');
  else if (one.surnames.some((name) => other.surnames.some((near) => isNearSurname(name, near, thresholds)))) {
    found.add('nearSurname');
  }
  if (one.forenames.some((name) => other.forenames.some((same) => hasCommonValue(name, same)))) found.add('forename');
  else if (
    (one.initial !== undefined && one.initial === other.firstInitial) ||
    (other.initial !== undefined && other.initial === one.firstInitial)
  ) {
    found.add('initial');
  }
  if (hasCommonValue(one.aliases, other.aliases) || isFormerName(one, other) || isFormerName(other, one))
    found.add('alias');
  if (isSameUnit(one.unit, other.unit)) found.add('unit');
  const roles = one.roles.filter((role) => thresholds.commonestRoleCounts || role !== commonestRole);
  if (hasCommonValue(roles, other.roles)) found.add('role');
  return found;
}

function rateStrength(found: ReadonlySet<MatchGround>, { namesAlone }: SubjectThresholds): MatchStrength | undefined {
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
export function compareSubjects(
  one: FoldedSubject,
  other: FoldedSubject,
  thresholds: SubjectThresholds = subjectThresholds,
): Similarity | undefined {
  const found = findGrounds(one, other, thresholds);
  const strength = rateStrength(found, thresholds);
  return strength && { strength, grounds: matchGrounds.filter((ground) => found.has(ground)) };
}

export interface ComparedCard {
  readonly caseId: string;
  readonly subjects: readonly Subject[];
}

export interface SubjectMatch extends Similarity {
  readonly caseId: string;
  readonly subjectPosition: number;
  readonly otherPosition: number;
}

export interface SubjectIndex {
  readonly add: (card: ComparedCard) => void;
  /** Every pair of people that is alike, the strongest first: a pair never stands in for another of its two cases. */
  readonly findMatches: (card: ComparedCard, thresholds?: SubjectThresholds) => readonly SubjectMatch[];
  readonly comparisonCount: () => number;
}

interface Entry {
  readonly caseId: string;
  readonly place: number;
  readonly folded: FoldedSubject;
}

const indexKeys = ({ numbers, forenames, initial, firstInitial, aliases }: FoldedSubject): readonly string[] => [
  ...numbers.map((number) => `number ${number}`),
  ...forenames.flat().map((group) => `name ${group}`),
  ...aliases.map((alias) => `alias ${alias}`),
  ...(firstInitial === undefined || initial !== undefined ? [] : [`begins ${firstInitial}`]),
  ...(initial === undefined ? [] : [`initial ${initial}`]),
];

const lookupKeys = ({ numbers, forenames, initial, firstInitial, aliases }: FoldedSubject): readonly string[] => [
  ...numbers.map((number) => `number ${number}`),
  ...forenames.flat().map((group) => `name ${group}`),
  ...aliases.map((alias) => `alias ${alias}`),
  ...(firstInitial === undefined ? [] : [`initial ${firstInitial}`]),
  ...(initial === undefined ? [] : [`begins ${initial}`]),
];

export function createSubjectIndex(): SubjectIndex {
  const entries = new Map<string, Entry[]>();
  let compared = 0;
  return {
    add({ caseId, subjects }) {
      for (const [place, subject] of subjects.entries()) {
        const folded = foldSubject(subject);
        for (const key of new Set(indexKeys(folded))) {
          const under = entries.get(key);
          if (under === undefined) entries.set(key, [{ caseId, place, folded }]);
          else under.push({ caseId, place, folded });
        }
      }
    },
    comparisonCount: () => compared,
    findMatches({ caseId, subjects }, thresholds) {
      const matches: SubjectMatch[] = [];
      for (const [mine, subject] of subjects.entries()) {
        const folded = foldSubject(subject);
        const seen = new Set<string>();
        for (const entry of lookupKeys(folded).flatMap((key) => entries.get(key) ?? [])) {
          const name = `${entry.caseId} ${entry.place}`;
          if (entry.caseId === caseId || seen.has(name)) continue;
          seen.add(name);
          compared += 1;
          const likeness = compareSubjects(folded, entry.folded, thresholds);
          if (likeness === undefined) continue;
          matches.push({ ...likeness, caseId: entry.caseId, subjectPosition: mine, otherPosition: entry.place });
        }
      }
      return matches.toSorted(
        (one, other) =>
          strengthOrder(one) - strengthOrder(other) ||
          one.subjectPosition - other.subjectPosition ||
          one.otherPosition - other.otherPosition,
      );
    },
  };
}

const strengthOrder = ({ strength }: Similarity): number => matchStrengths.indexOf(strength);
