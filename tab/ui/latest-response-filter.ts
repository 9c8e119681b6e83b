export type LatestResponseFilter = <Answer>(asked: Promise<Answer>, take: (answer: Answer) => void) => Promise<void>;

/**
 * Passes on the answer to the last question alone; drops late answers to earlier ones. Rejects if the question does.
 */
export function createLatestResponseFilter(): LatestResponseFilter {
  let questions = 0;
  return async (asked, take) => {
    questions += 1;
    const own = questions;
    const answer = await asked;
    if (own === questions) take(answer);
  };
}
