/**
 * Marks beside words added to a report: someone is at risk now, the reporter was treated worse, it may concern the
 * unit.
 */
export const marks = ['risk', 'worse', 'unit'] as const;
export type Mark = (typeof marks)[number];

const isMark = (text: string): text is Mark => marks.some((mark) => mark === text);

export function marksIn(choice: string): readonly Mark[] | undefined {
  const chosen = choice.split(',').filter((one) => one !== '');
  return chosen.every(isMark) ? marks.filter((mark) => chosen.includes(mark)) : undefined;
}
