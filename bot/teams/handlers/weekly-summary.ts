import { noticePage } from '../../../cards/notice-page.ts';
import type { Page } from '../../../cards/page.ts';
import type { Submitted } from '../../../cards/submitted-data.ts';
import { type Audience, summariesFor } from '../../../core/model/permissions.ts';
import type { Directory, PersonId } from '../../../core/model/directory.ts';
import type { Language } from '../../../core/model/language.ts';
import { lastClosedWeek } from '../../../summary/figures/closed-weeks.ts';
import {
  notSafePage,
  overviewPage,
  periodPage,
  type Shown,
  type SummaryLinks,
  tablePage,
  tablesPage,
} from '../../../summary/summary-pages.ts';
import { parsePeriod, type Period } from '../../../summary/figures/periods.ts';
import { type PullDependencies, pullSummary } from '../../../summary/query-summary.ts';
import type { Summary } from '../../../summary/figures/summary.ts';
import type { EventLog } from '../../runtime/event-log.ts';

type Inputs = Readonly<Record<string, unknown>>;
type View = Extract<Submitted, { verb: 'summary' }>;

/** Each call asks the directory again, not the card. */
export interface WeeklySummary {
  /** The last full week, the fullest figures that someone may see, or a refusal. Throws StoreError. */
  latest(objectId: PersonId, language: Language): Promise<Page>;
  /** Throws StoreError. */
  chosen(objectId: PersonId, language: Language, inputs: Inputs): Promise<Page>;
  /** Throws StoreError. */
  view(objectId: PersonId, asked: View, inputs: Inputs): Promise<Page>;
}

/** On cards of earlier versions. */
const lastFourWeeks = 'last4';

function periodIn(text: unknown, last: () => Period): Period | undefined {
  if (text === lastFourWeeks) return last();
  return typeof text === 'string' ? parsePeriod(text) : undefined;
}

export function createWeeklySummary(
  deps: PullDependencies & {
    readonly directory: Directory;
    readonly log: EventLog;
    readonly linksTo: (period: Period) => SummaryLinks;
  },
): WeeklySummary {
  const audiencesOf = async (objectId: PersonId): Promise<readonly Audience[]> =>
    summariesFor(await deps.directory.rolesOf(objectId));
  const last = () => lastClosedWeek(deps.clock(), deps.timeZone);

  function refusal(language: Language): Page {
    deps.log({ event: 'refused', what: 'summary' });
    return noticePage({ language, notice: 'refused' });
  }

  async function pulled(shown: Shown, audiences: readonly Audience[], draw: (of: Summary) => Page): Promise<Page> {
    const outcome = await pullSummary(deps, shown);
    if (outcome.kind === 'notSafe') return notSafePage(shown, outcome.nearest);
    if (outcome.kind !== 'summary') {
      return periodPage({ language: shown.language, last: last(), audiences, chosen: shown, problem: outcome.kind });
    }
    deps.log({ event: 'summaryPulled', audience: shown.audience });
    return draw(outcome.summary);
  }

  const overview = (shown: Shown, audiences: readonly Audience[]): Promise<Page> =>
    pulled(shown, audiences, (summary) => overviewPage(summary, deps.linksTo(shown.period)));

  function tableOf(summary: Summary, wanted: unknown): Page {
    const table = summary.tables.find(({ id }) => id === wanted);
    return table ? tablePage(summary, table) : tablesPage(summary, true);
  }

  return {
    async latest(objectId, language) {
      const audiences = await audiencesOf(objectId);
      const [audience] = audiences;
      if (audience === undefined) return refusal(language);
      return overview({ audience, language, period: { kind: 'week', week: last() } }, audiences);
    },

    async chosen(objectId, language, inputs) {
      const audiences = await audiencesOf(objectId);
      const wanted = inputs['audience'] ?? audiences[0];
      const audience = audiences.find((one) => one === wanted);
      if (audience === undefined) return refusal(language);
      const period = periodIn(inputs['week'], () => ({ kind: 'rolling', weeks: 4, upTo: last() }));
      if (period === undefined) return periodPage({ language, last: last(), audiences, problem: 'odd' });
      return overview({ audience, language, period }, audiences);
    },

    async view(objectId, { view, audience, period: text, table, language }, inputs) {
      const audiences = await audiencesOf(objectId);
      if (!audiences.includes(audience)) return refusal(language);
      const period = parsePeriod(text);
      if (period === undefined) return periodPage({ language, last: last(), audiences, problem: 'odd' });
      const shown: Shown = { audience, period, language };
      switch (view) {
        case 'overview':
          return overview(shown, audiences);
        case 'table':
          return pulled(shown, audiences, (summary) => tableOf(summary, table ?? inputs['table']));
        case 'tables':
          return pulled(shown, audiences, (summary) => tablesPage(summary, false));
        case 'periods':
          return periodPage({ language, last: last(), audiences, chosen: shown });
        default:
          return view satisfies never;
      }
    },
  };
}
