import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';

const textOf = (stream: PDFObject | undefined): string => {
  if (!(stream instanceof PDFRawStream)) throw new Error('there is no stream');
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
};

const unicodeOf = (hexadecimal: string): string =>
  String.fromCharCode(...(hexadecimal.match(/.{4}/gu) ?? []).map((unit) => Number.parseInt(unit, 16)));

/** What the codes of a font stand for. */
function meanings(font: PDFDict): ReadonlyMap<string, string> {
  const map = textOf(font.lookup(PDFName.of('ToUnicode')));
  const pairs = map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gimu);
  return new Map([...pairs].map(([, code = '', meaning = '']) => [code.toUpperCase(), unicodeOf(meaning)]));
}

function contentsOf(contents: PDFObject | undefined): string {
  if (!(contents instanceof PDFArray)) return textOf(contents);
  return Array.from({ length: contents.size() }, (_, place) => textOf(contents.lookup(place))).join('\n');
}

/** The lines of each page of a PDF, as a reader that copies them finds them. */
export async function pdfWords(
  bytes: Uint8Array,
): Promise<{ readonly pdf: PDFDocument; readonly pages: readonly (readonly string[])[] }> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = pdf.getPages().map(({ node }) => {
    const fonts = node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
    let codes: ReadonlyMap<string, string> = new Map();
    const lines: string[] = [];
    for (const [, name, shown] of contentsOf(node.Contents()).matchAll(/\/(\S+) [\d.]+ Tf|<([0-9A-F]+)> Tj/giu)) {
      if (name !== undefined && fonts) codes = meanings(fonts.lookup(PDFName.of(name), PDFDict));
      if (shown === undefined) continue;
      lines.push((shown.match(/.{4}/gu) ?? []).map((code) => codes.get(code.toUpperCase()) ?? '?').join(''));
    }
    return lines;
  });
  return { pdf, pages };
}
