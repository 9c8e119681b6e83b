import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileLimits } from '../../core/model/file-limits.ts';
import { readPictureSize } from '../../tab/files/picture-header.ts';
import { generatePicture } from '../support/files/generated-picture.ts';
import { type CleanedInBrowser, type FilesPage, startFilesPage } from '../support/files/files-page.ts';
import { markedPng, markedWebp, plainPng } from '../support/files/marked-png-webp.ts';
import { markedJpeg } from '../support/files/marked-jpeg.ts';
import { faxPage, markedPdf } from '../support/files/marked-pdf.ts';
import { newCanary } from '../support/journeys/new-canary.ts';

let files: FilesPage;
beforeAll(async () => {
  files = await startFilesPage();
});
afterAll(() => files.stop());

const mark = newCanary();
/** The mark as letters of one byte, of two, and packed into signs that nobody sees. */
const marks = [Buffer.from(mark), Buffer.from(mark, 'utf16le'), Buffer.from(mark, 'utf16le').swap16()];

function copyOf(cleaned: CleanedInBrowser): Extract<CleanedInBrowser, { kind: 'copy' }> {
  if (cleaned.kind !== 'copy') throw new Error(`no copy: ${JSON.stringify(cleaned)}`);
  return cleaned;
}
const expectUnmarked = (content: Buffer): void => {
  for (const one of marks) expect(content.includes(one)).toBe(false);
};
const kindsIn = ({ tells }: Extract<CleanedInBrowser, { kind: 'copy' }>): readonly string[] =>
  tells.map(({ kind }) => kind).toSorted();

