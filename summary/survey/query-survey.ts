import type { CampaignStore, SurveyCounters } from '../../core/ports/campaign-stores.ts';
import { addDays, addWeeks, type Clock, type Day, firstDayOfWeek, type Week } from '../../core/model/calendar.ts';
import { getLastClosedWeek } from '../figures/count-closed-weeks.ts';
import {
  mergeSurveyCounts,
  type SurveyCounts,
  type SurveyWeek,
  responseCountKey,
} from '../../core/model/survey-week.ts';
import {
  truthProbability,
  type SurveyPhase,
  type SurveyQuestion,
  surveyQuestionIds,
  surveyQuestions,
} from '../../core/model/survey.ts';
import { type Band, suppressCount, getRoundedValue, sum } from '../disclosure-control/suppression.ts';
import { suppressParts } from '../disclosure-control/published-counts.ts';

export interface QuerySurveyDependencies {
  readonly campaigns: Pick<CampaignStore, 'read'>;
  readonly surveyCounters: Pick<SurveyCounters, 'listWeeks'>;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly isClockTrusted: () => boolean;
}

export interface CampaignSurveyResults {
  readonly campaign: string;
  readonly until: Day;
  readonly results: SurveyResults;
}

type SurveyOutcome =
  | { readonly kind: 'pulse'; readonly pulled: CampaignSurveyResults }
  | { readonly kind: 'noCampaign' }
  | { readonly kind: 'notNow' };

/**
 * As all readers see it: only weeks that have been over for an hour. Unreadable weeks are left out. `notNow`: the clock
 * is in doubt. Throws StoreError.
 */
export async function querySurvey(deps: QuerySurveyDependencies, campaign: string): Promise<SurveyOutcome> {
  if ((await deps.campaigns.read(campaign)) === undefined) return { kind: 'noCampaign' };
  if (!deps.isClockTrusted()) return { kind: 'notNow' };
  const last = getLastClosedWeek(deps.clock(), deps.timeZone);
  const results = computeSurveyResults(await deps.surveyCounters.listWeeks(campaign), addWeeks(last, 1));
  return { kind: 'pulse', pulled: { campaign, until: addDays(firstDayOfWeek(last), 6), results } };
}

/** A question is published from this many answers on, and again after as many more. */
export const minSurveyAnswers = 20;
/** Always the same rule, so that no count is published in two ways. */
const disclosureRule = { smallCount: 5, hideZero: true } as const;
const percentStep = 5;

export interface SurveyShare {
  readonly percent: number;
  readonly within: number;
}

type SurveyOption = (typeof surveyQuestions)[SurveyQuestion][number];

export interface SurveyEstimate {
  readonly question: SurveyQuestion;
  readonly answers?: number;
  readonly options: readonly { readonly id: SurveyOption; readonly share?: SurveyShare }[];
}

/** How an option's shares differ after a campaign; `cannotTell`: it may be chance. */
export type SurveyChange = 'more' | 'fewer' | 'cannotTell';

export interface SurveyResults {
  readonly before: readonly SurveyEstimate[];
  readonly after: readonly SurveyEstimate[];
  readonly changes: readonly {
    readonly question: SurveyQuestion;
    readonly options: readonly { readonly id: SurveyOption; readonly change?: SurveyChange }[];
  }[];
}

const roundToStep = (part: number, how: (steps: number) => number): number =>
  how((part * 100) / percentStep) * percentStep;

const getBandMidpoint = ({ low, high }: Band): number => (low + high) / 2;

/**
 * Half of the answers were chosen at random among all options, which is taken away again: chance and rounding weigh
 * twice as much.
 */
function estimateShare(counted: Band, answers: number, options: number): SurveyShare {
  const part = getBandMidpoint(counted) / answers;
  const share = (part - (1 - truthProbability) / options) / truthProbability;
  const chance = 2 * Math.sqrt(Math.max(part * (1 - part), 0) / answers);
  const rounding = (counted.high - counted.low) / 2 / answers;
  return {
    percent: Math.min(100, Math.max(0, roundToStep(share, Math.round))),
    within: roundToStep((chance + rounding) / truthProbability, Math.ceil),
  };
}

const getOptionCounts = (question: SurveyQuestion, counts: SurveyCounts) =>
  surveyQuestions[question].map((id) => ({ id, count: counts[question]?.[id] ?? 0 }));
const countAnswers = (question: SurveyQuestion, counts: SurveyCounts): number =>
  sum(getOptionCounts(question, counts).map(({ count }) => count));

/**
 * Counts up to the last week by which twenty answers had come since the question was last published: a weekly reader
 * never learns what fewer of them were. Needs no memory, since a week that is over does not change.
 */
function selectPublishableCounts(question: SurveyQuestion, weeks: readonly SurveyCounts[]): SurveyCounts {
  let weekCount = 0;
  let since = 0;
  for (const [place, counts] of weeks.entries()) {
    since += countAnswers(question, counts);
    if (since < minSurveyAnswers) continue;
    weekCount = place + 1;
    since = 0;
  }
  return weeks.slice(0, weekCount).reduce<SurveyCounts>(mergeSurveyCounts, {});
}

function estimateQuestion(question: SurveyQuestion, weeks: readonly SurveyCounts[]): SurveyEstimate {
  const counts = selectPublishableCounts(question, weeks);
  const options = getOptionCounts(question, counts);
  const all = countAnswers(question, counts);
  if (all === 0) return { question, options: options.map(({ id }) => ({ id })) };
  const total = Math.max(all, counts[responseCountKey]?.['all'] ?? 0);
  // The last part is published least exactly, so those who left the question out come last.
  const published = suppressParts(
    suppressCount(total, disclosureRule),
    [...options, { id: 'leftOut', count: total - all }],
    disclosureRule,
  );
  const parts = published.slice(0, options.length);
  // From published numbers alone, so that it says nothing new.
  const answers = sum(parts.map(({ band }) => getBandMidpoint(band)));
  return {
    question,
    answers: getRoundedValue({ low: answers, high: answers }),
    options: options.map(({ id }, place) => {
      const part = parts[place];
      return part?.shown === undefined ? { id } : { id, share: estimateShare(part.band, answers, options.length) };
    }),
  };
}

function estimatePhase(weeks: readonly SurveyWeek[], phase: SurveyPhase): readonly SurveyEstimate[] {
  const ofPhase = weeks.filter((one) => one.phase === phase);
  const inOrder = [...ofPhase].sort((one, other) => (one.week < other.week ? -1 : 1)).map(({ counts }) => counts);
  return surveyQuestionIds.map((question) => estimateQuestion(question, inOrder));
}

function compareShares(before: SurveyShare, after: SurveyShare): SurveyChange {
  const apart = after.percent - before.percent;
  if (Math.abs(apart) <= Math.hypot(before.within, after.within)) return 'cannotTell';
  return apart > 0 ? 'more' : 'fewer';
}

/**
 * As wider readers see it: weeks that are over, in steps of twenty answers to a question, each count in a band as in
 * the wider tables. People before and after may differ, and one may answer twice: a change is published only if it is
 * larger than chance.
 */
export function computeSurveyResults(weeks: readonly SurveyWeek[], thisWeek: Week): SurveyResults {
  const over = weeks.filter(({ week }) => week < thisWeek);
  const [before, after] = [estimatePhase(over, 'before'), estimatePhase(over, 'after')];
  const changes = before.map(({ question, options }, place) => ({
    question,
    options: options.map(({ id, share }, at) => {
      const later = after[place]?.options[at]?.share;
      return { id, ...(share && later && { change: compareShares(share, later) }) };
    }),
  }));
  return { before, after, changes };
}
