/** The kinds of file that a summary can be had as. */
export const summaryFormats = ['csv', 'xlsx', 'pdf', 'json'] as const;
export type SummaryFormat = (typeof summaryFormats)[number];
