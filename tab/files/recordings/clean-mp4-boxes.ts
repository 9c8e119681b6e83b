import { readAscii, toDataView } from '../sniff-file-type.ts';

/** All that a copy may hold: if a new version of the library writes more, no copy is made. */
const allowedBoxes: ReadonlySet<string> = new Set(
  (
    'ftyp moov mvhd trak tkhd edts elst mdia mdhd hdlr minf vmhd smhd dinf dref stbl stsd stts stsc stsz stco stss ctts ' +
    'mvex mehd trex moof mfhd traf tfhd tfdt trun mdat mfra tfra mfro'
  ).split(' '),
);
const containers: ReadonlySet<string> = new Set('moov trak edts mdia minf dinf stbl mvex moof traf mfra'.split(' '));
const pictureEntries: ReadonlySet<string> = new Set(['avc1', 'avc3', 'hvc1', 'hev1']);
const soundEntries: ReadonlySet<string> = new Set(['mp4a', 'Opus', 'ipcm', 'sowt']);
const boxesOfEntries: ReadonlySet<string> = new Set('avcC hvcC colr pasp esds dOps btrt pcmC'.split(' '));

const soundBrand = new TextEncoder().encode('M4A ');

/**
 * Cleans a copy in MP4 as the library writes it: gets its pieces in order, and returns what is complete of it. No box
 * beyond the list, no moment of copying, no name. `end` throws if the file is not complete.
 */
export function createMp4Cleaner(isSound: boolean) {
  let held = new Uint8Array(0);
  let mediaBytes = 0;
  return {
    heldBytes: () => held.length,
    push(piece: Uint8Array): readonly Uint8Array[] {
      const complete: Uint8Array[] = [];
      let rest = new Uint8Array(held.length + piece.length);
      rest.set(held);
      rest.set(piece, held.length);
      for (;;) {
        if (mediaBytes > 0 && rest.length > 0) {
          const part = rest.subarray(0, mediaBytes);
          complete.push(part);
          mediaBytes -= part.length;
          rest = rest.subarray(part.length);
          continue;
        }
        if (rest.length < 16) break;
        const { name, size } = parseBoxHead(rest);
        if (name === 'mdat') {
          mediaBytes = size;
          continue;
        }
        if (rest.length < size) break;
        const box = rest.slice(0, size);
        cleanBoxes(box, 0, size);
        if (name === 'ftyp' && isSound) box.set(soundBrand, 8);
        complete.push(box);
        rest = rest.subarray(size);
      }
      held = rest.slice();
      return complete;
    },
    end(): void {
      if (held.length > 0 || mediaBytes > 0) throw new RangeError('the copy is not complete');
    },
  };
}

function parseBoxHead(bytes: Uint8Array): { readonly name: string; readonly size: number } {
  const view = toDataView(bytes);
  const name = readAscii(bytes, 4, 4);
  const size = view.getUint32(0) === 1 ? Number(view.getBigUint64(8)) : view.getUint32(0);
  if (!allowedBoxes.has(name) || size < 8) throw new RangeError('the copy has a box that may not be in it');
  return { name, size };
}

function cleanBoxes(bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const size = toDataView(bytes).getUint32(at);
    const name = readAscii(bytes, at + 4, 4);
    const end = at + size;
    if (!allowedBoxes.has(name) || size < 8 || end > to)
      throw new RangeError('the copy has a box that may not be in it');
    // The library writes when the copy was made, which is when somebody reported.
    if (name === 'mvhd' || name === 'tkhd' || name === 'mdhd')
      bytes.fill(0, at + 12, at + 12 + (bytes[at + 8] === 1 ? 16 : 8));
    // The letters of its kind stay; its name is the library's.
    if (name === 'hdlr') bytes.fill(0, at + 32, end);
    if (name === 'stsd') cleanSampleEntries(bytes, at + 16, end);
    if (name === 'dref') checkDataReferences(bytes, at + 16, end);
    if (containers.has(name)) cleanBoxes(bytes, at + 8, end);
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
    const isPicture = pictureEntries.has(name);
    if (!isPicture && !soundEntries.has(name)) throw new RangeError('the copy has an entry that may not be in it');
    // The name of a compressor.
    if (isPicture) bytes.fill(0, at + 50, at + 82);
    const end = at + view.getUint32(at);
    for (let box = at + (isPicture ? 86 : 36); box < end; box += view.getUint32(box)) {
      if (!boxesOfEntries.has(readAscii(bytes, box + 4, 4)) || view.getUint32(box) < 8)
        throw new RangeError('the copy has a box that may not be in it');
    }
    at = end;
  }
}
