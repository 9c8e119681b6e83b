import { addWeeks, type Week } from '../concerns/terms/calendar.ts';

const weeksInBlock = 4;
const lastBlock = 13;

const numberOf = (week: Week): number => Number(week.slice(6));
const blockOf = (week: Week): number => Math.min(lastBlock, Math.ceil(numberOf(week) / weeksInBlock));

/**
 * The last whole block of weeks up to a week and with it: 1 to 4, 5 to 8 and so on, 49 to the end of the ISO year.
 * Blocks never overlap, so that no two of their totals can be subtracted.
 */
export function lastWholeBlock(upTo: Week): readonly Week[] {
  const isWhole = blockOf(addWeeks(upTo, 1)) !== blockOf(upTo);
  let week = upTo;
  if (!isWhole) while (blockOf(week) === blockOf(upTo)) week = addWeeks(week, -1);
  const block = [week];
  for (let before = addWeeks(week, -1); blockOf(before) === blockOf(week); before = addWeeks(before, -1)) {
    block.unshift(before);
  }
  return block;
}

/** The weeks up to a week and with it, the oldest first. */
export const weeksUpTo = (week: Week, weeks: number): readonly Week[] =>
  Array.from({ length: weeks }, (_, place) => addWeeks(week, place - weeks + 1));
