/** A link to a case holds a pointer that only the server can follow, and no reference. */
export const pointedAt = {
  subPageOf: (pointer: string): string => `at:${pointer}`,
  /** The pointer in a link's sub-page; `undefined` if there is none. */
  pointerIn: (subPage: string | undefined): string | undefined => /^at:([\w-]{1,200})$/u.exec(subPage ?? '')?.[1],
} as const;
