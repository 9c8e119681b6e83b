/**
 * One thing that was looked at, and what came of it. `open`: there was nothing to look at it with. `unsure`: the same,
 * of something without which nobody should rely on the file.
 */
export interface Check {
  readonly found: 'right' | 'wrong' | 'open' | 'unsure';
  readonly line: string;
}

/** A thing that was looked at, in a sentence for each way in which it can come out. */
export const check = (isRight: boolean, right: string, wrong: string): Check =>
  isRight ? { found: 'right', line: right } : { found: 'wrong', line: wrong };
