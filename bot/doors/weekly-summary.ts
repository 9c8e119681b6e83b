import type { Card } from '../../cards/card.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { weekCard, weekChooserCard } from '../../cards/week-cards.ts';
import { addWeeks, parseWeek } from '../../concerns/terms/calendar.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { type Audience, summariesFor } from '../../concerns/records/permissions.ts';
import type { Directory } from '../../concerns/terms/directory.ts';
import type { Door } from '../../dialogs/guide.ts';
import { type CountDependencies, lastClosedWeek } from '../../summary/closed-weeks.ts';
import { weeklySummary } from '../../summary/weekly-summary.ts';
import type { EventLog } from '../running/event-log.ts';

/** How many closed weeks the card offers by name; others can be had by `npm run summary`. */
const weeksOffered = 13;

/** Where those with the role pull the weekly summary. Each call asks the directory again. */
export interface WeeklySummary {
  /** The card on which a week is chosen, or a calm refusal. */
  chooser(objectId: string, language: Language, door: Door): Promise<Card>;
  /** The summary that was chosen on that card. Throws StoreError. */
  answer(objectId: string, language: Language, inputs: Readonly<Record<string, unknown>>, door: Door): Promise<Card>;
}

export function createWeeklySummary(
  deps: CountDependencies & { readonly directory: Directory; readonly log: EventLog },
): WeeklySummary {
  const audiencesOf = async (objectId: string): Promise<readonly Audience[]> =>
    summariesFor(await deps.directory.rolesOf(objectId));

  function refusal(language: Language, door: Door): Card {
    deps.log({ event: 'refused', what: 'summary' });
    return noticeCard({ language, notice: 'refused', door });
  }

  function chooserCard(
    audiences: readonly Audience[],
    language: Language,
    door: Door,
    problem?: 'odd' | 'notNow',
  ): Card {
    const last = lastClosedWeek(deps.clock(), deps.timeZone);
    const weeks = Array.from({ length: weeksOffered }, (_, back) => addWeeks(last, -back));
    return weekChooserCard({ language, weeks, audiences, door, ...(problem && { problem }) });
  }

  return {
    async chooser(objectId, language, door) {
      const audiences = await audiencesOf(objectId);
      return audiences.length === 0 ? refusal(language, door) : chooserCard(audiences, language, door);
    },

    async answer(objectId, language, inputs, door) {
      const audiences = await audiencesOf(objectId);
      const [first] = audiences;
      if (first === undefined) return refusal(language, door);
      const wanted = inputs['audience'];
      const audience = wanted === undefined ? first : audiences.find((one) => one === wanted);
      if (audience === undefined) return refusal(language, door);
      const choice = inputs['week'];
      const four = choice === 'last4';
      const week = four || typeof choice !== 'string' ? undefined : parseWeek(choice);
      if (!four && week === undefined) return chooserCard(audiences, language, door, 'odd');
      const outcome = await weeklySummary(deps, { audience, weeks: four ? 4 : 1, language, ...(week && { week }) });
      if (outcome.kind === 'notClosed') return chooserCard(audiences, language, door, 'odd');
      if (outcome.kind === 'notNow') return chooserCard(audiences, language, door, 'notNow');
      deps.log({ event: 'summaryPulled', audience });
      return weekCard({ language, tables: outcome.tables, audience, door });
    },
  };
}
