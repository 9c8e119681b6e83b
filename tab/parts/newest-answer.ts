/** Hands out the answers to questions of which each takes the place of the one before. */
export type NewestAnswer = <Answer>(asked: Promise<Answer>, take: (answer: Answer) => void) => Promise<void>;

/**
 * Takes the answer to the last question alone: what comes late to an earlier one says nothing any more. Rejects where the
 * question does.
 */
export function createNewestAnswer(): NewestAnswer {
  let questions = 0;
  return async (asked, take) => {
    questions += 1;
    const own = questions;
    const answer = await asked;
    if (own === questions) take(answer);
  };
}
