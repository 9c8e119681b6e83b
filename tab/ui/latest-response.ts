export type LatestResponse = <Answer>(asked: Promise<Answer>, take: (answer: Answer) => void) => Promise<void>;

/**
 * Takes the answer to the last question alone; late answers to earlier ones are dropped. Rejects if the question does.
 */
export function createLatestResponse(): LatestResponse {
  let questions = 0;
  return async (asked, take) => {
    questions += 1;
    const own = questions;
    const answer = await asked;
    if (own === questions) take(answer);
  };
}
