import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import { boundsOf, type Period } from './periods.ts';

export function periodTitle(period: Period, language: Language): string {
  switch (period.kind) {
    case 'week':
      return say(language, 'summary.week', { week: period.week });
    case 'rolling':
      return say(language, 'summary.rolling', { weeks: period.weeks, to: period.upTo });
    case 'quarter':
      return say(language, 'summary.quarter', { quarter: String(period.quarter), year: String(period.year) });
    case 'yearToMarch':
      return say(language, 'summary.yearToMarch', { year: String(period.begins + 1) });
    case 'range': {
      const { from, to } = boundsOf(period);
      return say(language, 'summary.weeks', { from, to });
    }
    default:
      return period satisfies never;
  }
}
