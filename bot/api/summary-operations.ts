import { base64 } from '@scure/base';
import { type Audience, summariesFor } from '../../concerns/records/permissions.ts';
import { type Role, roles } from '../../concerns/terms/directory.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { Answers } from '../../contract/answers.ts';
import { type Operation, requests } from '../../contract/requests.ts';
import type { OfferedPeriod, SummaryFileAnswer, SummaryToldOf } from '../../contract/summary-answers.ts';
import { lastClosedWeek } from '../../summary/closed-weeks.ts';
import { summaryFile } from '../../summary/files/summary-file.ts';
import { FiguresError } from '../../summary/figures-error.ts';
import { periodTitle } from '../../summary/period-words.ts';
import { type Period, periodText } from '../../summary/periods.ts';
import { type PullDependencies, pullSummary, type SummaryRequest } from '../../summary/pull/pull-summary.ts';
import { type EventLog, thrownName, troubleCode } from '../running/event-log.ts';
import { pdfFonts } from '../running/pdf-fonts.ts';
import type { Caller } from './caller.ts';
import { done, operation, type OperationRow, type Ran } from './operation.ts';

export interface SummaryDependencies {
  readonly summaries: PullDependencies;
  readonly log: EventLog;
}

/** The operations by which figures are read. */
export type SummaryOperations = {
  readonly [Name in Extract<Operation, `summaries.${string}`>]: OperationRow<Answers[Name]>;
};

/** The roles of which each lets somebody have one summary or another. */
const readers: readonly Role[] = roles.filter((role) => summariesFor(new Set([role])).length > 0);

/** Whether somebody may have the summary of an audience: a role for one says nothing of the others. */
const mayHave = (caller: Caller, audience: Audience): boolean => summariesFor(caller.roles).includes(audience);

const offered = (period: Period, language: Language): OfferedPeriod => ({
  period: periodText(period),
  title: periodTitle(period, language),
});

/** The summaries, for those who may have them. */
export function createSummaryOperations({ summaries, log }: SummaryDependencies): SummaryOperations {
  async function told(operation: keyof SummaryOperations, asked: SummaryRequest): Promise<SummaryToldOf> {
    try {
      const outcome = await pullSummary(summaries, asked);
      if (outcome.kind !== 'notSafe') return outcome;
      return { kind: 'notSafe', nearest: outcome.nearest.map((period) => offered(period, asked.language)) };
    } catch (error) {
      if (!(error instanceof FiguresError)) throw error;
      log({ event: 'tabFailed', operation, code: troubleCode(error), thrown: thrownName(error) });
      return { kind: 'damaged' };
    }
  }

  const latestWeek = () => ({ kind: 'week', week: lastClosedWeek(summaries.clock(), summaries.timeZone) }) as const;

  return {
    'summaries.read': operation(requests['summaries.read'], {
      roles: readers,
      leaves: 'log',
      async run(caller, { audience, period, language }) {
        if (!mayHave(caller, audience)) return { kind: 'refused' };
        const latest = latestWeek();
        const answer = await told('summaries.read', { audience, language, period: period ?? latest });
        if (answer.kind === 'summary') log({ event: 'summaryPulled', audience });
        return done({ latest: latest.week, told: answer });
      },
    }),
    'summaries.file': operation(requests['summaries.file'], {
      roles: readers,
      leaves: 'log',
      async run(caller, { audience, period, language, format }): Promise<Ran<SummaryFileAnswer>> {
        if (!mayHave(caller, audience)) return { kind: 'refused' };
        const answer = await told('summaries.file', { audience, language, period: period ?? latestWeek() });
        if (answer.kind !== 'summary') return done(answer);
        const { name, type, bytes } = await summaryFile(answer.summary, format, pdfFonts);
        log({ event: 'summaryPulled', audience });
        return done({ kind: 'file', name, type, base64: base64.encode(bytes) });
      },
    }),
  };
}
