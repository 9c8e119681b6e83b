import type { Page } from '../../cards/page.ts';
import { noticePage } from '../../cards/notice-page.ts';
import { weekPage, weekChooserPage } from '../../cards/week-pages.ts';
import { addWeeks, parseWeek } from '../../concerns/terms/calendar.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { type Audience, summariesFor } from '../../concerns/records/permissions.ts';
import type { Directory } from '../../concerns/terms/directory.ts';
import type { PersonId } from '../../concerns/terms/person-id.ts';
import { type CountDependencies, lastClosedWeek } from '../../summary/closed-weeks.ts';
import type { Period } from '../../summary/periods.ts';
import { plainTables } from '../../summary/plain-tables.ts';
import { pullSummary, type SummaryOutcome } from '../../summary/pull-summary.ts';
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

  /** The summary of a period, or of the nearest that its readers may have: nobody at this card can be asked for another. */
  async function pull(audience: Audience, language: Language, period: Period): Promise<SummaryOutcome> {
    const outcome = await pullSummary(deps, { audience, language, period });
    const [nearest] = outcome.kind === 'notSafe' ? outcome.nearest : [];
    return nearest ? pullSummary(deps, { audience, language, period: nearest }) : outcome;
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
      const last = lastClosedWeek(deps.clock(), deps.timeZone);
      const outcome = await pull(
        audience,
        language,
        four || week === undefined ? { kind: 'rolling', weeks: 4, upTo: last } : { kind: 'week', week },
      );
      if (outcome.kind === 'notClosed' || outcome.kind === 'notSafe') return chooserPage(audiences, language, 'odd');
      if (outcome.kind === 'notNow') return chooserPage(audiences, language, 'notNow');
      deps.log({ event: 'summaryPulled', audience });
      return weekPage({ language, tables: plainTables(outcome.summary.tables, language), audience });
    },
  };
}
