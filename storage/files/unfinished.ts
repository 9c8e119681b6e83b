/** The folder for a part that has no name yet. No case has such a reference. */
export const unfinished = 'unfinished';
