import { readAscii, toDataView } from '../sniff-file-type.ts';
import { type Cleaner, createPieceCleaner } from './create-piece-cleaner.ts';

const serialNumber = 1;

/**
 * Cleans a copy in Ogg as the library writes it, a page at a time: a serial number that is not drawn, no name of a
 * program among the tags, and checksums that fit. `end` throws if the file is not complete.
 */
export const createOggCleaner = (): Cleaner =>
  createPieceCleaner((bytes) => {
    const length = pageSize(bytes);
    return length === undefined || bytes.length < length
      ? undefined
      : { cleaned: cleanPage(bytes.slice(0, length)), length };
  });

function pageSize(bytes: Uint8Array): number | undefined {
  if (bytes.length < 27) return undefined;
  if (readAscii(bytes, 0, 4) !== 'OggS') throw new RangeError('the copy has no page where one begins');
  const segments = bytes[26] ?? 0;
  if (bytes.length < 27 + segments) return undefined;
  return bytes.subarray(27, 27 + segments).reduce((sum, length) => sum + length, 27 + segments);
}

function cleanPage(page: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = toDataView(page);
  view.setUint32(14, serialNumber, true);
  const from = 27 + (page[26] ?? 0);
  const letters = readAscii(page, from, 8);
  const tagsAt = letters === 'OpusTags' ? from + 8 : letters.startsWith('\u0003vorbis') ? from + 7 : undefined;
  if (tagsAt !== undefined && view.getUint32(18, true) === 1)
    page.fill(0x20, tagsAt + 4, tagsAt + 4 + view.getUint32(tagsAt, true));
  view.setUint32(22, 0, true);
  view.setUint32(22, checksum(page), true);
  return page;
}

const checksumTable = Uint32Array.from({ length: 256 }, (_zero, byte) => {
  let value = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value;
});

const checksum = (page: Uint8Array): number =>
  page.reduce((sum, byte) => ((sum << 8) ^ (checksumTable[(sum >>> 24) ^ byte] ?? 0)) >>> 0, 0);
