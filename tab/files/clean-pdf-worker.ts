import { handleCleanRequests } from './handle-clean-requests.ts';
import { AnnotationMode, getDocument, type PdfDocument, type PdfPage } from 'pdfjs-dist/build/pdf.mjs';
import { fileLimits } from '../../core/model/file-limits.ts';
import {
  type CopyInMemory,
  parseMetadataDay,
  type PlainMetadataKind,
  FileRefusalError,
  type MetadataItem,
} from './clean-copy.ts';
import { encodeJpeg } from './clean-picture.ts';
import { createPicturePdf, type PdfPageImage } from './picture-pdf.ts';
import { isWithinPictureLimits, maxPixels, readPictureSize } from './picture-header.ts';
import dingbats from 'pdfjs-dist/standard_fonts/FoxitDingbats.pfb?url';
import fixed from 'pdfjs-dist/standard_fonts/FoxitFixed.pfb?url';
import fixedBold from 'pdfjs-dist/standard_fonts/FoxitFixedBold.pfb?url';
import fixedBoldItalic from 'pdfjs-dist/standard_fonts/FoxitFixedBoldItalic.pfb?url';
import fixedItalic from 'pdfjs-dist/standard_fonts/FoxitFixedItalic.pfb?url';
import serif from 'pdfjs-dist/standard_fonts/FoxitSerif.pfb?url';
import serifBold from 'pdfjs-dist/standard_fonts/FoxitSerifBold.pfb?url';
import serifBoldItalic from 'pdfjs-dist/standard_fonts/FoxitSerifBoldItalic.pfb?url';
import serifItalic from 'pdfjs-dist/standard_fonts/FoxitSerifItalic.pfb?url';
import symbol from 'pdfjs-dist/standard_fonts/FoxitSymbol.pfb?url';
import sansBold from 'pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf?url';
import sansBoldItalic from 'pdfjs-dist/standard_fonts/LiberationSans-BoldItalic.ttf?url';
import sansItalic from 'pdfjs-dist/standard_fonts/LiberationSans-Italic.ttf?url';
import sans from 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf?url';
import { readAscii, hasBytes, toDataView } from './sniff-file-type.ts';

handleCleanRequests((_type, bytes, say) => cleanPdf(bytes, (number, of) => say({ candour: 'page', number, of })));

import 'pdfjs-dist/build/pdf.worker.mjs';

const maxPages = 100;
const pdfOverheadBytes = 1_000;
const maxSide = 2_600;
const pointsPerInch = 72;
const qualitySteps = [
  [150, 0.85],
  [150, 0.7],
  [120, 0.65],
  [96, 0.6],
  [80, 0.5],
] as const;

const isComment = (subtype: string | undefined): boolean =>
  subtype !== undefined && !['Link', 'Widget', 'Popup'].includes(subtype);

async function renderPdfPage(page: PdfPage, maxBytes: number): Promise<PdfPageImage> {
  const paper = page.getViewport({ scale: 1 });
  if (!(paper.width >= 1 && paper.height >= 1)) throw new FileRefusalError('damaged');
  for (const [dots, quality] of qualitySteps) {
    const scale = Math.min(dots / pointsPerInch, maxSide / Math.max(paper.width, paper.height));
    const viewport = page.getViewport({ scale });
    const width = Math.max(1, Math.ceil(viewport.width));
    const height = Math.max(1, Math.ceil(viewport.height));
    const canvas = new OffscreenCanvas(width, height);
    const drawing = { canvas, viewport, intent: 'print', background: 'white' } as const;
    await page.render({ ...drawing, annotationMode: AnnotationMode.ENABLE }).promise;
    const jpeg = await encodeJpeg(canvas, quality);
    if (jpeg.length <= maxBytes) return { jpeg, width, height, paper: { width: paper.width, height: paper.height } };
  }
  throw new FileRefusalError('copyTooLarge');
}

