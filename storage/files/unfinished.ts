/** Where a part is written before it has its name. No case has such a reference. */
export const unfinished = 'unfinished';
