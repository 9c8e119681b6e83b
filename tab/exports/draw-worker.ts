import type { PdfFonts } from '../../pdf/open-pdf.ts';
import { casePdf, type PdfText } from './case-pdf.ts';

// Draws the PDF of a case beside the page, which goes on answering the person at it; it ends with the file, and the words
// with it. A rejection in a worker reaches no page, so that it says if it could not draw.
globalThis.addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly text: PdfText; readonly fonts: PdfFonts }>) => {
    const say = (pdf: Uint8Array | undefined) => globalThis.postMessage(pdf, {});
    void casePdf(data.text, data.fonts).then(say, () => say(undefined));
  },
);
