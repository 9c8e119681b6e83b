import { FileRefusalError } from '../clean-copy.ts';
import { readAscii } from '../sniff-file-type.ts';

const containers: ReadonlySet<string> = new Set('moov trak edts mdia minf stbl'.split(' '));
/** In bytes, of an entry. */
const tableEntries: ReadonlyMap<string, number> = new Map([
  ['stts', 8],
  ['ctts', 8],
  ['stsc', 12],
  ['stco', 4],
  ['co64', 8],
  ['stss', 4],
]);
/** Four hours of pictures at 60 a second. */
const maxSamples = 1_000_000;
/** Samples of one length, as uncompressed sound has them, need no table. */
const maxUniformSamples = 50_000_000;
/** The library goes through all samples of a chunk for each of them. */
const maxChunkSteps = 1_000_000_000;
const maxMoovBytes = 64 * 1_024 * 1_024;
const maxBoxes = 20_000;
const secondsFrom1904 = 2_082_844_800;

export interface Mp4Tables {
  /** Seconds that edit lists show of a picture, or of sound; missing if none cuts it. */
  readonly shownSeconds: { readonly video?: number; readonly audio?: number };
  /** As `YYYY-MM-DD`. */
  readonly createdOn: string | undefined;
  readonly hasMakerBoxes: boolean;
  /** Beside picture and sound, such as places along the way. */
  readonly hasDataTracks: boolean;
}

/**
 * Reads the tables of an MP4 or MOV before the library does: one that promises more than the file can hold would take
 * all memory. Throws FileRefusalError.
 */
export async function checkMp4Tables(file: Blob): Promise<Mp4Tables> {
  const found: Found = {
    scale: 0,
    kind: '',
    shown: {},
    createdOn: undefined,
    hasMakerBoxes: false,
    hasDataTracks: false,
    chunks: [],
  };
  const media: (readonly [from: number, to: number])[] = [];
  for (let at = 0, boxes = 0; at + 8 <= file.size; boxes += 1) {
    if (boxes > maxBoxes) throw new FileRefusalError('damaged');
    const head = new DataView(await file.slice(at, at + 16).arrayBuffer());
    const short = head.getUint32(0);
    const isLong = short === 1 && head.byteLength >= 16;
    const size = isLong ? Number(head.getBigUint64(8)) : short === 0 ? file.size - at : short;
    if (size < 8) throw new FileRefusalError('damaged');
    const name = readAscii(new Uint8Array(head.buffer), 4, 4);
    if (name === 'uuid') found.hasMakerBoxes = true;
    if (name === 'mdat') media.push([at, at + size]);
    if (name === 'moov') {
      if (size > maxMoovBytes) throw new FileRefusalError('damaged');
      const moov = new DataView(await file.slice(at, at + size).arrayBuffer());
      checkBoxes(moov, isLong ? 16 : 8, moov.byteLength, file.size, found);
    }
    at += size;
  }
  // Else tags would be copied as if they were sound.
  const isMedia = ([from, to]: readonly [number, number]): boolean =>
    media.some(([start, end]) => from >= start && to <= end);
  if (!found.chunks.every(isMedia)) throw new FileRefusalError('damaged');
  const { scale, shown, createdOn, hasMakerBoxes, hasDataTracks } = found;
  const seconds = (units: number | undefined): number | undefined =>
    units === undefined || units === 0 || scale === 0 ? undefined : units / scale;
  const [video, audio] = [seconds(shown.vide), seconds(shown.soun)];
  return {
    shownSeconds: { ...(video !== undefined && { video }), ...(audio !== undefined && { audio }) },
    createdOn,
    hasMakerBoxes,
    hasDataTracks,
  };
}

interface Found {
  scale: number;
  /** Of the track that is being read. */
  kind: string;
  shown: { vide?: number; soun?: number };
  createdOn: string | undefined;
  hasMakerBoxes: boolean;
  hasDataTracks: boolean;
  /** Where the chunks of picture and sound are in the file. */
  readonly chunks: (readonly [from: number, to: number])[];
}

function checkBoxes(view: DataView, from: number, to: number, fileBytes: number, found: Found): void {
  for (let at = from; at + 8 <= to; ) {
    const size = view.getUint32(at);
    const end = at + size;
    if (size < 8 || end > to) throw new FileRefusalError('damaged');
    const name = readAscii(new Uint8Array(view.buffer), at + 4, 4);
    if (name === 'trak') {
      found.kind = trackKind(view, at + 8, end);
      found.hasDataTracks ||= found.kind !== 'vide' && found.kind !== 'soun';
    }
    const isVersion1 = size > 12 && view.getUint8(at + 8) === 1;
    if (containers.has(name)) checkBoxes(view, at + 8, end, fileBytes, found);
    if (name === 'stbl') checkChunks(view, at + 8, end, found);
    if (name === 'mvhd' && size >= 36) {
      found.scale = view.getUint32(at + (isVersion1 ? 28 : 20));
      const created = isVersion1 ? Number(view.getBigUint64(at + 12)) : view.getUint32(at + 12);
      found.createdOn = day(created - secondsFrom1904);
    }
    if (name === 'elst' && size >= 16) {
      const units = editUnits(view, at + 16, end, view.getUint32(at + 12), isVersion1);
      if (found.kind === 'vide' || found.kind === 'soun')
        found.shown[found.kind] = Math.min(found.shown[found.kind] ?? Number.POSITIVE_INFINITY, units);
    }
    checkTable(view, name, at, size, fileBytes);
    at = end;
  }
}

