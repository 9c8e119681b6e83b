import type { PdfFonts } from '../../documents/pdf/pdf-builder.ts';
import { renderCasePdf, type CasePdfContent } from './case-pdf.ts';

// Keeps the page responsive; its words end with it. A rejection would reach no one, so it sends a failure.
globalThis.addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly text: CasePdfContent; readonly fonts: PdfFonts }>) => {
    const say = (pdf: Uint8Array | undefined) => globalThis.postMessage(pdf, {});
    void renderCasePdf(data.text, data.fonts).then(say, () => say(undefined));
  },
);
