export const summaryFormats = ['csv', 'xlsx', 'pdf', 'json'] as const;
export type SummaryFormat = (typeof summaryFormats)[number];

export const printFormats = ['sheet', 'poster'] as const;
export type PrintFormat = (typeof printFormats)[number];
