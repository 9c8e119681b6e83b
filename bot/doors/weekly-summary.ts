import type { Page } from '../../cards/page.ts';
import { noticePage } from '../../cards/notice-page.ts';
import { weekPage, weekChooserPage } from '../../cards/week-pages.ts';
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
  /** The page on which a week is chosen, or a calm refusal. */
  chooser(objectId: PersonId, language: Language): Promise<Page>;
  /** The summary that was chosen on that page. Throws StoreError. */
  answer(objectId: PersonId, language: Language, inputs: Readonly<Record<string, unknown>>): Promise<Page>;
}

export function createWeeklySummary(
  deps: CountDependencies & { readonly directory: Directory; readonly log: EventLog },
): WeeklySummary {
  const audiencesOf = async (objectId: PersonId): Promise<readonly Audience[]> =>
    summariesFor(await deps.directory.rolesOf(objectId));

  function refusal(language: Language): Page {
    deps.log({ event: 'refused', what: 'summary' });
    return noticePage({ language, notice: 'refused' });
  }

  function chooserPage(audiences: readonly Audience[], language: Language, problem?: 'odd' | 'notNow'): Page {
    const last = lastClosedWeek(deps.clock(), deps.timeZone);
    const weeks = Array.from({ length: weeksOffered }, (_, back) => addWeeks(last, -back));
    return weekChooserPage({ language, weeks, audiences, ...(problem && { problem }) });
  }

  return {
    async chooser(objectId, language) {
      const audiences = await audiencesOf(objectId);
      return audiences.length === 0 ? refusal(language) : chooserPage(audiences, language);
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
      if (!four && week === undefined) return chooserPage(audiences, language, 'odd');
      const outcome = await weeklySummary(deps, { audience, weeks: four ? 4 : 1, language, ...(week && { week }) });
      if (outcome.kind === 'notClosed') return chooserPage(audiences, language, 'odd');
      if (outcome.kind === 'notNow') return chooserPage(audiences, language, 'notNow');
      deps.log({ event: 'summaryPulled', audience });
      return weekPage({ language, tables: outcome.tables, audience });
    },
  };
}
