import { encodeQR } from 'qr';
import { margin, type OpenPdf } from './open-pdf.ts';

/** An address as a code that a phone's camera reads. */
export interface QrCode {
  readonly address: string;
  /** The words in its place for whoever does not see it. */
  readonly alternative: string;
  /** How wide and how high it is, in points, with the white around it. */
  readonly side: number;
}

/** The white that a reader needs around a code, in modules: ISO/IEC 18004. */
const quiet = 4;

/** Draws a code beneath all that was drawn. A quarter of it can be dirty or torn and it is read all the same. */
export function drawQr({ pdf, add, makeRoom }: OpenPdf, { address, alternative, side }: QrCode): void {
  const rows = encodeQR(address, 'raw', { ecc: 'quartile', border: quiet });
  const module = side / rows.length;
  makeRoom(side);
  const top = pdf.y;
  const bbox = [margin, top, margin + side, top + side] as const;
  add(
    pdf.struct('Figure', { alt: alternative, bbox, placement: 'Block' }, () => {
      // White in any case: a reader wants dark on light, whatever the paper is.
      pdf.rect(margin, top, side, side).fill('#FFFFFF');
      for (const [y, row] of rows.entries())
        for (const [x, isDark] of row.entries())
          if (isDark) pdf.rect(margin + x * module, top + y * module, module, module);
      pdf.fill('#000000');
    }),
  );
  pdf.x = margin;
  pdf.y = top + side;
}
