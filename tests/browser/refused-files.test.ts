import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { type FilesPage, startFilesPage } from '../support/files/files-page.ts';
import { markedWebp, plainPng, oversizedPng } from '../support/files/marked-png-webp.ts';
import { createPdfWithContent, createPdf, createPdfWithPages, createPdfStream } from '../support/files/marked-pdf.ts';

let files: FilesPage;
beforeAll(async () => {
  files = await startFilesPage();
});
afterAll(() => files.stop());
// Whatever was refused, the page stands, and takes the next file.
afterEach(async () => {
  expect(await files.clean(plainPng(4, 4))).toMatchObject({ kind: 'copy', type: 'image/png' });
  expect(files.errors).toEqual([]);
});

const jpegSaying = (width: number, height: number): Buffer => {
  const frame = Buffer.from([
    0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xda,
  ]);
  frame.writeUInt16BE(height, 7);
  frame.writeUInt16BE(width, 9);
  return frame;
};
const packed = (bytes: Buffer): Buffer => createPdfStream('/Filter /FlateDecode', deflateSync(bytes));

describe('a file is refused, each for its own reason,', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a package of Word', Buffer.from('PK\u0003\u0004word'), 'office'],
    ['a page of Word from before', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'office'],
    ['a film without anything in it', Buffer.from('\0\0\0\u0018ftypmp42'), 'damaged'],
    ['a sound without anything in it', Buffer.from('RIFF\0\0\0\0WAVE'), 'damaged'],
    ['a recording of an old phone', Buffer.from('#!AMR\n'), 'otherRecording'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]), 'unknown'],
    ['a PDF that begins with something else', Buffer.from('\u0000%PDF-1.7'), 'unknown'],
    [
      'a picture of a phone that this browser cannot open',
      Buffer.from(`\0\0\0\u0018ftypheic\0\0\0\0\0\0\0\u0014ispe\0\0\0\0\0\0\u0001\0\0\0\u0001\0${'\0'.repeat(32)}`),
      'heic',
    ],
    ['a JPEG that is cut off', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), 'damaged'],
    ['a JPEG that says that it is huge', jpegSaying(65_000, 65_000), 'tooManyPixels'],
    ['a PNG that says that it is huge', oversizedPng(plainPng(4, 4), 100_000, 100_000), 'tooManyPixels'],
    [
      'a WebP that says that it is huge',
      markedWebp(Buffer.alloc(12), { width: 16_000, height: 16_000 }, 'x'),
      'tooManyPixels',
    ],
    ['a PDF without anything in it', Buffer.from('%PDF-1.7\nnothing'), 'damaged'],
    ['a PDF of thousands of pages', createPdfWithPages(5_000), 'tooManyPages'],
    ['a text of control signs', Buffer.from('a\u0000b'), 'unknown'],
    ['a text of white space', Buffer.from(' \n\t \u200B'), 'empty'],
    ['a text that is far too long', Buffer.alloc(2_100_000, 0x61), 'textTooLong'],
  ])('%s', async (_name, bytes, why) => {
    expect(await files.clean(bytes)).toEqual({ kind: 'refused', why });
  });

  it('more bytes than are read at all', async () => {
    const answer: unknown = await files.page.evaluate(`(async () => {
      const large = new File([new Uint8Array(60_000_000)], 'large');
      return globalThis.candourFiles.cleanFile(large, { signal: new AbortController().signal, onPage() {} });
    })()`);
    expect(answer).toEqual({ kind: 'refused', why: 'tooLarge' });
  });

  it('a PDF that unfolds to far more than it says, once or twice over, or holds a picture that does', async () => {
    const zeros = Buffer.alloc(260_000_000);
    const once = packed(zeros);
    const twice = createPdfStream('/Filter [/FlateDecode /FlateDecode]', deflateSync(deflateSync(zeros)));
    const picture = createPdfStream('/Type /XObject /Subtype /Image /Filter /DCTDecode', jpegSaying(60_000, 60_000));
    for (const content of [once, twice, picture])
      expect(await files.clean(createPdfWithContent(content))).toEqual({ kind: 'refused', why: 'unfolds' });
  });

  it('a PDF that asks for a password', async () => {
    const drawn = (of: string) => `<${of.repeat(32)}>`;
    const locked = createPdf(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
        `<< /Filter /Standard /V 1 /R 2 /P -4 /O ${drawn('a1')} /U ${drawn('b2')} >>`,
      ],
      `/Encrypt 4 0 R /ID [${drawn('c3')} ${drawn('c3')}]`,
    );
    expect(await files.clean(locked)).toEqual({ kind: 'refused', why: 'locked' });
  });
});

describe('a PDF that is made to hurt', () => {
  it('ends its worker, if anything: arrays in arrays, pages that lead to themselves, drawings that draw themselves', async () => {
    const deep = '['.repeat(200_000);
    const nested = createPdf(['<< /Type /Catalog /Pages 2 0 R >>', deep]);
    const circle = createPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>']);
    for (const pdf of [nested, circle]) expect((await files.clean(pdf)).kind).toBe('refused');
    const itself = createPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> >> >>',
      createPdfStream(
        '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>',
        Buffer.from('/X Do'),
      ),
    ]);
    expect(['copy', 'refused']).toContain((await files.clean(itself)).kind);
  });

  it('has paper of any size, and is drawn no larger than a page', async () => {
    const wide = createPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9000000 9000] >>',
    ]);
    expect(['copy', 'refused']).toContain((await files.clean(wide)).kind);
  });

  it('asks nobody for anything that it names', async () => {
    const before = files.asked.length;
    const asking = createPdf([
      '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (http://127.0.0.1/opened) >> >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /XObject << /X 4 0 R >> >> /Contents 5 0 R >>',
      '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /F << /FS /URL /F (http://127.0.0.1/picture) >> /Length 0 >>\nstream\n\nendstream',
      createPdfStream('', Buffer.from('/X Do')),
    ]);
    expect((await files.clean(asking)).kind).toBe('copy');
    expect(files.asked.slice(before).every((address) => address.startsWith('/tab/assets/'))).toBe(true);
  });
});
