import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readDocx } from '../../tab/files/read-docx.ts';
import { readPictureSize } from '../../tab/files/picture-header.ts';
import { type FilesPage, startFilesPage } from '../support/files/files-page.ts';

let files: FilesPage;
beforeAll(async () => {
  files = await startFilesPage();
});
afterAll(() => files.stop());

const marked = readFileSync(join(import.meta.dirname, '../fixtures/office-and-heic/marked.docx'));
const mark = 'ZZCANARY';

describe('a clean copy of a Word file', () => {
  it('is its words as text, and its pictures drawn again, cut as the file shows them', async () => {
    const copy = await files.clean(marked, `${mark}.docx`);
    if (copy.kind !== 'copy') throw new Error(copy.kind);
    expect(copy).toMatchObject({ type: 'text/plain', pages: 0, hasDrawings: true });
    expect(copy.content.toString()).toBe(readDocx(new Uint8Array(marked)).text);
    const { pictures = Buffer.alloc(0) } = copy;
    expect(pictures.toString('latin1')).toMatch(/^%PDF-1\.4\n[^]*\/Count 2 /u);
    for (const name of [mark, 'Exif', 'iPhone', 'PK'])
      expect({ name, stands: pictures.includes(name) || copy.content.includes(name) }).toEqual({ name, stands: false });
    const jpegs = [...pictures.toString('latin1').matchAll(/\/Filter \/DCTDecode \/Length (\d+) >>\nstream\n/gu)].map(
      ({ index, 0: head, 1: length }) => pictures.subarray(index + head.length, index + head.length + Number(length)),
    );
    expect(jpegs.map((jpeg) => readPictureSize('image/jpeg', jpeg))).toEqual([
      { width: 80, height: 40 },
      { width: 40, height: 40 },
    ]);
    expect(copy.tells).toContainEqual({ kind: 'device', device: 'Apple iPhone 13' });
    expect(JSON.stringify(copy.tells)).not.toContain(mark);
    expect(files.errors).toEqual([]);
  });

  it('is a PDF of its pictures if it has no words, and none if it has neither', async () => {
    const parts = unzipSync(marked);
    const withBody = (body: string): Buffer =>
      Buffer.from(
        zipSync({
          ...parts,
          'word/document.xml': strToU8(
            `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${body}</w:document>`,
          ),
        }),
      );
    const pictures = await files.clean(withBody('<a:blip r:embed="rPic"/>'));
    expect(pictures).toMatchObject({ kind: 'copy', type: 'application/pdf', pages: 1 });
    expect(await files.clean(withBody(''))).toEqual({ kind: 'refused', why: 'empty' });
    expect(await files.clean(withBody('<c:chart/>'))).toEqual({ kind: 'refused', why: 'office' });
  });

  it('leaves out a picture that is no picture, says that it is huge, or is cut and turned', async () => {
    const parts = unzipSync(marked);
    const huge = Uint8Array.from([
      0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0xff, 0xff, 0xff, 0xff, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
    ]);
    for (const content of [
      huge,
      strToU8('no picture'),
      strToU8(''),
      parts['word/media/image1.jpeg']?.subarray(0, 80),
    ]) {
      const bytes = Buffer.from(zipSync({ ...parts, 'word/media/image1.jpeg': content ?? huge }));
      const copy = await files.clean(bytes);
      expect(copy).toMatchObject({ kind: 'copy', type: 'text/plain', hasDrawings: true });
      expect(copy).not.toHaveProperty('pictures.length');
    }
  });
});
