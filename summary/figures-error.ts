/**
 * `damaged`: frozen figures, or what was issued, cannot be read. `differs`: the figures of a week are not those that
 * were issued before, so that nothing else is issued of it.
 */
export type FiguresErrorCode = 'damaged' | 'differs';

/** Thrown if frozen figures cannot be read or issued. Its message is its code and never a figure. */
export class FiguresError extends Error {
  readonly code: FiguresErrorCode;
  constructor(code: FiguresErrorCode) {
    super(`figures: ${code}`);
    this.name = 'FiguresError';
    this.code = code;
  }
}

/** The result of a read of frozen figures, `undefined` if they are damaged. Throws all other errors. */
export async function unlessDamaged<Read>(read: Promise<Read>): Promise<Read | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof FiguresError) return undefined;
    throw error;
  }
}
