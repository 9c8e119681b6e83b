/** `damaged`: what stands in the store for a closed week are not its figures. */
export type FiguresErrorCode = 'damaged';

/** Thrown where frozen figures cannot be read. Its message is its code and never a figure. */
export class FiguresError extends Error {
  readonly code: FiguresErrorCode;
  constructor(code: FiguresErrorCode) {
    super(`figures: ${code}`);
    this.name = 'FiguresError';
    this.code = code;
  }
}
