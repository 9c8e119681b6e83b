import type { Card } from '../../cards/card.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { weekCard, weekChooserCard } from '../../cards/week-cards.ts';
import { addWeeks, parseWeek } from '../../concerns/terms/calendar.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { type Audience, summariesFor } from '../../concerns/records/permissions.ts';
import type { Directory } from '../../concerns/terms/directory.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import { type CountDependencies, lastClosedWeek } from '../../summary/closed-weeks.ts';
import { weeklySummary } from '../../summary/weekly-summary.ts';
import type { EventLog } from '../running/event-log.ts';

/** How many closed weeks the card offers by name; others can be had by `npm run summary`. */
const weeksOffered = 13;

/** Where those with the role pull the weekly summary. Each call asks the directory again. */
export interface WeeklySummary {
  /** The card on which a week is chosen, or a calm refusal. */
  chooser(objectId: PersonId, language: Language): Promise<Card>;
  /** The summary that was chosen on that card. Throws StoreError. */
  answer(objectId: PersonId, language: Language, inputs: Readonly<Record<string, unknown>>): Promise<Card>;
}

export function createWeeklySummary(
  deps: CountDependencies & { readonly directory: Directory; readonly log: EventLog },
): WeeklySummary {
  const audiencesOf = async (objectId: PersonId): Promise<readonly Audience[]> =>
    summariesFor(await deps.directory.rolesOf(objectId));

  function refusal(language: Language): Card {
    deps.log({ event: 'refused', what: 'summary' });
    return noticeCard({ language, notice: 'refused' });
  }

  function chooserCard(audiences: readonly Audience[], language: Language, problem?: 'odd' | 'notNow'): Card {
    const last = lastClosedWeek(deps.clock(), deps.timeZone);
    const weeks = Array.from({ length: weeksOffered }, (_, back) => addWeeks(last, -back));
    return weekChooserCard({ language, weeks, audiences, ...(problem && { problem }) });
  }

  return {
    async chooser(objectId, language) {
      const audiences = await audiencesOf(objectId);
      return audiences.length === 0 ? refusal(language) : chooserCard(audiences, language);
    },

    async answer(objectId, language, inputs) {
      const audiences = await audiencesOf(objectId);
      const [first] = audiences;
      if (first === undefined) return refusal(language);
      const wanted = inputs['audience'];
      const audience = wanted === undefined ? first : audiences.find((one) => one === wanted);
      if (audience === undefined) return refusal(language);
      const choice = inputs['week'];
      const four = choice === 'last4';
      const week = four || typeof choice !== 'string' ? undefined : parseWeek(choice);
      if (!four && week === undefined) return chooserCard(audiences, language, 'odd');
      const outcome = await weeklySummary(deps, { audience, weeks: four ? 4 : 1, language, ...(week && { week }) });
      if (outcome.kind === 'notClosed') return chooserCard(audiences, language, 'odd');
      if (outcome.kind === 'notNow') return chooserCard(audiences, language, 'notNow');
      deps.log({ event: 'summaryPulled', audience });
      return weekCard({ language, tables: outcome.tables, audience });
    },
  };
}
