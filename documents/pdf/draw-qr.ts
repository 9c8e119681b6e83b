import { encodeQR } from 'qr';
import { margin, type PdfBuilder } from './pdf-builder.ts';

export interface QrCode {
  readonly address: string;
  readonly alternative: string;
  /** In points, with the quiet zone. */
  readonly side: number;
}

/** The quiet zone in modules: ISO/IEC 18004. */
const quietZone = 4;

/** Error correction Q: a quarter of the code may be dirty or torn. */
export function drawQr({ pdf, add, ensureSpace }: PdfBuilder, { address, alternative, side }: QrCode): void {
  const rows = encodeQR(address, 'raw', { ecc: 'quartile', border: quietZone });
  const module = side / rows.length;
  ensureSpace(side);
  const top = pdf.y;
  const bbox = [margin, top, margin + side, top + side] as const;
  add(
    pdf.struct('Figure', { alt: alternative, bbox, placement: 'Block' }, () => {
      // White on any paper: a reader needs dark on light.
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