describe('a clean copy', () => {
  it('of a JPEG has its pixels and no byte of what stood beside them, which is told', async () => {
    const marked = markedJpeg(await generatePicture(files.page, 'image/jpeg', { width: 64, height: 48 }), mark);
    expect(marked.includes(mark)).toBe(true);
    const copy = copyOf(await files.clean(marked, `${mark}.jpg`));
    expect(copy.type).toBe('image/jpeg');
    expect(readPictureSize('image/jpeg', copy.content)).toEqual({ width: 64, height: 48 });
    expectUnmarked(copy.content);
    for (const name of ['Exif', 'ICC_PROFILE', 'http', 'Photoshop', 'JFIF', 'PK', '%PDF', 'Apple', 'iPhone'])
      expect({ name, stands: copy.content.includes(name) }).toEqual({ name, stands: false });
    expect(copy.tells).toContainEqual({ kind: 'day', day: '2026-11-20' });
    expect(copy.tells).toContainEqual({ kind: 'device', device: 'Apple iPhone 13' });
    expect(kindsIn(copy)).toEqual([
      'day',
      'device',
      'makerNotes',
      'person',
      'place',
      'program',
      'serial',
      'thumbnail',
      'words',
    ]);
    expect(JSON.stringify(copy.tells)).not.toContain(mark);
  });

  it('of a PNG stays one, with what shows through, and of a WebP becomes a JPEG or a PNG', async () => {
    const png = copyOf(await files.clean(markedPng(plainPng(40, 30), mark)));
    expect(png.type).toBe('image/png');
    expect(readPictureSize('image/png', png.content)).toEqual({ width: 40, height: 30 });
    expectUnmarked(png.content);
    expect(
      [
        ...png.content.toString('latin1').matchAll(/IHDR|PLTE|tRNS|IDAT|IEND|[a-z][A-Za-z]{2}t|eXIf|iCCP|sRGB|gAMA/gu),
      ].map(([name]) => name),
    ).toEqual(['IHDR', 'IDAT', 'IDAT', 'IEND']);
    expect(kindsIn(png)).toEqual(expect.arrayContaining(['person', 'words']));

    const webp = markedWebp(
      await generatePicture(files.page, 'image/webp', { width: 64, height: 48 }),
      { width: 64, height: 48 },
      mark,
    );
    const fromWebp = copyOf(await files.clean(webp));
    expect(fromWebp.type).toBe('image/jpeg');
    expectUnmarked(fromWebp.content);
    expect(kindsIn(fromWebp)).toEqual(expect.arrayContaining(['place', 'device', 'day']));
  });

  it('of a PDF has its pages as pictures: no letters, names, scripts, attachments, comments or version of before', async () => {
    const marked = markedPdf(mark);
    const copy = copyOf(await files.clean(marked, `${mark}.pdf`));
    expect(copy).toMatchObject({ type: 'application/pdf', pages: 1 });
    expectUnmarked(copy.content);
    for (const name of [
      'JavaScript',
      'EmbeddedFile',
      'Metadata',
      'Annot',
      'Font',
      'Info',
      'AcroForm',
      'Seen',
      'OpenAction',
    ])
      expect({ name, stands: copy.content.includes(name) }).toEqual({ name, stands: false });
    expect(kindsIn(copy)).toEqual([
      'attachments',
      'comments',
      'day',
      'formFields',
      'person',
      'program',
      'scripts',
      'versions',
      'words',
    ]);
    // The copy is a PDF that opens again, and its own copy tells nothing.
    expect(copyOf(await files.clean(copy.content)).tells).toEqual([]);
  });

  it('draws what a scanner packed, without WebAssembly', async () => {
    const copy = copyOf(await files.clean(faxPage()));
    const jpeg = copy.content.subarray(
      copy.content.indexOf(Buffer.from([0xff, 0xd8])),
      copy.content.lastIndexOf('\nendstream'),
    );
    const darkest: unknown = await files.page.evaluate(`(async () => {
      const bytes = Uint8Array.from(atob('${jpeg.toString('base64')}'), (sign) => sign.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
      const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      pen.drawImage(picture, 0, 0);
      return pen.getImageData(picture.width / 2, picture.height / 2, 1, 1).data[0];
    })()`);
    expect(darkest).toBeLessThan(40);
    expect(files.asked.filter((address) => address.includes('wasm'))).toEqual([
      expect.stringMatching(/^\/tab\/assets\/jbig2_nowasm_fallback-[\d.]+\.js$/u),
    ]);
  });

  it('of a text is the same words in UTF-8, in the order in which they are read, without signs that nobody sees', async () => {
    const tags = String.fromCodePoint(...Array.from(mark, (letter) => 0xe0000 + (letter.codePointAt(0) ?? 0)));
    const words = 'Tŷ\u202E tiad\u202C\r\nwedi\u0000\u200B';
    for (const bytes of [
      Buffer.from(`\uFEFF${words.replace('\u0000', '')}${tags}`),
      Buffer.from(`\uFEFF${words}${tags}`, 'utf16le'),
    ]) {
      const copy = copyOf(await files.clean(bytes));
      expect(copy.content.toString()).toBe('Tŷ tiad\nwedi');
      expect(copy.tells).toEqual([{ kind: 'unseenSigns' }]);
    }
    const old = copyOf(await files.clean(Buffer.from([0x93, 0x48, 0x69, 0x94, 0x20, 0xe9])));
    expect(old).toMatchObject({ type: 'text/plain', tells: [] });
    expect(old.content.toString()).toBe('“Hi” é');
  });

  it('of a large picture is at most ten megabytes', async () => {
    const large = await generatePicture(files.page, 'image/jpeg', { width: 3_400, height: 3_000, noise: true });
    expect(large.length).toBeGreaterThan(fileLimits.bytes);
    const copy = copyOf(await files.clean(large));
    expect(copy.content.length).toBeLessThanOrEqual(fileLimits.bytes);
  });

  it('needs nothing that the policy of the page forbids, and asks no other host', () => {
    expect(files.errors).toEqual([]);
    expect(files.asked.every((address) => address.startsWith('/tab/'))).toBe(true);
  });
});
