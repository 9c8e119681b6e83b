import { margin, type OpenPdf } from './open-pdf.ts';

/** How far the lines stand apart, for a hand that writes on them. */
const apart = 24;

/** How much room so many lines to write on take. */
export const roomOfRules = (count: number): number => apart * count;

/** Draws lines to write on, beneath all that was drawn. They are not read aloud. Those without room go on the next page. */
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
