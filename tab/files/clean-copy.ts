import type { FileContent } from '../../core/model/file-content.ts';
import type { FileType, OriginalFileType } from '../../core/model/file-limits.ts';

interface CopyDescription {
  readonly type: FileType;
  readonly pages: readonly Uint8Array<ArrayBuffer>[];
  readonly metadata: readonly MetadataItem[];
  readonly sourceType: OriginalFileType;
  /** Charts, shapes or drawings of the document are not in the copy. */
  readonly hasDrawings?: boolean;
  /**
   * Seconds of a recording that it hid and its copy shows, since an app that cuts one may leave in it what was cut. The
   * person must play the copy before it is sent.
   */
  readonly uncoveredSeconds?: number;
}

export interface CleanCopy extends CopyDescription {
  readonly content: FileContent;
  /** The content again, if it is small enough to be in memory. */
  readonly preview: Uint8Array<ArrayBuffer> | undefined;
  /** The document's pictures, which are added as a file of their own. */
  readonly pictures?: CleanCopy;
}

/** As a worker posts it. */
export interface CopyInMemory extends CopyDescription {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly pictures?: CopyInMemory;
}

export type CleanWorkerMessage =
  | { readonly candour: 'page'; readonly number: number; readonly of: number }
  | { readonly candour: 'copy'; readonly copy: CopyInMemory }
  | { readonly candour: 'refused'; readonly why: FileRefusal };

/** Metadata of a file, from a closed list. Only a day and a device keep the file's own words. */
export type MetadataItem =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'device'; readonly device: string }
  | { readonly kind: PlainMetadataKind };

const plainMetadataKinds = [
  'place',
  'person',
  'serial',
  'program',
  'words',
  'thumbnail',
  'makerNotes',
  'moves',
  'attachments',
  'scripts',
  'comments',
  'formFields',
  'versions',
  'unseenSigns',
  'hiddenText',
  'links',
  'tracks',
] as const;
export type PlainMetadataKind = (typeof plainMetadataKinds)[number];

const maxDeviceLength = 60;

/** A device's name in letters and numbers, shortened; `undefined` if none are left. */
export function deviceName(text: string): string | undefined {
  const shown = text
    .replaceAll(/[^\p{L}\p{N} .,'()+/_-]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, maxDeviceLength)
    .trim();
  return shown === '' ? undefined : shown;
}

/** A day as cameras (`2026:11:25 10:00:00`) or PDFs (`D:20261125…`) write it, as `2026-11-25`. */
export function parseMetadataDay(text: string): string | undefined {
  const [, year, month, day] = /^(?:D:)?(\d{4})[-:]?(\d{2})[-:]?(\d{2})/u.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const time = new Date(`${year}-${month}-${day}T12:00:00Z`);
  if (Number.isNaN(time.getTime()) || time.getUTCDate() !== Number(day) || Number(year) < 1970) return undefined;
  return `${year}-${month}-${day}`;
}

/**
 * `office`: Excel, an older Word or the like; `otherRecording`: video or sound in a form that is not copied; `heic`: not opened by the browser, or not by
 * libheif; `unfolds`: small, but would become very large; `noRoomForPictures`: only its words would fit; `notLoaded`: the
 * part that opens it did not load; `changed`: it changed, or can no longer be read, since it was chosen.
 */
const fileRefusals = [
  'empty',
  'tooLarge',
  'tooMany',
  'office',
  'otherRecording',
  'heic',
  'unknown',
  'tooManyPixels',
  'damaged',
  'locked',
  'tooManyPages',
  'unfolds',
  'tooLong',
  'copyTooLarge',
  'overLimit',
  'secondVideo',
  'textTooLong',
  'noRoomForPictures',
  'notLoaded',
  'changed',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

export class FileRefusalError extends Error {
  readonly why: FileRefusal;
  constructor(why: FileRefusal) {
    super(why);
    this.why = why;
  }
}
