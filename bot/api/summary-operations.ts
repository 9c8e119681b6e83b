import { base64 } from '@scure/base';
import { type Audience, permittedSummaryAudiences } from '../../core/model/permissions.ts';
import type { Language } from '../../core/model/language.ts';
import type { OfferedPeriod, summaryOperations, SummaryResult } from '../../contract/summaries.ts';
import { getLastClosedWeek } from '../../summary/figures/count-closed-weeks.ts';
import { createSummaryFile } from '../../summary/files/summary-file.ts';
import { FiguresError } from '../../summary/figures/week-figures.ts';
import { periodTitle } from '../../summary/figures/period-text.ts';
import { type Period, formatPeriod } from '../../summary/figures/periods.ts';
import { type SummaryDependencies, querySummary, type SummaryRequest } from '../../summary/query-summary.ts';
import { type EventLog, errorClassName, errorCode } from '../runtime/event-log.ts';
import { readPdfFonts } from '../runtime/pdf-fonts.ts';
import type { Caller } from './caller-authentication.ts';
import { success, type OperationHandlers, refusedResult } from './operation-results.ts';

/** A role for one audience gives no other. */
const mayRead = (caller: Caller, audience: Audience): boolean =>
  permittedSummaryAudiences(caller.roles).includes(audience);

const periodOption = (period: Period, language: Language): OfferedPeriod => ({
  period: formatPeriod(period),
  title: periodTitle(period, language),
});

export function createSummaryOperations({
  summaries,
  log,
}: {
  readonly summaries: SummaryDependencies;
  readonly log: EventLog;
}): OperationHandlers<typeof summaryOperations> {
  async function readSummary(
    operation: keyof typeof summaryOperations,
    request: SummaryRequest,
  ): Promise<SummaryResult> {
    try {
      const outcome = await querySummary(summaries, request);
      if (outcome.kind !== 'notSafe') return outcome;
      return { kind: 'notSafe', nearest: outcome.nearest.map((period) => periodOption(period, request.language)) };
    } catch (error) {
      if (!(error instanceof FiguresError)) throw error;
      log({ event: 'tabFailed', operation, code: errorCode(error), thrown: errorClassName(error) });
      return { kind: 'damaged' };
    }
  }

  const latestWeek = () => ({ kind: 'week', week: getLastClosedWeek(summaries.clock(), summaries.timeZone) }) as const;

  return {
    'summaries.read': async (caller, { audience, period, language }) => {
      if (!mayRead(caller, audience)) return refusedResult;
      const latest = latestWeek();
      const answer = await readSummary('summaries.read', { audience, language, period: period ?? latest });
      if (answer.kind === 'summary') log({ event: 'summaryPulled', audience });
      return success({ latest: latest.week, told: answer });
    },
    'summaries.file': async (caller, { audience, period, language, format }) => {
      if (!mayRead(caller, audience)) return refusedResult;
      const answer = await readSummary('summaries.file', { audience, language, period: period ?? latestWeek() });
      if (answer.kind !== 'summary') return success(answer);
      const { name, type, bytes } = await createSummaryFile(answer.summary, format, readPdfFonts);
      log({ event: 'summaryPulled', audience });
      return success({ kind: 'file', name, type, base64: base64.encode(bytes) });
    },
  };
}
