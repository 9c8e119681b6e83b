import { readFile } from 'node:fs/promises';
import type { PdfFonts } from '../../documents/pdf/pdf-document.ts';

const fontNamed = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))));

/** Fonts with every letter of Welsh. */
export async function pdfFonts(): Promise<PdfFonts> {
  const [regular, bold] = await Promise.all([fontNamed('DejaVuSans'), fontNamed('DejaVuSans-Bold')]);
  return { regular, bold };
}