function checkTable(view: DataView, name: string, at: number, size: number, fileBytes: number): void {
  const entryBytes = tableEntries.get(name);
  if (entryBytes !== undefined) {
    const entries = size >= 16 ? view.getUint32(at + 12) : 0;
    if (16 + entries * entryBytes > size && entries > 0) throw new FileRefusalError('damaged');
    if (name !== 'stts' && name !== 'ctts') return;
    let samples = 0;
    for (let n = 0; n < entries; n += 1) samples += view.getUint32(at + 16 + n * 8);
    if (samples > Math.min(maxSamples, fileBytes)) throw new FileRefusalError('damaged');
  }
  if (name === 'stsz') {
    if (size < 20) throw new FileRefusalError('damaged');
    const sampleBytes = view.getUint32(at + 12);
    const samples = view.getUint32(at + 16);
    const isTooMany =
      sampleBytes === 0
        ? samples > maxSamples || 20 + samples * 4 > size
        : samples > maxUniformSamples || samples * sampleBytes > fileBytes;
    if (isTooMany) throw new FileRefusalError('damaged');
  }
}

/** Of a table of samples whose boxes were checked one by one. */
function checkChunks(view: DataView, from: number, to: number, found: Found): void {
  const tables = new Map<string, number>();
  for (let at = from; at + 8 <= to; at += view.getUint32(at))
    tables.set(readAscii(new Uint8Array(view.buffer), at + 4, 4), at);
  const [sizes, runs] = [tables.get('stsz'), tables.get('stsc')];
  const offsets = tables.get('stco') ?? tables.get('co64');
  if (sizes === undefined || runs === undefined || offsets === undefined) return;
  const samples = view.getUint32(sizes + 12) === 0 ? view.getUint32(sizes + 16) : 0;
  const runCount = view.getUint32(runs + 12);
  for (let run = 0; run < runCount; run += 1)
    if (samples * view.getUint32(runs + 20 + run * 12) > maxChunkSteps) throw new FileRefusalError('damaged');
  if (found.kind !== 'vide' && found.kind !== 'soun') return;
  const isLong = !tables.has('stco');
  const chunkCount = view.getUint32(offsets + 12);
  for (let chunk = 0, run = 0, sample = 0; chunk < chunkCount; chunk += 1) {
    if (run + 1 < runCount && view.getUint32(runs + 16 + (run + 1) * 12) <= chunk + 1) run += 1;
    const offset = isLong
      ? Number(view.getBigUint64(offsets + 16 + chunk * 8))
      : view.getUint32(offsets + 16 + chunk * 4);
    const end = runCount === 0 ? sample : Math.min(samples, sample + view.getUint32(runs + 20 + run * 12));
    let bytes = 0;
    for (; sample < end; sample += 1) bytes += view.getUint32(sizes + 20 + sample * 4);
    found.chunks.push([offset, offset + bytes]);
  }
}

/** The letters that a track's handler gives it. */
function trackKind(view: DataView, from: number, to: number): string {
  for (let at = from; at + 8 <= to; ) {
    const size = view.getUint32(at);
    if (size < 8 || at + size > to) return '';
    const name = readAscii(new Uint8Array(view.buffer), at + 4, 4);
    if (name === 'hdlr' && size >= 20) return readAscii(new Uint8Array(view.buffer), at + 16, 4);
    if (name === 'mdia') return trackKind(view, at + 8, at + size);
    at += size;
  }
  return '';
}

/** The length that a list of edits shows, in the film's units of time, without its pauses. */
function editUnits(view: DataView, from: number, to: number, entries: number, isVersion1: boolean): number {
  const entryBytes = isVersion1 ? 20 : 12;
  let units = 0;
  for (let n = 0, at = from; n < entries && at + entryBytes <= to; n += 1, at += entryBytes) {
    const length = isVersion1 ? Number(view.getBigUint64(at)) : view.getUint32(at);
    const start = isVersion1 ? Number(view.getBigInt64(at + 8)) : view.getInt32(at + 4);
    if (start >= 0) units += length;
  }
  return units;
}

function day(unixSeconds: number): string | undefined {
  const time = new Date(unixSeconds * 1_000);
  return unixSeconds > 0 && !Number.isNaN(time.getTime()) ? time.toISOString().slice(0, 10) : undefined;
}
