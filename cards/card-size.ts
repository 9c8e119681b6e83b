import type { Page } from './page.ts';

/** In UTF-16 units: nine tenths of what Teams recommends for a message. */
export const maxCardSize = 36_000;

export interface Truncation {
  readonly id: string;
  readonly value: string;
  readonly by: number;
}

const frameSizes = {
  card: 250,
  button: 50,
  callout: 80,
  line: 66,
  reference: 200,
  section: 40,
  heading: 80,
  link: 70,
  answer: 100,
  field: 150,
  figure: 250,
  table: 820,
  reveal: 350,
  revealed: 60,
};

/** Twice, in the longer language. */
const truncationNoticeSize = 1_000;

const jsonSize = (value: unknown): number => JSON.stringify(value).length;

/** The size of a page as a card, in UTF-16 units: never too small, rarely a tenth too large. */
export function estimateCardSize(page: Page): number {
  const {
    callouts = [],
    references = [],
    sections = [],
    parts = [],
    fields = [],
    tables = [],
    figures = [],
    trends = [],
    reveals = [],
  } = page;
  const answers = [...(page.answers ?? []), ...parts.flatMap((part) => part.answers)];
  const links = [...callouts, ...sections].reduce((sum, part) => sum + (part.links?.length ?? 0), 0);
  const buttons = page.actions.length + (page.links?.length ?? 0) + parts.flatMap((part) => part.actions).length;
  const lines = [...callouts, ...sections]
    .map(({ text }) => text.length)
    .concat(callouts.map(({ words = [] }) => words.length))
    .concat(answers.map((answer) => answer.lines.length))
    .reduce((sum, length) => sum + length, 0);
  return (
    jsonSize(page) +
    frameSizes.card +
    frameSizes.button * buttons +
    frameSizes.callout * callouts.length +
    frameSizes.line * lines +
    frameSizes.reference * references.length +
    frameSizes.section * sections.length +
    frameSizes.heading * sections.filter(({ heading }) => heading !== undefined).length +
    frameSizes.link * links +
    frameSizes.answer * (answers.length + parts.length) +
    fields.reduce((sum, { problems }) => sum + frameSizes.field + 120 * problems.length, 0) +
    frameSizes.table * tables.length +
    5 * jsonSize(tables.map(({ columns, rows }) => [columns, rows])) +
    frameSizes.line * tables.reduce((sum, { notes }) => sum + notes.length, 0) +
    frameSizes.figure * (figures.length + trends.length) +
    // Each reveal names all of them, to show its own and hide the others.
    frameSizes.reveal * reveals.length +
    frameSizes.revealed * reveals.length ** 2
  );
}

/** Together at most `together`; shorter texts stay whole. */
function fairShare(sizes: readonly number[], together: number): number {
  let left = together;
  const ascending = sizes.toSorted((one, other) => one - other);
  for (const [place, size] of ascending.entries()) {
    const share = Math.floor(left / (sizes.length - place));
    if (size > share) return share;
    left -= size;
  }
  return Infinity;
}

/** Empty if the page fits. Only typed words are cut, and the page must then say so. */
export function getTruncations(page: Page): readonly Truncation[] {
  const texts = (page.fields ?? []).filter(({ input }) => input.kind === 'text');
  const sizes = texts.map(({ value }) => textSize(value));
  const together = sizes.reduce((sum, size) => sum + size, 0);
  if (together < 4_000) return [];
  const over = estimateCardSize(page) - maxCardSize;
  if (over <= 0) return [];
  const share = fairShare(sizes, Math.max(0, together - over - truncationNoticeSize * texts.length));
  return texts.flatMap(({ id, value }, place) => {
    if ((sizes[place] ?? 0) <= share) return [];
    const left = truncateToSize(value, share);
    return [{ id, value: left, by: value.length - left.length }];
  });
}

/** Returns a page that fits on a card. `make` is called without cuts, then with the cuts that it must mention. */
export function fitToCard(make: (cuts: readonly Truncation[]) => Page): Page {
  const page = make([]);
  const cuts = getTruncations(page);
  return cuts.length === 0 ? page : make(cuts);
}

const maxPartSize = 1_500;

/** Cuts a line into parts of at most `maxSize` as JSON, at a space if there is one, and never inside a character. */
export function splitLine(line: string, maxSize = maxPartSize): readonly string[] {
  const fits = truncateToSize(line, maxSize);
  if (fits === line) return [line];
  const space = fits.lastIndexOf(' ');
  const at = space > 0 ? space + 1 : fits.length;
  return [line.slice(0, at), ...splitLine(line.slice(at), maxSize)];
}

/** In UTF-16 units of JSON. */
const textSize = (text: string): number => JSON.stringify(text).length - 2;

/** The longest beginning that takes at most `room` as JSON, never ending in half a character. */
function truncateToSize(text: string, room: number): string {
  if (textSize(text) <= room) return text;
  let [fits, over] = [0, Math.min(text.length, room + 1)];
  while (over - fits > 1) {
    const half = Math.floor((fits + over) / 2);
    if (textSize(text.slice(0, half)) <= room) fits = half;
    else over = half;
  }
  return text.slice(0, /[\uD800-\uDBFF]/u.test(text.charAt(fits - 1)) ? fits - 1 : fits);
}
