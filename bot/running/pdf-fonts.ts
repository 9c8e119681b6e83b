import { readFile } from 'node:fs/promises';
import type { PdfFonts } from '../../pdf/open-pdf.ts';

const fontNamed = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))));

/** The fonts of a PDF: they have every letter of Welsh. Read when they are asked for. Throws where one is missing. */
export async function pdfFonts(): Promise<PdfFonts> {
  const [regular, bold] = await Promise.all([fontNamed('DejaVuSans'), fontNamed('DejaVuSans-Bold')]);
  return { regular, bold };
}
