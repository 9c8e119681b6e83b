import { base64 } from '@scure/base';
import { type Audience, summariesFor } from '../../core/model/permissions.ts';
import type { Language } from '../../core/model/language.ts';
import type { OfferedPeriod, summaryOperations, SummaryToldOf } from '../../contract/summaries.ts';
import { lastClosedWeek } from '../../summary/figures/closed-weeks.ts';
import { summaryFile } from '../../summary/files/summary-file.ts';
import { FiguresError } from '../../summary/figures/week-figures.ts';
import { periodTitle } from '../../summary/figures/period-words.ts';
import { type Period, periodText } from '../../summary/figures/periods.ts';
import { type PullDependencies, pullSummary, type SummaryRequest } from '../../summary/query-summary.ts';
import { type EventLog, thrownName, troubleCode } from '../runtime/event-log.ts';
import { pdfFonts } from '../runtime/pdf-fonts.ts';
import type { Caller } from './tab-authentication.ts';
import { done, type Handlers, refused } from './operation.ts';

/** A role for one audience gives no other. */
const mayHave = (caller: Caller, audience: Audience): boolean => summariesFor(caller.roles).includes(audience);

const offered = (period: Period, language: Language): OfferedPeriod => ({
  period: periodText(period),
  title: periodTitle(period, language),
});

export function createSummaryOperations({
  summaries,
  log,
}: {
  readonly summaries: PullDependencies;
  readonly log: EventLog;
}): Handlers<typeof summaryOperations> {
  async function told(operation: keyof typeof summaryOperations, asked: SummaryRequest): Promise<SummaryToldOf> {
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
    'summaries.read': async (caller, { audience, period, language }) => {
      if (!mayHave(caller, audience)) return refused;
      const latest = latestWeek();
      const answer = await told('summaries.read', { audience, language, period: period ?? latest });
      if (answer.kind === 'summary') log({ event: 'summaryPulled', audience });
      return done({ latest: latest.week, told: answer });
    },
    'summaries.file': async (caller, { audience, period, language, format }) => {
      if (!mayHave(caller, audience)) return refused;
      const answer = await told('summaries.file', { audience, language, period: period ?? latestWeek() });
      if (answer.kind !== 'summary') return done(answer);
      const { name, type, bytes } = await summaryFile(answer.summary, format, pdfFonts);
      log({ event: 'summaryPulled', audience });
      return done({ kind: 'file', name, type, base64: base64.encode(bytes) });
    },
  };
}
