/** More than any script uses. */
const most = 8;
const many = new RegExp(`(\\p{M}{${most}})\\p{M}+`, 'gu');

/** Normalising sorts a letter's marks in quadratic time, while no one else is answered. */
export const withFewMarks = (text: string): string => text.replace(many, '$1');