function loadPdf(bytes: Uint8Array): Promise<PdfDocument> {
  return getDocument({
    // The library detaches its input.
    data: bytes.slice(),
    useWasm: false,
    wasmUrl: new URL('./', globalThis.location.href).href,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    isOffscreenCanvasSupported: true,
    isImageDecoderSupported: false,
    maxImageSize: maxPixels,
    canvasMaxAreaInBytes: maxPixels * 4,
    verbosity: 0,
    CanvasFactory: OffscreenCanvasFactory,
    FilterFactory: NoFilterFactory,
    BinaryDataFactory: FontDataFactory,
  }).promise.catch((error: unknown) => {
    throw new FileRefusalError(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged');
  });
}

/**
 * Renders a PDF's pages as pictures: the copy has no text, names, scripts, attachments or earlier versions. Throws
 * FileRefusalError.
 */
async function cleanPdf(
  bytes: Uint8Array<ArrayBuffer>,
  onPage: (number: number, of: number) => void,
): Promise<CopyInMemory> {
  if (await isDecompressionBomb(bytes)) throw new FileRefusalError('unfolds');
  const pdf = await loadPdf(bytes);
  if (pdf.numPages > maxPages) throw new FileRefusalError('tooManyPages');
  const renderedPages: PdfPageImage[] = [];
  let left = fileLimits.bytes - pdfOverheadBytes * (pdf.numPages + 1);
  let comments = false;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    onPage(number, pdf.numPages);
    const page = await pdf.getPage(number).catch(() => {
      throw new FileRefusalError('damaged');
    });
    const annotations = await page.getAnnotations({ intent: 'any' }).catch(() => []);
    comments ||= annotations.some(({ subtype }) => isComment(subtype));
    const one = await renderPdfPage(page, Math.floor(left / (pdf.numPages - number + 1)));
    left -= one.jpeg.length;
    renderedPages.push(one);
    page.cleanup();
  }
  if (renderedPages.length === 0) throw new FileRefusalError('damaged');
  return {
    type: 'application/pdf',
    content: createPicturePdf(renderedPages),
    pages: renderedPages.map(({ jpeg }) => new Uint8Array(jpeg)),
    metadata: await readPdfMetadata(pdf, bytes, comments),
    sourceType: 'application/pdf',
  };
}

const decoder = new TextDecoder('latin1');

function hasEarlierVersions(bytes: Uint8Array): boolean {
  const text = decoder.decode(bytes);
  const endings = text.split('startxref').length - 1;
  return endings > (text.slice(0, 2_048).includes('/Linearized') ? 2 : 1);
}

const isNonEmpty = (value: ReadonlyMap<string, unknown> | null): boolean => value !== null && value.size > 0;
function getInfoText(info: object, name: string): string {
  const value: unknown = Object.entries(info).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value.trim() : '';
}

/** Leaves out metadata that it cannot read; throws nothing. */
async function readPdfMetadata(
  pdf: PdfDocument,
  bytes: Uint8Array,
  comments: boolean,
): Promise<readonly MetadataItem[]> {
  const nothing = () => null;
  const metadata = await pdf.getMetadata().catch(nothing);
  const info = metadata?.info ?? {};
  const [attachments, scripts, fields] = await Promise.all([
    pdf.getAttachments().catch(nothing),
    pdf.hasJSActions().catch(() => false),
    pdf.getFieldObjects().catch(nothing),
  ]);
  const day = parseMetadataDay(getInfoText(info, 'CreationDate')) ?? parseMetadataDay(getInfoText(info, 'ModDate'));
  const plain: readonly (readonly [PlainMetadataKind, boolean])[] = [
    ['person', getInfoText(info, 'Author') !== ''],
    ['program', getInfoText(info, 'Creator') !== '' || getInfoText(info, 'Producer') !== ''],
    ['words', ['Title', 'Subject', 'Keywords'].some((name) => getInfoText(info, name) !== '')],
    ['attachments', isNonEmpty(attachments)],
    ['scripts', scripts],
    ['comments', comments],
    ['formFields', isNonEmpty(fields)],
    ['versions', hasEarlierVersions(bytes)],
  ];
  return [
    ...(day === undefined ? [] : [{ kind: 'day' as const, day }]),
    ...plain.flatMap(([kind, isPresent]): MetadataItem[] => (isPresent ? [{ kind }] : [])),
  ];
}

