/** When the questions of a pulse are asked: before a campaign, and after it. */
export const pulsePhases = ['before', 'after'] as const;
export type PulsePhase = (typeof pulsePhases)[number];

const acts = ['report', 'advice', 'leave'] as const;

/** The questions of a pulse with their options, in the order in which they are asked: three scenes, and one on trust. */
export const pulseQuestions = {
  gladly: acts,
  records: acts,
  invited: acts,
  trust: ['fully', 'mostly', 'little', 'none'],
} as const;
export type PulseQuestion = keyof typeof pulseQuestions;

/** The ids of the questions, in their order. */
export const pulseQuestionIds = ['gladly', 'records', 'invited', 'trust'] as const satisfies readonly PulseQuestion[];

/** The options that somebody chose, by question; those that they left out are missing. */
export type PulseAnswers = Readonly<Partial<Record<PulseQuestion, string>>>;

/** How often an answer is counted as it was given. Otherwise one that is drawn among all options is counted. */
export const countedAsGiven = 0.5;

/** The answers among values that a card sent back; what is no option of its question is left out. */
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
 * The answer that is counted in the place of one that was given: the toss of a coin decides whether it is that one, or
 * one that is drawn. So no count says what somebody chose, even to whoever knows all other answers. `draw` gives numbers
 * from 0 up to 1, without it.
 */
export function tossed(question: PulseQuestion, given: string, draw: () => number): string {
  if (draw() < countedAsGiven) return given;
  const options: readonly string[] = pulseQuestions[question];
  return options[Math.floor(draw() * options.length)] ?? given;
}
