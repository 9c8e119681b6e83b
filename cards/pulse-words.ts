import type { PulseQuestion, pulseQuestions } from '../concerns/terms/pulse.ts';
import type { WordKey } from '../words/cards/catalogue.ts';

export const pulseQuestionKeys = {
  gladly: 'pulse.gladly',
  records: 'pulse.records',
  invited: 'pulse.invited',
  trust: 'pulse.trust',
} as const satisfies Readonly<Record<PulseQuestion, WordKey>>;

export const pulseOptionKeys = {
  report: 'pulse.report',
  advice: 'pulse.advice',
  leave: 'pulse.leave',
  fully: 'pulse.fully',
  mostly: 'pulse.mostly',
  little: 'pulse.little',
  none: 'pulse.none',
} as const satisfies Readonly<Record<(typeof pulseQuestions)[PulseQuestion][number], WordKey>>;
