import type { RecordingType } from '../../core/model/file-limits.ts';
import { hasBytes, readAscii, toDataView } from './sniff-file-type.ts';

/** `otherType`: not of that type at all. `notClean`: holds something that no clean copy holds. */
export type RecordingStructure =
  | { readonly ok: true; readonly hasPicture: boolean }
  | { readonly ok: false; readonly why: 'otherType' | 'notClean' };

const refuse = (why: 'otherType' | 'notClean'): RecordingStructure => ({ ok: false, why });

interface Format {
  readonly isBegun: (bytes: Uint8Array) => boolean;
  /** `undefined` unless every byte belongs to something that a clean copy may hold. */
  readonly findPicture: (bytes: Uint8Array) => boolean | undefined;
}

const mp4: Format = {
  isBegun: (bytes) => readAscii(bytes, 4, 4) === 'ftyp',
  findPicture: (bytes) => findPictureInBoxes(bytes),
};

const formats: Readonly<Record<RecordingType, Format>> = {
  'audio/mp4': mp4,
  'video/mp4': mp4,
  'video/webm': {
    isBegun: (bytes) => hasBytes(bytes, 0, [0x1a, 0x45, 0xdf, 0xa3]),
    findPicture: (bytes) => findPictureInElements(bytes),
  },
  'audio/mpeg': {
    isBegun: (bytes) => mp3FrameLength(bytes, 0) !== undefined,
    findPicture: (bytes) => (isMp3Frames(bytes) ? false : undefined),
  },
  'audio/ogg': {
    isBegun: (bytes) => readAscii(bytes, 0, 4) === 'OggS',
    findPicture: (bytes) => (isOggPages(bytes) ? false : undefined),
  },
  'audio/wav': {
    isBegun: (bytes) => readAscii(bytes, 0, 4) === 'RIFF' && readAscii(bytes, 8, 4) === 'WAVE',
    findPicture: (bytes) => (isBareWav(bytes) ? false : undefined),
  },
};

/**
 * Holds a recording against the lists of what a clean copy may hold, no matter who sealed it. Decodes nothing, and
 * checks every length before a decoder sees it.
 */
export function readRecordingStructure(type: RecordingType, bytes: Uint8Array): RecordingStructure {
  const { isBegun, findPicture } = formats[type];
  if (!isBegun(bytes)) return refuse('otherType');
  const hasPicture = findPicture(bytes);
  if (hasPicture === undefined) return refuse('notClean');
  return hasPicture && type === 'audio/mp4' ? refuse('otherType') : { ok: true, hasPicture };
}

/** The boxes that each box of a clean copy may hold; none for a box of data. */
export const boxChildren: Readonly<Record<string, readonly string[]>> = {
  '': ['ftyp', 'moov', 'moof', 'mdat', 'mfra'],
  moov: ['mvhd', 'trak', 'mvex'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'smhd', 'dinf', 'stbl'],
  dinf: ['dref'],
  stbl: ['stsd', 'stts', 'stsc', 'stsz', 'stco', 'stss', 'ctts'],
  mvex: ['mehd', 'trex'],
  moof: ['mfhd', 'traf'],
  traf: ['tfhd', 'tfdt', 'trun'],
  mfra: ['tfra', 'mfro'],
};

/** Bytes of one entry, behind 16 bytes of header, version and count. */
const tableEntryBytes: Readonly<Record<string, number>> = { stts: 8, ctts: 8, stsc: 12, stco: 4, stss: 4 };

export const pictureCodecs: ReadonlySet<string> = new Set(['avc1', 'avc3', 'hvc1', 'hev1']);
export const soundCodecs: ReadonlySet<string> = new Set(['mp4a', 'Opus', 'sowt', 'ipcm']);
export const codecBoxes: ReadonlySet<string> = new Set([
  'avcC',
  'hvcC',
  'colr',
  'pasp',
  'esds',
  'dOps',
  'btrt',
  'pcmC',
]);
/** Where a codec's own boxes begin in its entry. */
export const codecBoxesAt = { picture: 86, sound: 36 } as const;

interface Box {
  readonly name: string;
  readonly content: number;
  readonly end: number;
}

/** `undefined` if the boxes do not fill the place exactly. */
function listBoxes(bytes: Uint8Array, from: number, to: number): readonly Box[] | undefined {
  const view = toDataView(bytes);
  const boxes: Box[] = [];
  for (let at = from; at < to; ) {
    if (at + 8 > to) return undefined;
    const short = view.getUint32(at);
    const isLong = short === 1;
    if (isLong && at + 16 > to) return undefined;
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short;
    const header = isLong ? 16 : 8;
    if (size < header || at + size > to) return undefined;
    boxes.push({ name: readAscii(bytes, at + 4, 4), content: at + header, end: at + size });
    at += size;
  }
  return boxes;
}

