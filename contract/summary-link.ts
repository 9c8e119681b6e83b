/** A place on the page of summaries: a period, as an address holds it, and whether a file of it is wanted. */
export interface SummaryPlace {
  readonly period: string;
  readonly part: 'figures' | 'files';
}

const names = { figures: 'summaries', files: 'files' } as const satisfies Record<SummaryPlace['part'], string>;

/** The place in the tab that a link to the summaries names. It holds a period, and nothing of a case or of who reads it. */
export const summariesAt = {
  subPageOf: ({ period, part }: SummaryPlace): string => `${names[part]}:${period}`,
  /** The place in what a link gave, `undefined` where there is none. Whether the period is one is still to be read. */
  placeIn(subPage: string | undefined): SummaryPlace | undefined {
    const [, name, period] = /^(summaries|files):([\w-]{1,24})$/u.exec(subPage ?? '') ?? [];
    if (name === undefined || period === undefined) return undefined;
    return { period, part: name === names.files ? 'files' : 'figures' };
  },
} as const;
