import { isWithinPictureLimits, readPictureSize } from '../../files/picture-header.ts';
import { sniffFileType } from '../../files/sniff-file-type.ts';
import type { FileType, RecordingType } from '../../../core/model/file-limits.ts';
import type { DisplayProblem } from '../../files/viewer-frame-messages.ts';
import { createPicturePdf, type PdfPageImage } from '../../files/picture-pdf.ts';

export type PageContent =
  | { readonly kind: 'picture'; readonly decode: () => Promise<ImageBitmap> }
  | { readonly kind: 'text'; readonly text: string };

type PageContentsResult =
  | { readonly ok: true; readonly pages: readonly PageContent[] }
  | { readonly ok: false; readonly why: DisplayProblem };

const chunkLength = 20_000;

const refuse = (why: DisplayProblem): PageContentsResult => ({ ok: false, why });

function parsePicture(
  type: 'image/jpeg' | 'image/png' | 'image/webp',
  bytes: Uint8Array<ArrayBuffer>,
): PageContent | DisplayProblem {
  const size = readPictureSize(type, bytes);
  if (size === undefined) return 'damaged';
  if (!isWithinPictureLimits(size)) return 'tooLarge';
  return { kind: 'picture', decode: () => createImageBitmap(new Blob([bytes], { type })) };
}

/** Pieces that end with a line if one ends in time, and never within a character. */
export function splitText(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + chunkLength);
    const line = text.lastIndexOf('\n', end - 1);
    if (end < text.length && line > at) end = line + 1;
    else if (end < text.length && /[\uD800-\uDBFF]/u.test(text.charAt(end - 1))) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces.length === 0 ? [''] : pieces;
}

function parseText(bytes: Uint8Array): PageContentsResult {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, pages: splitText(text).map((piece) => ({ kind: 'text', text: piece })) };
  } catch {
    return refuse('damaged');
  }
}

function parsePdf(bytes: Uint8Array<ArrayBuffer>): PageContentsResult {
  const pageImages = parsePicturePdf(bytes);
  if (pageImages === undefined) return refuse('notBound');
  const pages: PageContent[] = [];
  for (const { jpeg } of pageImages) {
    const picture = parsePicture('image/jpeg', new Uint8Array(jpeg));
    if (typeof picture === 'string') return refuse(picture);
    pages.push(picture);
  }
  return { ok: true, pages };
}

/**
 * Checks a file's content, no matter who sealed it. Refuses another kind than it says, one that would not fit into
 * memory, or a PDF that is more than pictures.
 */
export function parsePageContents(
  type: Exclude<FileType, RecordingType>,
  bytes: Uint8Array<ArrayBuffer>,
): PageContentsResult {
  const sniffed = sniffFileType(bytes);
  if (sniffed.kind !== 'taken' || sniffed.type !== type) return refuse('otherType');
  if (type === 'text/plain') return parseText(bytes);
  if (type === 'application/pdf') return parsePdf(bytes);
  const picture = parsePicture(type, bytes);
  return typeof picture === 'string' ? refuse(picture) : { ok: true, pages: [picture] };
}

const maxPageBytes = 2_000;
const maxHeadBytes = 40_000;
const maxPages = 500;

const mediaBoxPattern = /\/MediaBox \[0 0 (\d{1,6}\.\d\d) (\d{1,6}\.\d\d)\]/u;
const imagePattern = /\/Width (\d{1,6}) \/Height (\d{1,6}) [^>]{0,200}\/Length (\d{1,9}) >>\nstream\n/u;

const decodeLatin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/**
 * The pictures of a PDF that our page bound; `undefined` for any other. Runs nothing in a PDF: binds the pictures
 * again, and the result must equal it to the byte.
 */
export function parsePicturePdf(bytes: Uint8Array): readonly PdfPageImage[] | undefined {
  const count = Number(/\/Count (\d{1,3}) /u.exec(decodeLatin1(bytes.subarray(0, maxHeadBytes)))?.[1]);
  if (!(count >= 1 && count <= maxPages)) return undefined;
  const pages: PdfPageImage[] = [];
  let at = 0;
  while (pages.length < count) {
    const text = decodeLatin1(bytes.subarray(at, at + (at === 0 ? maxHeadBytes : maxPageBytes)));
    const paper = mediaBoxPattern.exec(text);
    const picture = imagePattern.exec(text);
    if (paper === null || picture === null) return undefined;
    const from = at + picture.index + picture[0].length;
    const to = from + Number(picture[3]);
    if (to > bytes.length) return undefined;
    pages.push({
      jpeg: bytes.subarray(from, to),
      width: Number(picture[1]),
      height: Number(picture[2]),
      paper: { width: Number(paper[1]), height: Number(paper[2]) },
    });
    at = to;
  }
  return equalBytes(createPicturePdf(pages), bytes) ? pages : undefined;
}
