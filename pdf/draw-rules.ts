import { margin, type OpenPdf } from './open-pdf.ts';

/** In points, for handwriting. */
const apart = 24;

export const roomOfRules = (count: number): number => apart * count;

/** Lines to write on, not read aloud. Those without room go on the next page. */
export function drawRules({ pdf, makeRoom }: OpenPdf, count: number): void {
  for (let place = 0; place < count; place += 1) {
    makeRoom(apart);
    pdf.y += apart;
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf
      .moveTo(margin, pdf.y)
      .lineTo(pdf.page.width - margin, pdf.y)
      .lineWidth(0.5)
      .stroke('#888888');
    pdf.endMarkedContent();
  }
}
