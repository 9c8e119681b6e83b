import type { Store } from '../../../core/ports/store.ts';
import { countedTogether, countsOf, type PulseCounts, type PulseWeek } from '../../../core/model/survey-week.ts';
import { type PulseAnswers, type PulsePhase } from '../../../core/model/survey.ts';
import { aWeek } from '../summary/figures.ts';
import { pulseCampaign } from './pulse-campaign.ts';

/** A campaign with a pulse, before the clock of a running bot begins. */
export const askedCampaign = pulseCampaign('2026-10-26');
export const lastWeek = '2026-W47';
export const thisWeek = '2026-W48';

/** So many people who answer all questions alike. */
export const alike = (times: number, answers: PulseAnswers): PulseCounts =>
  Array.from({ length: times }, () => countsOf(answers)).reduce<PulseCounts>(countedTogether, {});

/** Answers as they were counted in a week. */
export const answeredIn = (week: string, phase: PulsePhase, counts: PulseCounts): PulseWeek => ({
  campaign: askedCampaign.id,
  phase,
  week: aWeek(week),
  counts,
});

const before = [
  alike(260, { gladly: 'report', records: 'report', invited: 'advice', trust: 'mostly' }),
  alike(180, { gladly: 'leave', records: 'advice', invited: 'leave', trust: 'little' }),
  alike(160, { gladly: 'advice', records: 'leave', invited: 'report', trust: 'fully' }),
  alike(90, { gladly: 'advice', trust: 'none' }),
];
const after = [
  alike(420, { gladly: 'report', records: 'report', invited: 'report' }),
  alike(100, { gladly: 'leave', records: 'advice', invited: 'advice' }),
  alike(90, { gladly: 'advice', records: 'leave', invited: 'leave' }),
  alike(9, { trust: 'mostly' }),
];

/**
 * Keeps a campaign whose pulse many answered before it and after it, but for the question on trust, which too few
 * answered after it.
 */
export async function keepPulse(store: Store): Promise<void> {
  await store.campaigns.write(askedCampaign, undefined, []);
  for (const counts of before) await store.pulse.add(answeredIn('2026-W44', 'before', counts));
  for (const counts of after) await store.pulse.add(answeredIn(lastWeek, 'after', counts));
}
