/**
 * The most reports that one person may open within a day, of those not with them, before the reserve is told. A unit
 * like Gwent's gets about six new reports a working day: this is four days' worth.
 */
export const maxOpeningsPerDay = 25;
