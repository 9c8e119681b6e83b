export const summaryFormats = ['csv', 'xlsx', 'pdf', 'json'] as const;
export type SummaryFormat = (typeof summaryFormats)[number];

export const paperForms = ['sheet', 'poster'] as const;
export type PaperForm = (typeof paperForms)[number];