function findPictureInBoxes(bytes: Uint8Array): boolean | undefined {
  let hasPicture = false;
  function check(parent: string, from: number, to: number): boolean {
    const boxes = listBoxes(bytes, from, to);
    if (boxes === undefined) return false;
    return boxes.every(({ name, content, end }) => {
      if (boxChildren[parent]?.includes(name) !== true) return false;
      if (boxChildren[name] !== undefined) return check(name, content, end);
      if (name !== 'stsd') return isTableWithin(bytes, name, content, end);
      const codecs = readCodecs(bytes, content, end);
      hasPicture ||= codecs?.hasPicture === true;
      return codecs !== undefined;
    });
  }
  return check('', 0, bytes.length) ? hasPicture : undefined;
}

function isTableWithin(bytes: Uint8Array, name: string, content: number, end: number): boolean {
  const each = tableEntryBytes[name];
  const view = toDataView(bytes);
  if (each !== undefined) return end - content >= 8 && content + 8 + view.getUint32(content + 4) * each === end;
  if (name === 'trun') return isRunWithin(view, content, end);
  if (name !== 'stsz') return true;
  if (end - content < 12) return false;
  const isFixed = view.getUint32(content + 4) !== 0;
  const samples = view.getUint32(content + 8);
  return isFixed ? samples <= bytes.length : content + 12 + samples * 4 === end;
}

/** Flags for what a run says once, and for what it says of each sample; each is 4 bytes. */
const runFlags = { once: [0x1, 0x4], each: [0x100, 0x200, 0x400, 0x800] } as const;

function isRunWithin(view: DataView, content: number, end: number): boolean {
  if (end - content < 8) return false;
  const flags = view.getUint32(content) & 0xffffff;
  const bytesOf = (of: readonly number[]): number => of.filter((flag) => (flags & flag) !== 0).length * 4;
  const samples = view.getUint32(content + 4);
  return samples <= end && content + 8 + bytesOf(runFlags.once) + samples * bytesOf(runFlags.each) === end;
}

function readCodecs(bytes: Uint8Array, content: number, end: number): { readonly hasPicture: boolean } | undefined {
  const entries = listBoxes(bytes, content + 8, end);
  if (entries === undefined) return undefined;
  let hasPicture = false;
  for (const entry of entries) {
    const isPicture = pictureCodecs.has(entry.name);
    if (!isPicture && !soundCodecs.has(entry.name)) return undefined;
    hasPicture ||= isPicture;
    const boxesAt = entry.content - 8 + codecBoxesAt[isPicture ? 'picture' : 'sound'];
    const boxes = boxesAt > entry.end ? undefined : listBoxes(bytes, boxesAt, entry.end);
    if (boxes?.every(({ name }) => codecBoxes.has(name)) !== true) return undefined;
  }
  return { hasPicture };
}

/** The elements that each element of a clean copy may hold, by their ids. */
export const elementChildren: Readonly<Record<string, readonly string[]>> = {
  '': ['1a45dfa3', '18538067'],
  '1a45dfa3': ['4286', '42f7', '42f2', '42f3', '4282', '4287', '4285'],
  // Segment: seek head, info, tracks, clusters, cues. No tags, chapters, attachments.
  '18538067': ['114d9b74', '1549a966', '1654ae6b', '1f43b675', '1c53bb6b', 'ec'],
  '114d9b74': ['4dbb'],
  '4dbb': ['53ab', '53ac'],
  '1549a966': ['2ad7b1', '4489', '4d80', '5741'],
  '1654ae6b': ['ae'],
  // A track: number, uid, kind, flags, language, codec and its private data, delays, picture, sound. No name.
  ae: ['d7', '73c5', '83', '9c', 'b9', '88', '55aa', '22b59c', '86', '63a2', '56aa', '56bb', '23e383', 'e0', 'e1'],
  e0: ['b0', 'ba', '54b0', '54ba', '54b2', '55b0', '7670'],
  '55b0': ['55b1', '55b9', '55ba', '55bb'],
  '7670': ['7671', '7673', '7674', '7675'],
  e1: ['b5', '9f', '6264'],
  '1f43b675': ['e7', 'a3', 'a0'],
  a0: ['a1', '9b', 'fb'],
  '1c53bb6b': ['bb'],
  bb: ['b3', 'b7'],
  b7: ['f7', 'f1'],
};
const unboundedElements = new Set(['18538067', '1f43b675']);
const trackKind = '83';
const pictureTrack = 1;
const codecId = '86';
const webmCodecs = new Set(['V_VP8', 'V_VP9', 'V_AV1', 'A_OPUS', 'A_VORBIS']);

interface Element {
  readonly id: string;
  readonly content: number;
  /** Missing: until its parent ends, or an element that only the parent may hold. */
  readonly end: number | undefined;
}

function vintLength(byte: number | undefined, most: number): number | undefined {
  const length = byte === undefined || byte === 0 ? Infinity : Math.clz32(byte) - 23;
  return length <= most ? length : undefined;
}

