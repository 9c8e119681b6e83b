import { noticePage } from '../../../cards/notice-page.ts';
import type { Page } from '../../../cards/page.ts';
import type { SubmittedAction } from '../../../cards/submitted-action.ts';
import { type Audience, permittedSummaryAudiences } from '../../../core/model/permissions.ts';
import type { RoleDirectory, PersonId } from '../../../core/model/roles.ts';
import type { Language } from '../../../core/model/language.ts';
import { getLastClosedWeek } from '../../../summary/figures/count-closed-weeks.ts';
import {
  unsafePeriodPage,
  summaryOverviewPage,
  summaryPeriodPage,
  type SummarySelection,
  type SummaryLinks,
  summaryTablePage,
  summaryTableListPage,
} from '../../../summary/summary-pages.ts';
import { parsePeriod, type Period } from '../../../summary/figures/periods.ts';
import { type SummaryDependencies, querySummary } from '../../../summary/query-summary.ts';
import type { Summary } from '../../../summary/figures/summary.ts';
import type { EventLog } from '../../runtime/event-log.ts';

type Inputs = Readonly<Record<string, unknown>>;
type SummaryAction = Extract<SubmittedAction, { verb: 'summary' }>;

/** Each call asks the directory again, whatever the card says. */
export interface WeeklySummaryPages {
  /** The last full week, in the fullest figures that someone may see. Throws StoreError. */
  latest(objectId: PersonId, language: Language): Promise<Page>;
  choosePeriod(objectId: PersonId, language: Language, inputs: Inputs): Promise<Page>;
  view(objectId: PersonId, action: SummaryAction, inputs: Inputs): Promise<Page>;
}

/** On cards of earlier versions. */
const lastFourWeeks = 'last4';

function parsePeriodInput(text: unknown, last: () => Period): Period | undefined {
  if (text === lastFourWeeks) return last();
  return typeof text === 'string' ? parsePeriod(text) : undefined;
}

export function createWeeklySummaryPages(
  deps: SummaryDependencies & {
    readonly directory: RoleDirectory;
    readonly log: EventLog;
    readonly getLinks: (period: Period) => SummaryLinks;
  },
): WeeklySummaryPages {
  const getAudiences = async (objectId: PersonId): Promise<readonly Audience[]> =>
    permittedSummaryAudiences(await deps.directory.getRoles(objectId));
  const lastWeek = () => getLastClosedWeek(deps.clock(), deps.timeZone);

  function refusal(language: Language): Page {
    deps.log({ event: 'refused', what: 'summary' });
    return noticePage({ language, notice: 'refused' });
  }

  async function summaryPage(
    shown: SummarySelection,
    audiences: readonly Audience[],
    render: (of: Summary) => Page,
  ): Promise<Page> {
    const outcome = await querySummary(deps, shown);
    if (outcome.kind === 'notSafe') return unsafePeriodPage(shown, outcome.nearest);
    if (outcome.kind !== 'summary') {
      return summaryPeriodPage({
        language: shown.language,
        last: lastWeek(),
        audiences,
        chosen: shown,
        problem: outcome.kind,
      });
    }
    deps.log({ event: 'summaryPulled', audience: shown.audience });
    return render(outcome.summary);
  }

  const overview = (shown: SummarySelection, audiences: readonly Audience[]): Promise<Page> =>
    summaryPage(shown, audiences, (summary) => summaryOverviewPage(summary, deps.getLinks(shown.period)));

  function tableView(summary: Summary, wanted: unknown): Page {
    const table = summary.tables.find(({ id }) => id === wanted);
    return table ? summaryTablePage(summary, table) : summaryTableListPage(summary, true);
  }

  return {
    async latest(objectId, language) {
      const audiences = await getAudiences(objectId);
      const [audience] = audiences;
      if (audience === undefined) return refusal(language);
      return overview({ audience, language, period: { kind: 'week', week: lastWeek() } }, audiences);
    },

    async choosePeriod(objectId, language, inputs) {
      const audiences = await getAudiences(objectId);
      const wanted = inputs['audience'] ?? audiences[0];
      const audience = audiences.find((one) => one === wanted);
      if (audience === undefined) return refusal(language);
      const period = parsePeriodInput(inputs['week'], () => ({ kind: 'rolling', weeks: 4, upTo: lastWeek() }));
      if (period === undefined) return summaryPeriodPage({ language, last: lastWeek(), audiences, problem: 'odd' });
      return overview({ audience, language, period }, audiences);
    },

    async view(objectId, { view, audience, period: text, table, language }, inputs) {
      const audiences = await getAudiences(objectId);
      if (!audiences.includes(audience)) return refusal(language);
      const period = parsePeriod(text);
      if (period === undefined) return summaryPeriodPage({ language, last: lastWeek(), audiences, problem: 'odd' });
      const shown: SummarySelection = { audience, period, language };
      switch (view) {
        case 'overview':
          return overview(shown, audiences);
        case 'table':
          return summaryPage(shown, audiences, (summary) => tableView(summary, table ?? inputs['table']));
        case 'tables':
          return summaryPage(shown, audiences, (summary) => summaryTableListPage(summary, false));
        case 'periods':
          return summaryPeriodPage({ language, last: lastWeek(), audiences, chosen: shown });
        default:
          return view satisfies never;
      }
    },
  };
}
