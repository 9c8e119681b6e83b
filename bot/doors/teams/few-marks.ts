/** More marks than any writing sets on one letter, and some for fun. */
const most = 8;
const many = new RegExp(`(\\p{M}{${most}})\\p{M}+`, 'gu');

/**
 * A text with a few marks on each of its letters and no more. To normalise it puts the marks on a letter in their order,
 * which takes as long as the square of how many there are, and nobody else is answered meanwhile.
 */
export const withFewMarks = (text: string): string => text.replace(many, '$1');
