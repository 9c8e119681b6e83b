/**
 * In a day, of reports not assigned to them, before the reserve is notified. A unit like Gwent's gets about six new
 * ones a working day: this is four days' worth.
 */
export const maxOpeningsPerDay = 25;
