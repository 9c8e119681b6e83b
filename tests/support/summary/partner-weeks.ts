import type { Week } from '../../../core/model/calendar.ts';
import { querySummary } from '../../../summary/query-summary.ts';
import { createSummaryFile } from '../../../summary/files/summary-file.ts';
import type { Summary } from '../../../summary/figures/summary.ts';
import { figurePartnerTypes, type WeekFigures } from '../../../summary/figures/week-figures.ts';
import type { Audience } from '../../../core/model/permissions.ts';
import type { Language } from '../../../core/model/language.ts';
import { createCountedWeek } from './counted-weeks.ts';
import { parseTestPeriod, type Frozen, createMemoryLedger, createPublicSummaries } from './publication-fixture.ts';

/** How many reports of the hub each kind of organisation passed on. */
export type PartnerTypeCounts = Readonly<Partial<Record<(typeof figurePartnerTypes)[number], number>>>;

const noFonts = (): Promise<never> => Promise.reject(new Error('no PDF'));

/** A week in which so many reports came by the hub, and as many again from staff. */
export function partnerWeek(week: Week, types: PartnerTypeCounts): WeekFigures {
  const partnerType = Object.fromEntries(figurePartnerTypes.map((id) => [id, types[id] ?? 0]));
  const hub = Object.values(partnerType).reduce((sum, count) => sum + count, 0);
  return createCountedWeek(week, hub * 2, { route: { staff: hub, hub }, partnerType });
}

/** The summary of a period that readers are handed of frozen weeks. Throws where they are handed none. */
export async function queryPartnerSummary(
  frozen: Frozen,
  audience: Audience,
  period: string,
  language: Language = 'en',
): Promise<Summary> {
  const { deps } = createPublicSummaries(frozen, createMemoryLedger());
  const outcome = await querySummary(deps, { audience, period: parseTestPeriod(period), language });
  if (outcome.kind !== 'summary') throw new Error(outcome.kind);
  return outcome.summary;
}

/** The files of a summary as text, one after the other, but for its workbook and PDF. */
export async function renderFiles(summary: Summary): Promise<string> {
  const files = await Promise.all(
    (['csv', 'json'] as const).map((format) => createSummaryFile(summary, format, noFonts)),
  );
  return files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
}