const fonts = new Map([
  ['FoxitDingbats.pfb', dingbats],
  ['FoxitFixed.pfb', fixed],
  ['FoxitFixedBold.pfb', fixedBold],
  ['FoxitFixedBoldItalic.pfb', fixedBoldItalic],
  ['FoxitFixedItalic.pfb', fixedItalic],
  ['FoxitSerif.pfb', serif],
  ['FoxitSerifBold.pfb', serifBold],
  ['FoxitSerifBoldItalic.pfb', serifBoldItalic],
  ['FoxitSerifItalic.pfb', serifItalic],
  ['FoxitSymbol.pfb', symbol],
  ['LiberationSans-Bold.ttf', sansBold],
  ['LiberationSans-BoldItalic.ttf', sansBoldItalic],
  ['LiberationSans-Italic.ttf', sansItalic],
  ['LiberationSans-Regular.ttf', sans],
]);

/** Gives the library fonts of the page's own server only: no name in a PDF leads to an address. */
class FontDataFactory {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const address = kind === 'standardFontDataUrl' ? fonts.get(filename) : undefined;
    if (address === undefined) throw new Error('there is no such part');
    const answer = await fetch(address);
    if (!answer.ok) throw new Error('a font is missing');
    return new Uint8Array(await answer.arrayBuffer());
  }
}

interface CanvasAndContext {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

class OffscreenCanvasFactory {
  create(width: number, height: number): CanvasAndContext {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }
  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    if (canvas === null) return;
    canvas.width = width;
    canvas.height = height;
  }
  destroy(its: CanvasAndContext): void {
    its.canvas = null;
    its.context = null;
  }
  getNoAlphaContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D | null {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  }
}

class NoFilterFactory {
  addFilter(): string {
    return 'none';
  }
  addHCMFilter(): string {
    return 'none';
  }
  addAlphaFilter(): string {
    return 'none';
  }
  addLuminosityFilter(): string {
    return 'none';
  }
  addKnockoutFilter(): string {
    return 'none';
  }
  addHighlightHCMFilter(): string {
    return 'none';
  }
  addSelectionHCMFilter(): string {
    return 'none';
  }
  addSelectionFilter(): string {
    return 'none';
  }
  createSelectionStyle(): null {
    return null;
  }
  destroy(): void {}
}

/** Bytes of one stream: a picture of the most pixels, at three bytes each. */
const maxInflatedBytes = 200_000_000;
const maxLegacyFilterBytes = 262_144;
const maxInflateDepth = 2;

const streamStart = [...new TextEncoder().encode('stream')];
const streamEnd = [...new TextEncoder().encode('endstream')];

function indexOfBytes(bytes: Uint8Array, sought: readonly number[], from: number): number {
  const first = sought[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (hasBytes(bytes, at, sought)) return at;
  }
  return -1;
}

function trimLineEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = end;
  if (at > from && bytes[at - 1] === 0x0a) at -= 1;
  if (at > from && bytes[at - 1] === 0x0d) at -= 1;
  return at;
}

function* iterateStreams(
  bytes: Uint8Array,
): Generator<{ readonly dict: string; readonly data: Uint8Array<ArrayBuffer> }> {
  for (let at = indexOfBytes(bytes, streamStart, 0); at !== -1; ) {
    const isEnd = hasBytes(bytes, at - 3, streamEnd);
    let from = at + streamStart.length;
    if (bytes[from] === 0x0d) from += 1;
    if (bytes[from] === 0x0a) from += 1;
    if (!isEnd) {
      const end = indexOfBytes(bytes, streamEnd, from);
      const data = new Uint8Array(bytes.subarray(from, end === -1 ? bytes.length : trimLineEnd(bytes, from, end)));
      const before = Math.max(0, at - 2_000);
      yield { dict: readAscii(bytes, before, at - before), data };
    }
    at = indexOfBytes(bytes, streamStart, from);
  }
}

