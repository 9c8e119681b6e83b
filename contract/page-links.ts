/** A link to a case holds a pointer that only the server can follow, and no reference. */
export const pointedAt = {
  subPageOf: (pointer: string): string => `at:${pointer}`,
  /** The pointer in a link's sub-page; `undefined` if there is none. */
  pointerIn: (subPage: string | undefined): string | undefined => /^at:([\w-]{1,200})$/u.exec(subPage ?? '')?.[1],
} as const;

export interface SummaryPlace {
  readonly period: string;
  readonly part: 'figures' | 'files';
}

const names = { figures: 'summaries', files: 'files' } as const satisfies Record<SummaryPlace['part'], string>;

export const summariesAt = {
  subPageOf: ({ period, part }: SummaryPlace): string => `${names[part]}:${period}`,
  placeIn(subPage: string | undefined): SummaryPlace | undefined {
    const [, name, period] = /^(summaries|files):([\w-]{1,24})$/u.exec(subPage ?? '') ?? [];
    if (name === undefined || period === undefined) return undefined;
    return { period, part: name === names.files ? 'files' : 'figures' };
  },
} as const;
