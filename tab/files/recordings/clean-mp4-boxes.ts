import { boxChildren, codecBoxes, codecBoxesAt, pictureCodecs, soundCodecs } from '../recording-structure.ts';
import { readAscii, toDataView } from '../sniff-file-type.ts';
import { type Cleaner, createPieceCleaner } from './create-piece-cleaner.ts';

const soundBrand = new TextEncoder().encode('M4A ');

/**
 * Cleans a copy in MP4 as the library writes it: gets its pieces in order, and returns what is complete of it. No box
 * beyond the list, no moment of copying, no name. `end` throws if the file is not complete.
 */
export function createMp4Cleaner(isSound: boolean): Cleaner {
  let mediaBytes = 0;
  const cleaner = createPieceCleaner((bytes) => {
    const head = mediaBytes === 0 && bytes.length >= 16 ? parseBoxHead(bytes) : undefined;
    if (head?.name === 'mdat') mediaBytes = head.size;
    if (mediaBytes > 0) {
      if (bytes.length === 0) return undefined;
      const media = bytes.subarray(0, mediaBytes);
      mediaBytes -= media.length;
      return { cleaned: media, length: media.length };
    }
    if (head === undefined || bytes.length < head.size) return undefined;
    const box = bytes.slice(0, head.size);
    cleanBoxes('', box, 0, head.size);
    if (head.name === 'ftyp' && isSound) box.set(soundBrand, 8);
    return { cleaned: box, length: head.size };
  });
  return {
    push: (piece) => cleaner.push(piece),
    end() {
      cleaner.end();
      if (mediaBytes > 0) throw new RangeError('the copy is not complete');
    },
  };
}

function parseBoxHead(bytes: Uint8Array): { readonly name: string; readonly size: number } {
  const view = toDataView(bytes);
  const name = readAscii(bytes, 4, 4);
  const size = view.getUint32(0) === 1 ? Number(view.getBigUint64(8)) : view.getUint32(0);
  if (!isAllowed('', name) || size < 8) throw new RangeError('the copy has a box that may not be in it');
  return { name, size };
}

/** If a new version of the library writes more, no copy is made. */
const isAllowed = (parent: string, name: string): boolean => boxChildren[parent]?.includes(name) === true;

function cleanBoxes(parent: string, bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const size = toDataView(bytes).getUint32(at);
    const name = readAscii(bytes, at + 4, 4);
    const end = at + size;
    if (!isAllowed(parent, name) || size < 8 || end > to)
      throw new RangeError('the copy has a box that may not be in it');
    // The library writes when the copy was made, which is when somebody reported.
    if (name === 'mvhd' || name === 'tkhd' || name === 'mdhd')
      bytes.fill(0, at + 12, at + 12 + (bytes[at + 8] === 1 ? 16 : 8));
    // The letters of its kind stay; its name is the library's.
    if (name === 'hdlr') bytes.fill(0, at + 32, end);
    if (name === 'stsd') cleanSampleEntries(bytes, at + 16, end);
    if (name === 'dref') checkDataReferences(bytes, at + 16, end);
    if (boxChildren[name] !== undefined) cleanBoxes(name, bytes, at + 8, end);
    at = end;
  }
}

/** That the media is in this file itself. */
function checkDataReferences(bytes: Uint8Array, from: number, to: number): void {
  if (to - from !== 12 || readAscii(bytes, from + 4, 4) !== 'url ')
    throw new RangeError('the copy refers to another file');
}

function cleanSampleEntries(bytes: Uint8Array, from: number, to: number): void {
  const view = toDataView(bytes);
  for (let at = from; at < to; ) {
    const name = readAscii(bytes, at + 4, 4);
    const isPicture = pictureCodecs.has(name);
    if (!isPicture && !soundCodecs.has(name)) throw new RangeError('the copy has an entry that may not be in it');
    // The name of a compressor.
    if (isPicture) bytes.fill(0, at + 50, at + 82);
    const end = at + view.getUint32(at);
    for (let box = at + codecBoxesAt[isPicture ? 'picture' : 'sound']; box < end; box += view.getUint32(box)) {
      if (!codecBoxes.has(readAscii(bytes, box + 4, 4)) || view.getUint32(box) < 8)
        throw new RangeError('the copy has a box that may not be in it');
    }
    at = end;
  }
}
