/**
 * `damaged`: what stands in the store for a closed week are not its figures, or what was issued cannot all be read.
 * `differs`: the figures of a week are not those that were issued of it before, so that nothing else is issued of it.
 */
export type FiguresErrorCode = 'damaged' | 'differs';

/** Thrown where frozen figures cannot be read, or cannot be issued. Its message is its code and never a figure. */
export class FiguresError extends Error {
  readonly code: FiguresErrorCode;
  constructor(code: FiguresErrorCode) {
    super(`figures: ${code}`);
    this.name = 'FiguresError';
    this.code = code;
  }
}

/** A read of frozen figures, `undefined` where they are damaged. Throws whatever else goes wrong. */
export async function unlessDamaged<Read>(read: Promise<Read>): Promise<Read | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof FiguresError) return undefined;
    throw error;
  }
}