const isZlib = (bytes: Uint8Array): boolean => {
  const [one = 0, two = 0] = bytes;
  return (one & 0x0f) === 8 && one >> 4 <= 7 && (one * 256 + two) % 31 === 0;
};

interface InflateResult {
  readonly isTooLarge: boolean;
  readonly head: Uint8Array<ArrayBuffer>;
  readonly failedAt: number | undefined;
}
const chunkBytes = 65_536;

async function inflateOnce(
  data: Uint8Array<ArrayBuffer>,
  headBytes: number,
  bytewiseFrom: number,
): Promise<InflateResult> {
  const inflater = new DecompressionStream('deflate');
  const writer = inflater.writable.getWriter();
  const reader = inflater.readable.getReader();
  const head = new Uint8Array(headBytes);
  const state: { length: number; brokeAt: number | undefined } = { length: 0, brokeAt: undefined };
  const reading = (async () => {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      if (state.length < headBytes) head.set(step.value.subarray(0, headBytes - state.length), state.length);
      state.length += step.value.length;
    }
  })().catch(() => undefined);
  const isTooMuch = (): boolean => state.length > maxInflatedBytes;
  for (let at = 0; at < data.length && !isTooMuch() && state.brokeAt === undefined; ) {
    const end = at < bytewiseFrom ? Math.min(at + chunkBytes, bytewiseFrom) : at + 1;
    const from = at;
    await writer.write(data.subarray(from, end)).catch(() => {
      state.brokeAt = from;
    });
    at = end;
  }
  await (isTooMuch() ? writer.abort() : writer.close()).catch(() => undefined);
  await reading;
  return { isTooLarge: isTooMuch(), head: head.slice(0, state.length), failedAt: state.brokeAt };
}

async function inflate(data: Uint8Array<ArrayBuffer>, headBytes: number): Promise<InflateResult> {
  const once = await inflateOnce(data, headBytes, data.length);
  return once.failedAt === undefined ? once : inflateOnce(data, headBytes, once.failedAt);
}

function isHugePicture(data: Uint8Array): boolean {
  if (hasBytes(data, 0, [0xff, 0xd8, 0xff])) {
    const size = readPictureSize('image/jpeg', data);
    return size !== undefined && !isWithinPictureLimits(size);
  }
  const from = indexOfBytes(data.subarray(0, 4_096), [0xff, 0x4f, 0xff, 0x51], 0);
  if (from === -1 || from + 16 > data.length) return false;
  const view = toDataView(data);
  return !isWithinPictureLimits({ width: view.getUint32(from + 8), height: view.getUint32(from + 12) });
}

async function isStreamBomb(data: Uint8Array<ArrayBuffer>, depth: number): Promise<boolean> {
  if (isHugePicture(data)) return true;
  if (!isZlib(data)) return false;
  if (depth > maxInflateDepth) return true;
  const inflated = await inflate(data, 4_000_000);
  return inflated.isTooLarge || isStreamBomb(inflated.head, depth + 1);
}

/** Finds, before anything opens it and without storing it unpacked, whether something in a PDF would become far larger. */
async function isDecompressionBomb(bytes: Uint8Array): Promise<boolean> {
  for (const { dict, data } of iterateStreams(bytes)) {
    if (/LZW|RunLength/u.test(dict.slice(dict.lastIndexOf('obj') + 1)) && data.length > maxLegacyFilterBytes)
      return true;
    if (await isStreamBomb(data, 0)) return true;
  }
  return false;
}
