import { isWithin, pictureSize } from '../../files/picture-size.ts';
import { sniff } from '../../files/sniff.ts';
import type { NotShown, ShownType } from './frame-messages.ts';
import { bindPages, type DrawnPage } from '../../files/picture-pdf.ts';

export type Drawing =
  | { readonly kind: 'picture'; readonly decode: () => Promise<ImageBitmap> }
  | { readonly kind: 'text'; readonly text: string };

type Drawings =
  | { readonly ok: true; readonly pages: readonly Drawing[] }
  | { readonly ok: false; readonly why: NotShown };

const pieceLength = 20_000;

const refused = (why: NotShown): Drawings => ({ ok: false, why });

function pictureOf(
  type: 'image/jpeg' | 'image/png' | 'image/webp',
  bytes: Uint8Array<ArrayBuffer>,
): Drawing | NotShown {
  const size = pictureSize(type, bytes);
  if (size === undefined) return 'damaged';
  if (!isWithin(size)) return 'tooLarge';
  return { kind: 'picture', decode: () => createImageBitmap(new Blob([bytes], { type })) };
}

/** Pieces that end with a line if one ends in time, and never within a character. */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + pieceLength);
    const line = text.lastIndexOf('\n', end - 1);
    if (end < text.length && line > at) end = line + 1;
    else if (end < text.length && /[\uD800-\uDBFF]/u.test(text.charAt(end - 1))) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces.length === 0 ? [''] : pieces;
}

function textOf(bytes: Uint8Array): Drawings {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, pages: piecesOf(text).map((piece) => ({ kind: 'text', text: piece })) };
  } catch {
    return refused('damaged');
  }
}

function pdfOf(bytes: Uint8Array<ArrayBuffer>): Drawings {
  const bound = boundPages(bytes);
  if (bound === undefined) return refused('notBound');
  const pages: Drawing[] = [];
  for (const { jpeg } of bound) {
    const picture = pictureOf('image/jpeg', new Uint8Array(jpeg));
    if (typeof picture === 'string') return refused(picture);
    pages.push(picture);
  }
  return { ok: true, pages };
}

/**
 * Checks a file's content, no matter who sealed it. Does not show a file of another kind than it says, one that would not
 * fit into memory, or a PDF that is more than pictures.
 */
export function drawingsOf(type: ShownType, bytes: Uint8Array<ArrayBuffer>): Drawings {
  const sniffed = sniff(bytes);
  if (sniffed.kind !== 'taken' || sniffed.type !== type) return refused('otherType');
  if (type === 'text/plain') return textOf(bytes);
  if (type === 'application/pdf') return pdfOf(bytes);
  const picture = pictureOf(type, bytes);
  return typeof picture === 'string' ? refused(picture) : { ok: true, pages: [picture] };
}

const longestPage = 2_000;
const longestHead = 40_000;
const mostPages = 500;

const ofPaper = /\/MediaBox \[0 0 (\d{1,6}\.\d\d) (\d{1,6}\.\d\d)\]/u;
const ofPicture = /\/Width (\d{1,6}) \/Height (\d{1,6}) [^>]{0,200}\/Length (\d{1,9}) >>\nstream\n/u;

const asText = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/**
 * The pictures of a PDF that our page bound; `undefined` for any other. Runs and looks up nothing in a PDF: what is
 * read is bound again, and must be the same to the byte.
 */
export function boundPages(bytes: Uint8Array): readonly DrawnPage[] | undefined {
  const count = Number(/\/Count (\d{1,3}) /u.exec(asText(bytes.subarray(0, longestHead)))?.[1]);
  if (!(count >= 1 && count <= mostPages)) return undefined;
  const pages: DrawnPage[] = [];
  let at = 0;
  while (pages.length < count) {
    const text = asText(bytes.subarray(at, at + (at === 0 ? longestHead : longestPage)));
    const paper = ofPaper.exec(text);
    const picture = ofPicture.exec(text);
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
  return isSame(bindPages(pages), bytes) ? pages : undefined;
}
