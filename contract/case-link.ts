/**
 * The place in the tab that a link to a case names, without a reference: it holds a pointer, which the server made, and which
 * it alone can follow.
 */
export const pointedAt = {
  subPageOf: (pointer: string): string => `at:${pointer}`,
  /** The pointer in what a link gave, `undefined` where there is none. */
  pointerIn: (subPage: string | undefined): string | undefined => /^at:([\w-]{1,200})$/u.exec(subPage ?? '')?.[1],
} as const;
