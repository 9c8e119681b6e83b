/** Only the server can follow its pointer, and it holds no reference. */
export const caseDeepLink = {
  toSubPage: (pointer: string): string => `at:${pointer}`,
  parsePointer: (subPage: string | undefined): string | undefined => /^at:([\w-]{1,200})$/u.exec(subPage ?? '')?.[1],
} as const;

export interface SummaryLink {
  readonly period: string;
  readonly part: 'figures' | 'files';
}

const partNames = { figures: 'summaries', files: 'files' } as const satisfies Record<SummaryLink['part'], string>;

export const summaryDeepLink = {
  toSubPage: ({ period, part }: SummaryLink): string => `${partNames[part]}:${period}`,
  parseLink(subPage: string | undefined): SummaryLink | undefined {
    const [, name, period] = /^(summaries|files):([\w-]{1,24})$/u.exec(subPage ?? '') ?? [];
    if (name === undefined || period === undefined) return undefined;
    return { period, part: name === partNames.files ? 'files' : 'figures' };
  },
} as const;
