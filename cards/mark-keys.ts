import type { Mark } from '../concerns/terms/marks.ts';
import type { WordKey } from '../words/cards/catalogue.ts';

/** The words of each mark beside what is added to a report. */
export const markKeys = {
  risk: 'comeBack.markRisk',
  worse: 'comeBack.markWorse',
  unit: 'comeBack.markUnit',
} as const satisfies Readonly<Record<Mark, WordKey>>;
