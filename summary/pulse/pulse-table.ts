import { countedTogether, type PulseCounts, type PulseWeek, timesAnswered } from '../../concerns/records/pulse-week.ts';
import type { Week } from '../../concerns/terms/calendar.ts';
import {
  countedAsGiven,
  type PulsePhase,
  type PulseQuestion,
  pulseQuestionIds,
  pulseQuestions,
} from '../../concerns/terms/pulse.ts';
import { type Band, roundedValueOf } from '../band.ts';
import { tellParts } from '../issues/tell-parts.ts';
import { issueCount } from '../suppression.ts';

/** A question is told of from so many answers on, and again once so many more have come. */
export const leastAnswers = 20;
/** The rule that counts are told by: always the same, so that nothing is told of one count in two ways. */
const rule = { smallCount: 5, hideZero: true } as const;
/** Shares are told in steps of so many hundredths. */
const step = 5;

/** About how many of a hundred chose something, and how far that may be off. */
export interface PulseShare {
  readonly percent: number;
  readonly within: number;
}

/** An option of any question. */
export type PulseOption = (typeof pulseQuestions)[PulseQuestion][number];

/** A question as it is shown. `answers` is missing where there are too few, and each share that says too little. */
export interface PulseTable {
  readonly question: PulseQuestion;
  readonly answers?: number;
  readonly options: readonly { readonly id: PulseOption; readonly share?: PulseShare }[];
}

/** How the shares of one option differ after a campaign: `cannotTell` where it may as well be chance. */
export type PulseChange = 'more' | 'fewer' | 'cannotTell';

/** A pulse as it is shown: both phases, and what changed between them where that can be said. */
export interface Pulse {
  readonly before: readonly PulseTable[];
  readonly after: readonly PulseTable[];
  readonly changes: readonly {
    readonly question: PulseQuestion;
    readonly options: readonly { readonly id: PulseOption; readonly change?: PulseChange }[];
  }[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const inSteps = (part: number, how: (steps: number) => number): number => how((part * 100) / step) * step;

/** The middle of what a count can be, all that is known of it. */
const middleOf = ({ low, high }: Band): number => (low + high) / 2;

/**
 * The share of those who chose an option, from how often it was counted: half of the answers were drawn among all
 * options, which is taken away again. It is off by chance and by rounding, twice as far as it would be otherwise.
 */
function shareOf(counted: Band, answers: number, options: number): PulseShare {
  const part = middleOf(counted) / answers;
  const share = (part - (1 - countedAsGiven) / options) / countedAsGiven;
  const chance = 2 * Math.sqrt(Math.max(part * (1 - part), 0) / answers);
  const rounding = (counted.high - counted.low) / 2 / answers;
  return {
    percent: Math.min(100, Math.max(0, inSteps(share, Math.round))),
    within: inSteps((chance + rounding) / countedAsGiven, Math.ceil),
  };
}

const optionsOf = (question: PulseQuestion, counts: PulseCounts) =>
  pulseQuestions[question].map((id) => ({ id, count: counts[question]?.[id] ?? 0 }));
const answersTo = (question: PulseQuestion, counts: PulseCounts): number =>
  sum(optionsOf(question, counts).map(({ count }) => count));

/**
 * The counts of a question that are told, out of those of its weeks, the oldest first: up to the last week by which
 * twenty answers had come since it was told before. So nobody who asks every week learns what fewer of them were. It
 * needs no memory of what was told, since a week that is over does not change.
 */
function countsTold(question: PulseQuestion, weeks: readonly PulseCounts[]): PulseCounts {
  let told = 0;
  let since = 0;
  for (const [place, counts] of weeks.entries()) {
    since += answersTo(question, counts);
    if (since < leastAnswers) continue;
    told = place + 1;
    since = 0;
  }
  return weeks.slice(0, told).reduce<PulseCounts>(countedTogether, {});
}

function tableOf(question: PulseQuestion, weeks: readonly PulseCounts[]): PulseTable {
  const counts = countsTold(question, weeks);
  const options = optionsOf(question, counts);
  const all = answersTo(question, counts);
  if (all === 0) return { question, options: options.map(({ id }) => ({ id })) };
  const total = Math.max(all, counts[timesAnswered]?.['all'] ?? 0);
  // Those who left the question out come last, since the last part is told the least exactly.
  const told = tellParts(issueCount(total, rule), [...options, { id: 'leftOut', count: total - all }], rule);
  const parts = told.slice(0, options.length);
  // From what is told and nothing else, so that it says nothing new.
  const answers = sum(parts.map(({ band }) => middleOf(band)));
  return {
    question,
    answers: roundedValueOf({ low: answers, high: answers }),
    options: options.map(({ id }, place) => {
      const part = parts[place];
      return part?.shown === undefined ? { id } : { id, share: shareOf(part.band, answers, options.length) };
    }),
  };
}

function tablesOf(weeks: readonly PulseWeek[], phase: PulsePhase): readonly PulseTable[] {
  const ofPhase = weeks.filter((one) => one.phase === phase);
  const inOrder = [...ofPhase].sort((one, other) => (one.week < other.week ? -1 : 1)).map(({ counts }) => counts);
  return pulseQuestionIds.map((question) => tableOf(question, inOrder));
}

function changeOf(before: PulseShare, after: PulseShare): PulseChange {
  const apart = after.percent - before.percent;
  if (Math.abs(apart) <= Math.hypot(before.within, after.within)) return 'cannotTell';
  return apart > 0 ? 'more' : 'fewer';
}

/**
 * A pulse as wider readers see it, from the counters of one campaign: of weeks that are over, from twenty answers to a
 * question on and in steps of twenty, each count in a band as in the wider tables. Who answered before and who after need not be the same
 * people, and whoever answered twice is counted twice: a change is told only where it is larger than chance.
 */
export function pulseOf(weeks: readonly PulseWeek[], thisWeek: Week): Pulse {
  const over = weeks.filter(({ week }) => week < thisWeek);
  const [before, after] = [tablesOf(over, 'before'), tablesOf(over, 'after')];
  const changes = before.map(({ question, options }, place) => ({
    question,
    options: options.map(({ id, share }, at) => {
      const later = after[place]?.options[at]?.share;
      return { id, ...(share && later && { change: changeOf(share, later) }) };
    }),
  }));
  return { before, after, changes };
}