function readElement(bytes: Uint8Array, at: number, to: number): Element | undefined {
  const idLength = vintLength(bytes[at], 4);
  if (idLength === undefined) return undefined;
  const sizeAt = at + idLength;
  const sizeLength = vintLength(bytes[sizeAt], 8);
  const content = sizeAt + (sizeLength ?? 0);
  if (sizeLength === undefined || content > to) return undefined;
  const id = [...bytes.subarray(at, sizeAt)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const mask = 0xff >> sizeLength;
  let size = (bytes[sizeAt] ?? 0) & mask;
  let isUnknown = size === mask;
  for (const byte of bytes.subarray(sizeAt + 1, content)) {
    size = size * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  if (isUnknown) return unboundedElements.has(id) ? { id, content, end: undefined } : undefined;
  return content + size > to ? undefined : { id, content, end: content + size };
}

function findPictureInElements(bytes: Uint8Array): boolean | undefined {
  let hasPicture = false;
  /** Where the element ended; `undefined` if it holds what it may not. */
  function check(parent: string, from: number, to: number, isBounded: boolean, above: string): number | undefined {
    let at = from;
    while (at < to) {
      const element = readElement(bytes, at, to);
      if (element === undefined) return undefined;
      const { id, content, end } = element;
      if (elementChildren[parent]?.includes(id) !== true)
        return !isBounded && elementChildren[above]?.includes(id) === true ? at : undefined;
      if (elementChildren[id] !== undefined) {
        const next = check(id, content, end ?? to, end !== undefined, parent);
        if (next === undefined) return undefined;
        at = next;
        continue;
      }
      if (end === undefined) return undefined;
      if (id === trackKind) hasPicture ||= bytes[content] === pictureTrack;
      if (id === codecId && !webmCodecs.has(readAscii(bytes, content, end - content))) return undefined;
      at = end;
    }
    return at;
  }
  return check('', 0, bytes.length, true, '') === bytes.length ? hasPicture : undefined;
}

/** kbit/s by index, of layer III. */
const mp3Rates = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const mp3Frequencies = [44_100, 48_000, 32_000] as const;

/** In bytes; `undefined` if no frame of layer III is there. */
function mp3FrameLength(bytes: Uint8Array, at: number): number | undefined {
  const [sync = 0, kind = 0, rates = 0] = bytes.subarray(at, at + 3);
  const version = (kind >> 3) & 3;
  if (sync !== 0xff || kind >> 5 !== 7 || version === 1 || ((kind >> 1) & 3) !== 1) return undefined;
  const isFirst = version === 3;
  const rate = mp3Rates[isFirst ? 1 : 2][rates >> 4];
  const frequency = mp3Frequencies[(rates >> 2) & 3];
  if (!rate || frequency === undefined) return undefined;
  const slower = isFirst ? 1 : version === 2 ? 2 : 4;
  return Math.floor(((isFirst ? 144_000 : 72_000) * rate) / (frequency / slower)) + ((rates >> 1) & 1);
}

/** The last frame may be cut off. */
function isMp3Frames(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const length = mp3FrameLength(bytes, at);
    if (length === undefined) return false;
    at += length;
  }
  return true;
}

const oggHeaderBytes = 27;
const oggComments = [
  { first: 'OpusHead', comment: 'OpusTags' },
  { first: '\u0001vorbis', comment: '\u0003vorbis' },
] as const;

/** Pages of one stream from the first byte to the last, without comments. */
function isOggPages(bytes: Uint8Array): boolean {
  const view = toDataView(bytes);
  const contents: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const segments = bytes[at + oggHeaderBytes - 1];
    if (segments === undefined || readAscii(bytes, at, 5) !== 'OggS\u0000') return false;
    if (view.getUint32(at + 14, true) !== view.getUint32(14, true)) return false;
    const content = at + oggHeaderBytes + segments;
    contents.push(content);
    at = content + bytes.subarray(at + oggHeaderBytes, content).reduce((sum, length) => sum + length, 0);
  }
  const [first = 0, second = 0] = contents;
  const kind = oggComments.find((one) => readAscii(bytes, first, one.first.length) === one.first);
  if (at !== bytes.length || kind === undefined) return false;
  const vendorAt = second + kind.comment.length;
  if (readAscii(bytes, second, kind.comment.length) !== kind.comment || vendorAt + 4 > bytes.length) return false;
  const countAt = vendorAt + 4 + view.getUint32(vendorAt, true);
  return countAt + 4 <= bytes.length && view.getUint32(countAt, true) === 0;
}

const wavHeader = { format: 16, data: 44 } as const;
/** PCM, floating point, A-law and µ-law. */
const wavCodecs = new Set([1, 3, 6, 7]);

function isBareWav(bytes: Uint8Array): boolean {
  if (bytes.length < wavHeader.data) return false;
  const view = toDataView(bytes);
  const format = view.getUint32(16, true);
  return (
    readAscii(bytes, 12, 4) === 'fmt ' &&
    format === wavHeader.format &&
    wavCodecs.has(view.getUint16(20, true)) &&
    readAscii(bytes, 36, 4) === 'data' &&
    view.getUint32(4, true) === bytes.length - 8 &&
    view.getUint32(40, true) === bytes.length - wavHeader.data
  );
}
