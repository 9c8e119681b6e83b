import {
  addDays,
  addWeeks,
  type Day,
  toDay,
  firstDayOfWeek,
  type Week,
  toWeek,
} from '../../../../core/model/calendar.ts';
import type { CaseRecord } from '../../../../core/model/case-record.ts';
import { reportKinds } from '../../../../core/model/classification.ts';
import { identityModes } from '../../../../core/model/questions.ts';
import { createCase, createAlert, firstEvent } from '../../contracts/records.ts';
import { tenantId } from '../../journeys/bot-settings.ts';
import type { RunningBot } from '../../journeys/running-bot.ts';

/** How many reports came in each of thirteen weeks, the last one the week that was over last. One had none. */
export const receivedByWeek = [3, 5, 2, 6, 0, 8, 4, 7, 9, 5, 12, 6, 11] as const;

/** The last week that is over by a bot's clock. */
export const lastClosedWeek = (bot: RunningBot): Week => addWeeks(toWeek(toDay(bot.clock.now(), 'Europe/London')), -1);

/** A case that stands as its place in its week says: some acknowledged in time, some late, some not at all. */
function standing(receivedOn: Day, place: number): Partial<CaseRecord> {
  const kind = reportKinds[(place * place) % reportKinds.length];
  const acknowledgedOn = place % 4 === 3 ? undefined : addDays(receivedOn, place % 3 === 2 ? 5 : 1);
  const closedOn = place % 2 === 0 ? addDays(receivedOn, 9) : undefined;
  return {
    receivedOn,
    mode: identityModes[place % identityModes.length] ?? 'named',
    language: place % 5 === 1 ? 'cy' : 'en',
    urgency: place % 6 === 0 ? 'urgent' : 'standard',
    ...(place % 7 !== 6 && kind && { kind }),
    ...(acknowledgedOn && { acknowledgedOn }),
    ...(closedOn && acknowledgedOn && { closedOn, status: 'closed' }),
  };
}

/** Saves made-up cases of thirteen weeks that are over, the same ones each time. */
export async function saveWeeks(bot: RunningBot, received: readonly number[] = receivedByWeek): Promise<void> {
  const last = lastClosedWeek(bot);
  for (const [back, count] of received.toReversed().entries()) {
    const week = addWeeks(last, -back);
    for (let place = 0; place < count; place += 1) {
      const record = createCase({ tenantId, week, ...standing(addDays(firstDayOfWeek(week), place % 5), place) });
      await bot.store().cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
    }
  }
}
