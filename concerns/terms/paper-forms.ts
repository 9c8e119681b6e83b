export const paperForms = ['sheet', 'poster'] as const;
export type PaperForm = (typeof paperForms)[number];
