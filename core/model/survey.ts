/** Before and after a campaign. */
export const pulsePhases = ['before', 'after'] as const;
export type PulsePhase = (typeof pulsePhases)[number];

const acts = ['report', 'advice', 'leave'] as const;

export const pulseQuestions = {
  gladly: acts,
  records: acts,
  invited: acts,
  trust: ['fully', 'mostly', 'little', 'none'],
} as const;
export type PulseQuestion = keyof typeof pulseQuestions;

export const pulseQuestionIds = ['gladly', 'records', 'invited', 'trust'] as const satisfies readonly PulseQuestion[];

export type PulseAnswers = Readonly<Partial<Record<PulseQuestion, string>>>;

export const countedAsGiven = 0.5;

export function pulseAnswersIn(inputs: Readonly<Record<string, unknown>>): PulseAnswers {
  return Object.fromEntries(
    pulseQuestionIds.flatMap((id) => {
      const options: readonly string[] = pulseQuestions[id];
      const given = inputs[id];
      return typeof given === 'string' && options.includes(given) ? [[id, given]] : [];
    }),
  );
}

/**
 * Randomised response: the answer counted for one that was given. No count says what someone chose, even to a person
 * who knows all other answers. `draw` gives numbers from 0 up to, not including, 1.
 */
export function tossed(question: PulseQuestion, given: string, draw: () => number): string {
  if (draw() < countedAsGiven) return given;
  const options: readonly string[] = pulseQuestions[question];
  return options[Math.floor(draw() * options.length)] ?? given;
}
