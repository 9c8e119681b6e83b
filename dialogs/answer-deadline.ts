/** Teams delivers again after 10 to 15 seconds; the person must have an answer before that. */
export const answerDeadlineMs = 8_000;

/** The work's outcome is unknown. */
export class DeadlineError extends Error {
  constructor() {
    super('late');
    this.name = 'DeadlineError';
  }
}

/**
 * `onFailure` answers if `work` throws or is late (DeadlineError). Late work goes on and may yet save something, so
 * `onFailure` must never claim that nothing was saved.
 */
export async function withinDeadline<T>(
  deadlineMs: number,
  work: () => Promise<T>,
  onFailure: (error: unknown) => T,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeadlineError()), deadlineMs);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    return onFailure(error);
  } finally {
    clearTimeout(timer);
  }
}
