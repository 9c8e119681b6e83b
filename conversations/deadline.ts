/** Teams waits 10 to 15 seconds for an answer and then delivers again; by then a person has been told already. */
export const answerDeadlineMs = 8_000;

/** The error of work that was not done in time: nobody knows what came of it, or will. */
export class LateError extends Error {
  constructor() {
    super('late');
    this.name = 'LateError';
  }
}

/**
 * The result of some work, or what stands in for it when it fails or is not done in time. Work that is late goes on:
 * it may yet save something, so what stands in must never claim that nothing was saved. `failed` is given what the work
 * threw, or a LateError.
 */
export async function withinDeadline<T>(
  deadlineMs: number,
  work: () => Promise<T>,
  failed: (error: unknown) => T,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new LateError()), deadlineMs);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    return failed(error);
  } finally {
    clearTimeout(timer);
  }
}
