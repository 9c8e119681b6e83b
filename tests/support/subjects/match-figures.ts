import {
  createSubjectIndex,
  type MatchStrength,
  type SubjectThresholds,
  matchStrengths,
} from '../../../core/casework/subject-matching.ts';
import type { GeneratedPerson, generateCards } from './generated-people.ts';

/** What comes of comparing each of many cards with all others. */
export interface MatchFigures {
  /** Pairs of cards that mean the same person, and those of them that were found. */
  readonly pairs: number;
  readonly found: Readonly<Record<MatchStrength, number>>;
  /** Pairs of cards that mean two people and were taken for one. */
  readonly wrong: Readonly<Record<MatchStrength, number>>;
  /** How many pairs of people were looked at. */
  readonly compared: number;
}

const none = (): Record<MatchStrength, number> => ({ strong: 0, middling: 0, weak: 0 });

/** Compares each of some cards with all others; a pair is counted from either side. */
export function matchFigures(cards: ReturnType<typeof generateCards>, thresholds?: SubjectThresholds): MatchFigures {
  const index = createSubjectIndex();
  const meantBy = new Map<string, GeneratedPerson>();
  const times = new Map<GeneratedPerson, number>();
  for (const { card, meant } of cards) {
    index.add(card);
    meantBy.set(card.caseId, meant);
    times.set(meant, (times.get(meant) ?? 0) + 1);
  }
  const [found, wrong] = [none(), none()];
  let pairs = 0;
  for (const { card, meant } of cards) {
    pairs += (times.get(meant) ?? 1) - 1;
    const counted = new Set<string>();
    for (const { caseId, strength } of index.findMatches(card, thresholds)) {
      if (counted.has(caseId)) continue;
      counted.add(caseId);
      (meantBy.get(caseId) === meant ? found : wrong)[strength] += 1;
    }
  }
  return { pairs, found, wrong, compared: index.comparisonCount() };
}

/** The part of the pairs that was not found by anything this strong or stronger. */
export function missedShare(strength: MatchStrength, { pairs, found }: MatchFigures): number {
  const counted = matchStrengths.slice(0, matchStrengths.indexOf(strength) + 1);
  return 1 - counted.reduce((sum, one) => sum + found[one], 0) / pairs;
}
