/** `open`: there was nothing to check it with. `unsure`: the same, and no one should rely on the file without it. */
export interface Check {
  readonly found: 'right' | 'wrong' | 'open' | 'unsure';
  readonly line: string;
}

export const check = (isRight: boolean, right: string, wrong: string): Check =>
  isRight ? { found: 'right', line: right } : { found: 'wrong', line: wrong };
