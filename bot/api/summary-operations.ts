import { summariesFor } from '../../concerns/records/permissions.ts';
import { type Role, roles } from '../../concerns/terms/directory.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { Answers } from '../../contract/answers.ts';
import { type Operation, requests } from '../../contract/requests.ts';
import type { OfferedPeriod, SummaryToldOf } from '../../contract/summary-answers.ts';
import { type CountDependencies, lastClosedWeek } from '../../summary/closed-weeks.ts';
import { FiguresError } from '../../summary/figures-error.ts';
import { periodTitle } from '../../summary/period-words.ts';
import { type Period, periodText } from '../../summary/periods.ts';
import { pullSummary, type SummaryRequest } from '../../summary/pull-summary.ts';
import { type EventLog, thrownName, troubleCode } from '../running/event-log.ts';
import { done, operation, type OperationRow } from './operation.ts';

export interface SummaryDependencies {
  readonly summaries: CountDependencies;
  readonly log: EventLog;
}

/** The operations by which figures are read. */
export type SummaryOperations = {
  readonly [Name in Extract<Operation, `summaries.${string}`>]: OperationRow<Answers[Name]>;
};

/** The roles of which each lets somebody have one summary or another. */
const readers: readonly Role[] = roles.filter((role) => summariesFor(new Set([role])).length > 0);

const offered = (period: Period, language: Language): OfferedPeriod => ({
  period: periodText(period),
  title: periodTitle(period, language),
});

/** The summaries, for those who may have them. */
export function createSummaryOperations({ summaries, log }: SummaryDependencies): SummaryOperations {
  async function told(asked: SummaryRequest): Promise<SummaryToldOf> {
    try {
      const outcome = await pullSummary(summaries, asked);
      if (outcome.kind !== 'notSafe') return outcome;
      return { kind: 'notSafe', nearest: outcome.nearest.map((period) => offered(period, asked.language)) };
    } catch (error) {
      if (!(error instanceof FiguresError)) throw error;
      log({ event: 'tabFailed', operation: 'summaries.read', code: troubleCode(error), thrown: thrownName(error) });
      return { kind: 'damaged' };
    }
  }

  return {
    'summaries.read': operation(requests['summaries.read'], {
      roles: readers,
      leaves: 'log',
      async run(caller, { audience, period, language }) {
        // A role that lets somebody have one summary says nothing of the others.
        if (!summariesFor(caller.roles).includes(audience)) return { kind: 'refused' };
        const latest = lastClosedWeek(summaries.clock(), summaries.timeZone);
        const answer = await told({ audience, language, period: period ?? { kind: 'week', week: latest } });
        if (answer.kind === 'summary') log({ event: 'summaryPulled', audience });
        return done({ latest, told: answer });
      },
    }),
  };
}
