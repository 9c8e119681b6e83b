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
