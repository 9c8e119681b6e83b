import boldAddress from 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf?url';
import regularAddress from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf?url';
import type { PdfFonts } from '../../documents/pdf/pdf-builder.ts';

async function fetchFont(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error('a font is missing');
  return new Uint8Array(await answer.arrayBuffer());
}

/** From the page's own server; DejaVu has every letter of Welsh. Throws if one does not come. */
export async function loadPdfFonts(): Promise<PdfFonts> {
  const [regular, bold] = await Promise.all([fetchFont(regularAddress), fetchFont(boldAddress)]);
  return { regular, bold };
}
