import type { CampaignStore, SurveyCounters } from '../../../core/ports/campaign-stores.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { campaignIdSchema } from '../../../core/model/campaign.ts';
import { mergeSurveyCounts, toSurveyCounts, type SurveyWeek } from '../../../core/model/survey-week.ts';
import { addDays, type Clock, toDay, nextFullHour, type RandomSource, toWeek } from '../../../core/model/calendar.ts';
import {
  type SurveyAnswers,
  type SurveyPhase,
  surveyQuestionIds,
  randomiseResponse,
} from '../../../core/model/survey.ts';
import { type EventLog, errorCode } from '../../runtime/event-log.ts';

/** From the day on which a survey began to go out. */
const openDays = 28;
const dedupeMs = 10 * 60_000;
const maxRemembered = 10_000;

const nextHour = (time: number): number => nextFullHour(new Date(time + 1)).getTime();

type PendingSurveyCounts = Omit<SurveyWeek, 'week'>;

/** Holds no row, name or time of any answer. */
export interface SurveyAnswerCounter {
  isOpen(campaign: string, phase: SurveyPhase): Promise<boolean>;
  /**
   * Randomises answers; a server counts a repeated press once. Returns whether the survey is open. Throws StoreError.
   */
  submit(campaign: string, phase: SurveyPhase, answers: SurveyAnswers, press: string): Promise<boolean>;
  /**
   * Adds the counts after the next full hour, unless the clock is in doubt, and to the current week: a past week does
   * not change.
   */
  flushDue(): Promise<void>;
  flush(): Promise<void>;
}

export function createSurveyAnswerCounter(deps: {
  readonly campaigns: Pick<CampaignStore, 'read'>;
  readonly surveyCounters: SurveyCounters;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly isClockTrusted: () => boolean;
  readonly random: RandomSource;
  readonly log: EventLog;
}): SurveyAnswerCounter {
  const { clock } = deps;
  const pending = new Map<string, PendingSurveyCounts>();
  const presses = new Map<string, number>();
  let dueAt: number | undefined;

  const randomFraction = (): number => {
    const bytes = deps.random(4);
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) / 2 ** 32;
  };

  function isRepeated(press: string, now: number): boolean {
    for (const [old, at] of presses) {
      if (at > now - dedupeMs && at <= now && presses.size < maxRemembered) break;
      presses.delete(old);
    }
    if (presses.has(press)) return true;
    presses.set(press, now);
    return false;
  }

  async function isOpen(campaign: string, phase: SurveyPhase): Promise<boolean> {
    if (!campaignIdSchema.safeParse(campaign).success) return false;
    const campaignRecord = (await deps.campaigns.read(campaign))?.value;
    const today = toDay(clock(), deps.timeZone);
    return (campaignRecord?.items ?? []).some(
      ({ item, state, startedOn }) =>
        item.pulse === phase &&
        (state === 'sending' || state === 'sent') &&
        startedOn !== undefined &&
        startedOn <= today &&
        today < addDays(startedOn, openDays),
    );
  }

  /** A row written at each answer would tell its second. */
  function addPending(counted: PendingSurveyCounts): void {
    const key = `${counted.campaign} ${counted.phase}`;
    const before = pending.get(key);
    pending.set(key, { ...counted, counts: mergeSurveyCounts(before?.counts ?? {}, counted.counts) });
    dueAt ??= nextHour(clock().getTime());
  }

  async function flush(): Promise<void> {
    const counted = [...pending.values()];
    pending.clear();
    dueAt = undefined;
    for (const one of counted) {
      try {
        await deps.surveyCounters.add({ ...one, week: toWeek(toDay(clock(), deps.timeZone)) });
      } catch (error) {
        deps.log({ event: 'pulseFailed', code: errorCode(error) });
        // They may have been added: a lost answer is better than one counted twice.
        if (!(error instanceof StoreError && error.code === 'unknown')) addPending(one);
      }
    }
  }

  return {
    isOpen,

    async submit(campaign, phase, answers, press) {
      if (!(await isOpen(campaign, phase))) return false;
      if (isRepeated(press, clock().getTime())) return true;
      const counted = surveyQuestionIds.flatMap((id): readonly (readonly [string, string])[] => {
        const answer = answers[id];
        return answer === undefined ? [] : [[id, randomiseResponse(id, answer, randomFraction)]];
      });
      addPending({ campaign, phase, counts: toSurveyCounts(Object.fromEntries(counted)) });
      return true;
    },

    async flushDue() {
      if (dueAt === undefined) return;
      const now = clock().getTime();
      // If the clock was set back, it would wait for more than an hour.
      dueAt = Math.min(dueAt, nextHour(now));
      if (now >= dueAt && deps.isClockTrusted()) await flush();
    },

    flush,
  };
}
