import type { CampaignStore, PulseCounters } from '../../core/ports/campaign-store.ts';
import { addDays, addWeeks, type Clock, type Day, mondayOf, type Week } from '../../core/model/calendar.ts';
import { lastClosedWeek } from '../figures/closed-weeks.ts';
import { countedTogether, type PulseCounts, type PulseWeek, timesAnswered } from '../../core/model/survey-week.ts';
import {
  countedAsGiven,
  type PulsePhase,
  type PulseQuestion,
  pulseQuestionIds,
  pulseQuestions,
} from '../../core/model/survey.ts';
import { type Band, issueCount, roundedValueOf, sum } from '../disclosure-control/suppression.ts';
import { tellParts } from '../disclosure-control/release-decision.ts';

export interface PullPulseDependencies {
  readonly campaigns: Pick<CampaignStore, 'read'>;
  readonly pulse: Pick<PulseCounters, 'of'>;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly isClockTrusted: () => boolean;
}

export interface PulledPulse {
  readonly campaign: string;
  readonly until: Day;
  readonly pulse: Pulse;
}

type PulseOutcome =
  | { readonly kind: 'pulse'; readonly pulled: PulledPulse }
  | { readonly kind: 'noCampaign' }
  | { readonly kind: 'notNow' };

/**
 * A campaign's pulse as all its readers see it: only weeks that have been over for an hour. Weeks that cannot be read
 * are left out. `notNow`: the clock is in doubt. Throws StoreError.
 */
export async function pullPulse(deps: PullPulseDependencies, campaign: string): Promise<PulseOutcome> {
  if ((await deps.campaigns.read(campaign)) === undefined) return { kind: 'noCampaign' };
  if (!deps.isClockTrusted()) return { kind: 'notNow' };
  const last = lastClosedWeek(deps.clock(), deps.timeZone);
  const pulse = pulseOf(await deps.pulse.of(campaign), addWeeks(last, 1));
  return { kind: 'pulse', pulled: { campaign, until: addDays(mondayOf(last), 6), pulse } };
}

/** A question is told from this many answers on, and again once as many more have come. */
export const leastAnswers = 20;
/** Always the same rule, so that no count is told in two ways. */
const rule = { smallCount: 5, hideZero: true } as const;
const step = 5;

export interface PulseShare {
  readonly percent: number;
  readonly within: number;
}

type PulseOption = (typeof pulseQuestions)[PulseQuestion][number];

export interface PulseTable {
  readonly question: PulseQuestion;
  readonly answers?: number;
  readonly options: readonly { readonly id: PulseOption; readonly share?: PulseShare }[];
}

/** How the shares of one option differ after a campaign; `cannotTell`: it may as well be chance. */
export type PulseChange = 'more' | 'fewer' | 'cannotTell';

export interface Pulse {
  readonly before: readonly PulseTable[];
  readonly after: readonly PulseTable[];
  readonly changes: readonly {
    readonly question: PulseQuestion;
    readonly options: readonly { readonly id: PulseOption; readonly change?: PulseChange }[];
  }[];
}

const inSteps = (part: number, how: (steps: number) => number): number => how((part * 100) / step) * step;

const middleOf = ({ low, high }: Band): number => (low + high) / 2;

/**
 * Half of the answers were drawn among all options, which is taken away again. Chance and rounding weigh twice as much
 * by that.
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
 * Counts up to the last week by which twenty answers had come since the question was told before, so that a weekly
 * reader never learns what fewer of them were. No memory of what was told is needed, since a week that is over does not
 * change.
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
  // The last part is told the least exactly, so those who left the question out come last.
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
 * A pulse as wider readers see it: weeks that are over, in steps of twenty answers to a question, each count in a band
 * as in the wider tables. Those who answered before and after need not be the same people, and a person may answer
 * twice: a change is told only if it is larger than chance.
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
