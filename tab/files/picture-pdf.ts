export interface PdfPageImage {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly paper: { readonly width: number; readonly height: number };
}

const encoder = new TextEncoder();
const formatPoints = (length: number): string => length.toFixed(2);

/**
 * Binds one or more pictures as a PDF, one a page, without names, dates, program, fonts or scripts. Equal pictures make
 * equal bytes.
 */
export function createPicturePdf(pages: readonly PdfPageImage[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const places: number[] = [];
  let length = 0;
  const put = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  const write = (text: string): void => put(encoder.encode(text));
  const writeObject = (number: number, body: () => void): void => {
    places[number] = length;
    write(`${number} 0 obj\n`);
    body();
    write('\nendobj\n');
  };
  const first = (index: number): number => 3 + index * 3;

  write('%PDF-1.4\n');
  writeObject(1, () => write('<< /Type /Catalog /Pages 2 0 R >>'));
  const kids = pages.map((_page, index) => `${first(index)} 0 R`).join(' ');
  writeObject(2, () => write(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`));
  for (const [index, { jpeg, width, height, paper }] of pages.entries()) {
    const page = first(index);
    const size = `${formatPoints(paper.width)} ${formatPoints(paper.height)}`;
    writeObject(page, () =>
      write(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Contents ${page + 1} 0 R /Resources << /XObject << /P ${page + 2} 0 R >> >> >>`,
      ),
    );
    const drawing = `q ${formatPoints(paper.width)} 0 0 ${formatPoints(paper.height)} 0 0 cm /P Do Q`;
    writeObject(page + 1, () => write(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`));
    writeObject(page + 2, () => {
      write(
        `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      );
      put(jpeg);
      write('\nendstream');
    });
  }
  const table = length;
  const rows = places.slice(1).map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  write(`xref\n0 ${places.length}\n0000000000 65535 f \n${rows.join('')}`);
  write(`trailer\n<< /Size ${places.length} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  const bound = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bound.set(part, at);
    at += part.length;
  }
  return bound;
}
