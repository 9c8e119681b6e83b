/**
 * Why a file is not taken. `office`: of Word, Excel or the like; `moving`: video or sound; `heic`: this browser cannot
 * open it; `unfolds`: small, but would become very large; `notLoaded`: the part that opens it did not load.
 */
const fileRefusals = [
  'empty',
  'tooLarge',
  'tooMany',
  'office',
  'moving',
  'heic',
  'unknown',
  'tooManyPixels',
  'damaged',
  'locked',
  'tooManyPages',
  'unfolds',
  'tooLong',
  'copyTooLarge',
  'textTooLong',
  'notLoaded',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

export class RefusedFile extends Error {
  readonly why: FileRefusal;
  constructor(why: FileRefusal) {
    super(why);
    this.why = why;
  }
}
