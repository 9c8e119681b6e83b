/**
 * As many reports that are not with someone as they may open within a day before the reserve is told. The whole of a unit
 * like Gwent's gets about six new reports a working day: this is four days' worth, and far below all cases.
 */
export const mostOpenings = 25;
