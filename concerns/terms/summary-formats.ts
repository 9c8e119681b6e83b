export const summaryFormats = ['csv', 'xlsx', 'pdf', 'json'] as const;
export type SummaryFormat = (typeof summaryFormats)[number];
