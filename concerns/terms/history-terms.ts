/** The kinds of what is written down in a case's log beside notes and tasks. */
export const logTerms = ['decision', 'reason', 'contact'] as const;
export type LogTerm = (typeof logTerms)[number];

/** The parts of a case's history that can be looked at alone; each entry is of one of them. */
export const historyParts = ['log', 'openings', 'messages', 'course'] as const;
export type HistoryPart = (typeof historyParts)[number];

/** How many entries of its history a case is shown with, and how many follow each time more are asked for. */
export const entriesShown = 25;
