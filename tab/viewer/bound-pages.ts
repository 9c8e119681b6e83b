import { bindPages, type DrawnPage } from '../files/picture-pdf.ts';

/** Bytes, more than stand before a page's picture and before the first page. */
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
