import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { FileRefusalError } from '../../../tab/files/clean-copy.ts';
import { readDocx } from '../../../tab/files/read-docx.ts';

const marked = new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/office-and-heic/marked.docx')));
const mark = 'ZZCANARY';

/** The marked file with parts changed; `undefined` leaves one out. */
function changed(parts: Readonly<Record<string, string | Uint8Array<ArrayBuffer> | undefined>>): Uint8Array {
  const all = new Map(Object.entries(unzipSync(marked)));
  for (const [name, content] of Object.entries(parts)) {
    if (content === undefined) all.delete(name);
    else all.set(name, typeof content === 'string' ? strToU8(content) : content);
  }
  return zipSync(Object.fromEntries(all));
}
const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const documentOf = (body: string, attributes = `xmlns:w="${w}"`): Uint8Array =>
  changed({ 'word/document.xml': `<w:document ${attributes}><w:body>${body}</w:body></w:document>` });

function refusalOf(bytes: Uint8Array): string {
  try {
    readDocx(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof FileRefusalError) return error.why;
    throw error;
  }
}

describe('the words of a Word file', () => {
  it('are those that its reader sees, in their order', () => {
    expect(strFromU8(unzipSync(marked)['word/document.xml'] ?? new Uint8Array())).toContain(mark);
    expect(readDocx(marked).text.split('\n')).toEqual([
      'ZZSEEN & title',
      'One two\tthree',
      'after',
      'inserted',
      'moved here',
      'commented',
      'a link',
      'a field',
      '- first of a list',
      'left\tright',
      'with a note[2]',
      'in a box',
      '',
      'the header',
      '',
      'the footer',
      '',
      '[2] the note',
    ]);
  });

  it('come without what is hidden, deleted or said about it, of which only the kind is told', () => {
    const { text, metadata, hasDrawings } = readDocx(marked);
    expect(`${text}${JSON.stringify(metadata)}`).not.toContain(mark);
    expect(metadata).toContainEqual({ kind: 'day', day: '2026-11-20' });
    expect(metadata.map(({ kind }) => kind).toSorted()).toEqual([
      'attachments',
      'comments',
      'day',
      'hiddenText',
      'links',
      'person',
      'program',
      'thumbnail',
      'versions',
      'words',
    ]);
    expect(hasDrawings).toBe(true);
  });

  it('are found in the part that the file names, and its first page and even pages where it shows them', () => {
    const { 'word/document.xml': document = new Uint8Array(), 'word/_rels/document.xml.rels': rels } =
      unzipSync(marked);
    const moved = changed({
      '_rels/.rels': strFromU8(unzipSync(marked)['_rels/.rels'] ?? new Uint8Array()).replace(
        'document.xml',
        'document2.xml',
      ),
      'word/document.xml': undefined,
      'word/_rels/document.xml.rels': undefined,
      'word/document2.xml': strFromU8(document)
        .replace('<w:sectPr>', '<w:sectPr><w:titlePg/>')
        .replaceAll(mark, 'shown'),
      'word/_rels/document2.xml.rels': rels,
    });
    expect(readDocx(moved).text).toContain('first page only');
  });

  it('keep a picture as it is cut, never one of another', () => {
    expect(readDocx(marked).pictures.map(({ crop }) => crop.left)).toEqual([0, 0.5, 0]);
    const blip = (id: string, left: number) =>
      `<w:p><w:r><pic:blipFill><a:blip r:embed="${id}"/><a:srcRect l="${left}"/></pic:blipFill></w:r></w:p>`;
    const { pictures } = readDocx(documentOf(blip('rPic', 40_000) + blip('rNone', 0)));
    expect(pictures.map(({ crop }) => crop.left)).toEqual([0.4]);
  });
});

describe('a file that is made to hurt', () => {
  it('is refused while it is unzipped, before all that it unfolds to is there', () => {
    const bomb = changed({ 'word/media/zeros.png': new Uint8Array(400_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(refusalOf(bomb)).toBe('unfolds');
    expect(
      refusalOf(zipSync(Object.fromEntries(Array.from({ length: 5_001 }, (_one, at) => [`${at}`, strToU8('')])))),
    ).toBe('unfolds');
  });

  it.each([
    [
      'a workbook',
      zipSync({ '_rels/.rels': strToU8('<Relationships/>'), 'xl/workbook.xml': strToU8('<x/>') }),
      'office',
    ],
    ['any zip', zipSync({ 'a.txt': strToU8('text') }), 'office'],
    ['what is cut off', marked.subarray(0, marked.length >> 1), 'damaged'],
    ['no zip behind its first bytes', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'office'],
    ['a document type', changed({ 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>' }), 'damaged'],
    ['an entity that nobody knows', documentOf('<w:p><w:r><w:t>&boom;</w:t></w:r></w:p>'), 'damaged'],
    ['tags that do not match', documentOf('<w:p></w:r>'), 'damaged'],
    ['tags without an end', documentOf('<w:p'.padEnd(200_000, ' a')), 'damaged'],
    ['tags in tags in tags', documentOf('<w:p>'.repeat(100_000)), 'damaged'],
    ['bytes that are no text', changed({ 'word/document.xml': Uint8Array.from([0xff, 0xfe, 0xc3, 0x28]) }), 'damaged'],
    ['Word’s names under another prefix', documentOf('', `xmlns:w="${w}" xmlns:q="${w}"`), 'damaged'],
    ['another language under Word’s prefix', documentOf('', 'xmlns:w="urn:other"'), 'damaged'],
  ])('%s', (_name, bytes, why) => {
    expect(refusalOf(bytes)).toBe(why);
  });

  it('has two parts of one name, of which Word could show the other', () => {
    const twice = zipSync({ 'word/document.xml': strToU8('a'), 'word/documenu.xml': strToU8('b') });
    expect(
      refusalOf(
        Uint8Array.from(
          Buffer.from(Buffer.from(twice).toString('latin1').replaceAll('documenu', 'document'), 'latin1'),
        ),
      ),
    ).toBe('damaged');
  });

  it('is read or refused, whichever of its bytes were changed', () => {
    let seed = 42;
    const draw = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const plain = zipSync(unzipSync(marked), { level: 0 });
    for (const original of [marked, plain])
      for (let run = 0; run < (process.env.SLOW ? 5_000 : 300); run += 1) {
        const bytes = Uint8Array.from(original);
        for (let change = 0; change <= run % 4; change += 1) bytes[draw(bytes.length)] = draw(256);
        expect(['read', 'office', 'damaged', 'unfolds']).toContain(refusalOf(bytes));
      }
  });
});
