export const logTerms = ['decision', 'reason', 'contact'] as const;
export type LogTerm = (typeof logTerms)[number];

export const historyParts = ['log', 'openings', 'messages', 'course'] as const;
export type HistoryPart = (typeof historyParts)[number];

export const entriesShown = 25;
