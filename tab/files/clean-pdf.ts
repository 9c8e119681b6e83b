import 'pdfjs-dist/build/pdf.worker.mjs';
import { AnnotationMode, getDocument, type PdfDocument, type PdfPage } from 'pdfjs-dist/build/pdf.mjs';
import { fileLimits } from '../../concerns/terms/files.ts';
import type { CleanCopy } from './clean-copy.ts';
import { jpegOf } from './clean-picture.ts';
import { PdfCanvases, PdfFiles, PdfFilters } from './pdf-parts.ts';
import { pdfTells } from './pdf-tells.ts';
import { bindPages, type DrawnPage } from './picture-pdf.ts';
import { mostPixels } from './picture-size.ts';
import { RefusedFile } from './refused.ts';
import { unfolds } from './unfolds.ts';

const mostPages = 100;
const bindingBytes = 1_000;
const longestSide = 2_600;
const pointsAnInch = 72;
/** Dots per inch and quality, tried in turn until a page fits. */
const tries = [
  [150, 0.85],
  [150, 0.7],
  [120, 0.65],
  [96, 0.6],
  [80, 0.5],
] as const;

const isComment = (subtype: string | undefined): boolean =>
  subtype !== undefined && !['Link', 'Widget', 'Popup'].includes(subtype);

async function drawPage(page: PdfPage, most: number): Promise<DrawnPage> {
  const paper = page.getViewport({ scale: 1 });
  if (!(paper.width >= 1 && paper.height >= 1)) throw new RefusedFile('damaged');
  for (const [dots, quality] of tries) {
    const scale = Math.min(dots / pointsAnInch, longestSide / Math.max(paper.width, paper.height));
    const viewport = page.getViewport({ scale });
    const width = Math.max(1, Math.ceil(viewport.width));
    const height = Math.max(1, Math.ceil(viewport.height));
    const canvas = new OffscreenCanvas(width, height);
    const drawing = { canvas, viewport, intent: 'print', background: 'white' } as const;
    await page.render({ ...drawing, annotationMode: AnnotationMode.ENABLE }).promise;
    const jpeg = await jpegOf(canvas, quality);
    if (jpeg.length <= most) return { jpeg, width, height, paper: { width: paper.width, height: paper.height } };
  }
  throw new RefusedFile('copyTooLarge');
}

function open(bytes: Uint8Array): Promise<PdfDocument> {
  return getDocument({
    // The library takes what it is given.
    data: bytes.slice(),
    useWasm: false,
    wasmUrl: new URL('./', globalThis.location.href).href,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    isOffscreenCanvasSupported: true,
    isImageDecoderSupported: false,
    maxImageSize: mostPixels,
    canvasMaxAreaInBytes: mostPixels * 4,
    verbosity: 0,
    CanvasFactory: PdfCanvases,
    FilterFactory: PdfFilters,
    BinaryDataFactory: PdfFiles,
  }).promise.catch((error: unknown) => {
    throw new RefusedFile(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged');
  });
}

/**
 * The pages of a PDF, drawn and bound anew as pictures: no text, names, scripts, attachments or earlier versions are in
 * the copy. Throws RefusedFile.
 */
export async function cleanPdf(
  bytes: Uint8Array<ArrayBuffer>,
  onPage: (number: number, of: number) => void,
): Promise<CleanCopy> {
  if (await unfolds(bytes)) throw new RefusedFile('unfolds');
  const pdf = await open(bytes);
  if (pdf.numPages > mostPages) throw new RefusedFile('tooManyPages');
  const drawn: DrawnPage[] = [];
  let left = fileLimits.bytes - bindingBytes * (pdf.numPages + 1);
  let comments = false;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    onPage(number, pdf.numPages);
    const page = await pdf.getPage(number).catch(() => {
      throw new RefusedFile('damaged');
    });
    const beside = await page.getAnnotations({ intent: 'any' }).catch(() => []);
    comments ||= beside.some(({ subtype }) => isComment(subtype));
    const one = await drawPage(page, Math.floor(left / (pdf.numPages - number + 1)));
    left -= one.jpeg.length;
    drawn.push(one);
    page.cleanup();
  }
  if (drawn.length === 0) throw new RefusedFile('damaged');
  return {
    type: 'application/pdf',
    content: bindPages(drawn),
    pages: drawn.map(({ jpeg }) => new Uint8Array(jpeg)),
    tells: await pdfTells(pdf, bytes, comments),
    was: 'application/pdf',
  };
}
