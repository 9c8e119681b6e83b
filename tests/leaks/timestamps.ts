const hourMs = 3_600_000;
const written =
  /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?|(?<!\d)\d{10}(?:\d{3})?(?!\d)/gu;

/** A stretch of time in which somebody did something. */
export interface TimeRange {
  readonly from: Date;
  readonly to: Date;
}

function instantOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text) * (text.length === 10 ? 1_000 : 1);
  return Date.parse(/Z|[+-]\d{2}:?\d{2}$/u.test(text.slice(10)) ? text : `${text}Z`);
}

/**
 * The instants in a text that lie within a stretch and are finer than a full hour: in ISO 8601, with or without a
 * zone, or as milliseconds or seconds since 1970.
 */
export const findPreciseTimestamps = (text: string, { from, to }: TimeRange): readonly string[] =>
  [...text.matchAll(written)]
    .map(([found]) => found)
    .filter((found) => {
      // Seconds and minutes are cut off, not rounded: an instant stands for all that begins with it.
      const instant = instantOf(found);
      return instant > from.getTime() - 60_000 && instant <= to.getTime() && instant % hourMs !== 0;
    });
