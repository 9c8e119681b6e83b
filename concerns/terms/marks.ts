/**
 * The marks that can be set beside words that are added to a report: somebody is at risk now, the person was treated worse
 * because they reported, it may concern the unit.
 */
export const marks = ['risk', 'worse', 'unit'] as const;
export type Mark = (typeof marks)[number];

const isMark = (text: string): text is Mark => marks.some((mark) => mark === text);

/** The marks in a choice as a client sends it, with commas between them; `undefined` where something else stands in it. */
export function marksIn(choice: string): readonly Mark[] | undefined {
  const chosen = choice.split(',').filter((one) => one !== '');
  return chosen.every(isMark) ? marks.filter((mark) => chosen.includes(mark)) : undefined;
}
