export const surveyPhases = ['before', 'after'] as const;
export type SurveyPhase = (typeof surveyPhases)[number];

const actionOptions = ['report', 'advice', 'leave'] as const;

export const surveyQuestions = {
  gladly: actionOptions,
  records: actionOptions,
  invited: actionOptions,
  trust: ['fully', 'mostly', 'little', 'none'],
} as const;
export type SurveyQuestion = keyof typeof surveyQuestions;

export const surveyQuestionIds = ['gladly', 'records', 'invited', 'trust'] as const satisfies readonly SurveyQuestion[];

export type SurveyAnswers = Readonly<Partial<Record<SurveyQuestion, string>>>;

export const truthProbability = 0.5;

export function parseSurveyAnswers(inputs: Readonly<Record<string, unknown>>): SurveyAnswers {
  return Object.fromEntries(
    surveyQuestionIds.flatMap((id) => {
      const options: readonly string[] = surveyQuestions[id];
      const given = inputs[id];
      return typeof given === 'string' && options.includes(given) ? [[id, given]] : [];
    }),
  );
}

/**
 * Randomised response: the answer counted for one that was given. No count tells a choice, even to a person who knows
 * all other answers. `random` gives numbers from 0 up to, not including, 1.
 */
export function randomiseResponse(question: SurveyQuestion, given: string, random: () => number): string {
  if (random() < truthProbability) return given;
  const options: readonly string[] = surveyQuestions[question];
  return options[Math.floor(random() * options.length)] ?? given;
}
