/** The forms in which a topic is printed: an A4 sheet to read, and a poster for a wall. */
export const paperForms = ['sheet', 'poster'] as const;
export type PaperForm = (typeof paperForms)[number];
