import type { CampaignStore, PulseCounters } from '../../../core/ports/campaign-store.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { campaignIdSchema } from '../../../core/model/campaign.ts';
import { countedTogether, countsOf, type PulseWeek } from '../../../core/model/survey-week.ts';
import { addDays, type Clock, dayOf, nextFullHour, type Random, weekOf } from '../../../core/model/calendar.ts';
import { type PulseAnswers, type PulsePhase, pulseQuestionIds, tossed } from '../../../core/model/survey.ts';
import { type EventLog, troubleCode } from '../../runtime/event-log.ts';

/** From the day on which a pulse began to go out. */
const openDays = 28;
const rememberedMs = 10 * 60_000;
const mostRemembered = 10_000;

const hourAfter = (time: number): number => nextFullHour(new Date(time + 1)).getTime();

type Counted = Omit<PulseWeek, 'week'>;

/** Counts answers to a pulse, without a row, a name or a time of any answer. */
export interface PulseAnswering {
  isOpen(campaign: string, phase: PulsePhase): Promise<boolean>;
  /**
   * Randomises and counts answers; this server counts a repeated press once. Returns whether the pulse is open. Throws
   * StoreError.
   */
  take(campaign: string, phase: PulsePhase, answers: PulseAnswers, press: string): Promise<boolean>;
  /**
   * Adds the counts once the full hour after them has come, and not while the clock is in doubt: to the week of the
   * adding, so that a week that is over does not change.
   */
  addDue(): Promise<void>;
  addAll(): Promise<void>;
}

export function createPulseAnswering(deps: {
  readonly campaigns: Pick<CampaignStore, 'read'>;
  readonly pulse: PulseCounters;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly isClockTrusted: () => boolean;
  readonly random: Random;
  readonly log: EventLog;
}): PulseAnswering {
  const { clock } = deps;
  const waiting = new Map<string, Counted>();
  const presses = new Map<string, number>();
  let dueAt: number | undefined;

  const draw = (): number => {
    const bytes = deps.random(4);
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) / 2 ** 32;
  };

  function isRepeated(press: string, now: number): boolean {
    for (const [old, at] of presses) {
      if (at > now - rememberedMs && at <= now && presses.size < mostRemembered) break;
      presses.delete(old);
    }
    if (presses.has(press)) return true;
    presses.set(press, now);
    return false;
  }

  async function isOpen(campaign: string, phase: PulsePhase): Promise<boolean> {
    if (!campaignIdSchema.safeParse(campaign).success) return false;
    const found = (await deps.campaigns.read(campaign))?.value;
    const today = dayOf(clock(), deps.timeZone);
    return (found?.items ?? []).some(
      ({ item, state, startedOn }) =>
        item.pulse === phase &&
        (state === 'sending' || state === 'sent') &&
        startedOn !== undefined &&
        startedOn <= today &&
        today < addDays(startedOn, openDays),
    );
  }

  /** A row written at each answer would tell its second. */
  function keep(counted: Counted): void {
    const key = `${counted.campaign} ${counted.phase}`;
    const before = waiting.get(key);
    waiting.set(key, { ...counted, counts: countedTogether(before?.counts ?? {}, counted.counts) });
    dueAt ??= hourAfter(clock().getTime());
  }

  async function addAll(): Promise<void> {
    const counted = [...waiting.values()];
    waiting.clear();
    dueAt = undefined;
    for (const one of counted) {
      try {
        await deps.pulse.add({ ...one, week: weekOf(dayOf(clock(), deps.timeZone)) });
      } catch (error) {
        deps.log({ event: 'pulseFailed', code: troubleCode(error) });
        // Counts that may have been added are not added again: a lost answer is better than one that is counted twice.
        if (!(error instanceof StoreError && error.code === 'unknown')) keep(one);
      }
    }
  }

  return {
    isOpen,

    async take(campaign, phase, answers, press) {
      if (!(await isOpen(campaign, phase))) return false;
      if (isRepeated(press, clock().getTime())) return true;
      const counted = pulseQuestionIds.flatMap((id): readonly (readonly [string, string])[] => {
        const given = answers[id];
        return given === undefined ? [] : [[id, tossed(id, given, draw)]];
      });
      keep({ campaign, phase, counts: countsOf(Object.fromEntries(counted)) });
      return true;
    },

    async addDue() {
      if (dueAt === undefined) return;
      const now = clock().getTime();
      // A clock that was set back since would have it wait for longer than an hour.
      dueAt = Math.min(dueAt, hourAfter(now));
      if (now >= dueAt && deps.isClockTrusted()) await addAll();
    },

    addAll,
  };
}
