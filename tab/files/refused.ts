/**
 * Why a file is not taken, each with a sentence of its own. Nothing else of what somebody has added or typed is touched
 * by it.
 */
const fileRefusals = [
  'empty',
  /** More bytes than are read at all. */
  'tooLarge',
  'tooMany',
  /** Of Word, Excel or the like. */
  'office',
  /** Video or sound. */
  'moving',
  /** A picture of a phone that this browser cannot open. */
  'heic',
  'unknown',
  'tooManyPixels',
  'damaged',
  /** A PDF that asks for a password. */
  'locked',
  'tooManyPages',
  /** It says that it is small, and would become very large. */
  'unfolds',
  /** It took too long to be opened. */
  'tooLong',
  /** The clean copy is still too large. */
  'copyTooLarge',
  'textTooLong',
  /** The part that opens it did not come. */
  'notLoaded',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** A file that is not taken, inside what looks at it. */
export class RefusedFile extends Error {
  readonly why: FileRefusal;
  constructor(why: FileRefusal) {
    super(why);
    this.why = why;
  }
}
