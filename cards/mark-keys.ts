import type { Mark } from '../concerns/terms/questions.ts';
import type { WordKey } from '../words/cards/catalogue.ts';

export const markKeys = {
  risk: 'comeBack.markRisk',
  worse: 'comeBack.markWorse',
  unit: 'comeBack.markUnit',
} as const satisfies Readonly<Record<Mark, WordKey>>;
