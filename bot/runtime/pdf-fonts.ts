import { readFile } from 'node:fs/promises';
import type { PdfFonts } from '../../documents/pdf/pdf-builder.ts';

const readFont = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))));

/** Have every letter of Welsh. */
export async function readPdfFonts(): Promise<PdfFonts> {
  const [regular, bold] = await Promise.all([readFont('DejaVuSans'), readFont('DejaVuSans-Bold')]);
  return { regular, bold };
}
