import { deflateSync } from 'node:zlib';

/** A PDF of these objects, numbered from 1, of which the first is its catalogue. */
export function createPdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let length = parts[0]?.length ?? 0;
  const places: number[] = [];
  const put = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    places.push(length);
    put(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  }
  const table = length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  put(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  put(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A stream as an object, packed where its dictionary says so. */
export const createPdfStream = (dict: string, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<< ${dict} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);

/** The page with a black picture as a fax machine packs one: it is drawn by what opens such pictures without WebAssembly. */
export const faxPage = (): Buffer =>
  createPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
    createPdfStream('', Buffer.from('q 100 0 0 100 0 0 cm /I Do Q')),
    // One bit for each row says that it is as the one before, and the first follows a white one; turned, all is black.
    createPdfStream(
      '/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 64 /EndOfBlock false >>',
      Buffer.alloc(8, 0xff),
    ),
  ]);

/** A PDF with words, names, an attachment, scripts, a comment, a form, hidden text, and a version from before. */
export function markedPdf(mark: string): Buffer {
  const content = `BT /F 24 Tf 20 700 Td (Seen) Tj 3 Tr (hidden ${mark}) Tj ET`;
  const first = createPdf(
    [
      '<< /Type /Catalog /Pages 2 0 R /OpenAction 7 0 R /Metadata 6 0 R /Names << /EmbeddedFiles << /Names [(a) 8 0 R] >> /JavaScript << /Names [(j) 7 0 R] >> >> /AcroForm << /Fields [11 0 R] >> >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> /Annots [10 0 R 11 0 R] >>',
      createPdfStream('/Filter /FlateDecode', deflateSync(Buffer.from(content))),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      createPdfStream('/Type /Metadata /Subtype /XML', Buffer.from(`<x:xmpmeta>${mark}</x:xmpmeta>`)),
      `<< /S /JavaScript /JS (app.alert\\("${mark}"\\)) >>`,
      `<< /Type /Filespec /F (${mark}.txt) /EF << /F 9 0 R >> >>`,
      createPdfStream('/Type /EmbeddedFile', Buffer.from(`attached ${mark}`)),
      `<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (comment ${mark}) /T (${mark}) >>`,
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (field) /V (typed) /Rect [50 50 150 70] /TU (${mark}) >>`,
      `<< /Author (${mark}) /Title (${mark}) /Producer (${mark}) /CreationDate (D:20261120211403Z) >>`,
    ],
    '/Info 12 0 R',
  );
  // Written over, as a program does that saves a change behind what stood: the earlier words are there still.
  const at = first.length;
  const update = `4 0 obj\n<< /Length 45 >>\nstream\n${'BT /F 24 Tf 20 700 Td (Seen again) Tj ET'.padEnd(45)}\nendstream\nendobj\n`;
  const before = first.lastIndexOf('xref', first.lastIndexOf('startxref') - 1);
  const table = `xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 13 /Root 1 0 R /Info 12 0 R /Prev ${before} >>\nstartxref\n${at + update.length}\n%%EOF\n`;
  return Buffer.concat([first, Buffer.from(update), Buffer.from(table)]);
}

/** A PDF of so many empty pages. */
export const createPdfWithPages = (count: number): Buffer =>
  createPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_one, index) => `${index + 3} 0 R`).join(' ')}] >>`,
    ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'),
  ]);

/** A PDF of one page, drawn by this stream. */
export const createPdfWithContent = (content: Buffer): Buffer =>
  createPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>',
    content,
  ]);
