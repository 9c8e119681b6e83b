/**
 * Everything that a file says beside what is seen of it, from a closed list. Only a day and the name of a device are said in the
 * file's own words: the rest is named, and not repeated.
 */
export type Tell =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'device'; readonly device: string }
  | { readonly kind: PlainTell };

const plainTells = [
  /** Where a photo was taken. */
  'place',
  /** A name: of who took it, wrote it or owns the device. */
  'person',
  /** The number of a camera or lens, by which other photos of it can be found. */
  'serial',
  /** The program that made or changed it. */
  'program',
  /** A title, a caption or keywords. */
  'words',
  /** A small picture of how it looked before it was cut or changed. */
  'thumbnail',
  /** Notes of a maker that nobody else can read. */
  'makerNotes',
  /** It moves, and the copy holds one picture of it. */
  'moves',
  'attachments',
  'scripts',
  'comments',
  'formFields',
  /** Pages as they were before the last change. */
  'versions',
  /** Signs in a text that nobody sees. */
  'unseenSigns',
] as const;
export type PlainTell = (typeof plainTells)[number];

/** As much of a device's name as is said: what a file holds is anybody's. */
const longestDevice = 60;

/** The name of a device as it is said: letters and numbers of its maker's, shortened. `undefined` where none are left. */
export function deviceName(text: string): string | undefined {
  const shown = text
    .replaceAll(/[^\p{L}\p{N} .,'()+/_-]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, longestDevice)
    .trim();
  return shown === '' ? undefined : shown;
}

/** A day as cameras write it (`2026:11:25 10:00:00`) or PDFs do (`D:20261125…`), as `2026-11-25`. */
export function dayIn(text: string): string | undefined {
  const [, year, month, day] = /^(?:D:)?(\d{4})[-:]?(\d{2})[-:]?(\d{2})/u.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const time = new Date(`${year}-${month}-${day}T12:00:00Z`);
  if (Number.isNaN(time.getTime()) || time.getUTCDate() !== Number(day) || Number(year) < 1970) return undefined;
  return `${year}-${month}-${day}`;
}
