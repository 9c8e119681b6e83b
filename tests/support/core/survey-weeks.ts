import type { Store } from '../../../core/ports/store.ts';
import {
  mergeSurveyCounts,
  toSurveyCounts,
  type SurveyCounts,
  type SurveyWeek,
} from '../../../core/model/survey-week.ts';
import { type SurveyAnswers, type SurveyPhase } from '../../../core/model/survey.ts';
import { parseTestWeek } from '../summary/figures.ts';
import { createSurveyCampaign } from './survey-campaign.ts';

/** A campaign with a pulse, before the clock of a running bot begins. */
export const surveyedCampaign = createSurveyCampaign('2026-10-26');
export const lastWeek = '2026-W47';
export const thisWeek = '2026-W48';

/** So many people who answer all questions alike. */
export const repeatAnswers = (times: number, answers: SurveyAnswers): SurveyCounts =>
  Array.from({ length: times }, () => toSurveyCounts(answers)).reduce<SurveyCounts>(mergeSurveyCounts, {});

/** Answers as they were counted in a week. */
export const createSurveyWeek = (week: string, phase: SurveyPhase, counts: SurveyCounts): SurveyWeek => ({
  campaign: surveyedCampaign.id,
  phase,
  week: parseTestWeek(week),
  counts,
});

const before = [
  repeatAnswers(260, { gladly: 'report', records: 'report', invited: 'advice', trust: 'mostly' }),
  repeatAnswers(180, { gladly: 'leave', records: 'advice', invited: 'leave', trust: 'little' }),
  repeatAnswers(160, { gladly: 'advice', records: 'leave', invited: 'report', trust: 'fully' }),
  repeatAnswers(90, { gladly: 'advice', trust: 'none' }),
];
const after = [
  repeatAnswers(420, { gladly: 'report', records: 'report', invited: 'report' }),
  repeatAnswers(100, { gladly: 'leave', records: 'advice', invited: 'advice' }),
  repeatAnswers(90, { gladly: 'advice', records: 'leave', invited: 'leave' }),
  repeatAnswers(9, { trust: 'mostly' }),
];

/**
 * Keeps a campaign whose pulse many answered before it and after it, but for the question on trust, which too few
 * answered after it.
 */
export async function saveSurvey(store: Store): Promise<void> {
  await store.campaigns.write(surveyedCampaign, undefined, []);
  for (const counts of before) await store.surveyCounters.add(createSurveyWeek('2026-W44', 'before', counts));
  for (const counts of after) await store.surveyCounters.add(createSurveyWeek(lastWeek, 'after', counts));
}
