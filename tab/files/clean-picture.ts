import { fileLimits } from '../../core/model/file-limits.ts';
import {
  type CopyInMemory,
  parseMetadataDay,
  deviceName,
  type PlainMetadataKind,
  FileRefusalError,
  type MetadataItem,
} from './clean-copy.ts';
import { isWithinPictureLimits, mayBeTransparent, readPictureSize } from './picture-header.ts';
import { readAscii, type SniffedType, toDataView } from './sniff-file-type.ts';
import { type ExpandedTags, load } from 'exifreader';

const maxCanvasPixels = 24_000_000;

interface EncodingStep {
  readonly scale: number;
  readonly quality: number;
}
const encodingSteps: readonly EncodingStep[] = [
  { scale: 1, quality: 0.9 },
  { scale: 1, quality: 0.75 },
  { scale: 0.7, quality: 0.8 },
  { scale: 0.5, quality: 0.75 },
  { scale: 0.35, quality: 0.7 },
];

function renderScaled(picture: ImageBitmap, scale: number, onWhite: boolean): OffscreenCanvas {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { alpha: !onWhite });
  if (pen === null) throw new FileRefusalError('tooManyPixels');
  if (onWhite) {
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, width, height);
  }
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, width, height);
  return canvas;
}

export async function encodeJpeg(canvas: OffscreenCanvas, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return stripJpegMetadata(new Uint8Array(await blob.arrayBuffer()));
}

async function encodePicture(picture: ImageBitmap, asPng: boolean): Promise<Pick<CopyInMemory, 'type' | 'content'>> {
  const fit = Math.min(1, Math.sqrt(maxCanvasPixels / (picture.width * picture.height)));
  if (asPng) {
    const blob = await renderScaled(picture, fit, false).convertToBlob({ type: 'image/png' });
    const content = stripPngMetadata(new Uint8Array(await blob.arrayBuffer()));
    if (content.length <= fileLimits.bytes) return { type: 'image/png', content };
  }
  return { type: 'image/jpeg', content: await encodeJpegWithin(picture, fit, fileLimits.bytes) };
}

/** A JPEG of at most so many bytes, smaller or coarser if it must be. Throws FileRefusalError: `copyTooLarge`. */
export async function encodeJpegWithin(
  picture: ImageBitmap,
  fit: number,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  for (const { scale, quality } of encodingSteps) {
    const content = await encodeJpeg(renderScaled(picture, fit * scale, true), quality);
    if (content.length <= maxBytes) return content;
  }
  throw new FileRefusalError('copyTooLarge');
}

const decodeInBrowser = (bytes: Uint8Array<ArrayBuffer>, type: SniffedType): Promise<ImageBitmap> =>
  createImageBitmap(new Blob([bytes], { type }), { imageOrientation: 'from-image' });

/**
 * Renders a picture again, upright, its pixels alone, after a check of the size in its header. Throws FileRefusalError;
 * `heic` if `decode` cannot open a HEIC.
 */
export async function cleanPicture(
  type: SniffedType,
  bytes: Uint8Array<ArrayBuffer>,
  decode: (bytes: Uint8Array<ArrayBuffer>, type: SniffedType) => Promise<ImageBitmap> = decodeInBrowser,
): Promise<CopyInMemory> {
  const size = readPictureSize(type, bytes);
  if (size === undefined) throw new FileRefusalError('damaged');
  if (!isWithinPictureLimits(size)) throw new FileRefusalError('tooManyPixels');
  const tells = readPictureMetadata(type, bytes);
  const picture = await decode(bytes, type).catch((error: unknown) => {
    if (error instanceof FileRefusalError) throw error;
    throw new FileRefusalError(type === 'image/heic' ? 'heic' : 'damaged');
  });
  try {
    const asPng = type === 'image/png' || mayBeTransparent(type, bytes);
    return { ...(await encodePicture(picture, asPng)), pages: [], metadata: tells, sourceType: type };
  } finally {
    picture.close();
  }
}

function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const isEssentialMarker = (marker: number): boolean => !(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe;

function stripJpegMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = toDataView(bytes);
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) break;
    // From the scan on all belongs to the picture. A browser encodes one scan, or ends each by the next.
    if (marker === 0xda) {
      const end = bytes.findLastIndex((byte, index) => byte === 0xd9 && bytes[index - 1] === 0xff);
      if (end < at) break;
      return concatBytes([...parts, bytes.subarray(at, end + 1)]);
    }
    const length = 2 + view.getUint16(at + 2);
    if (isEssentialMarker(marker)) parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  throw new FileRefusalError('damaged');
}

const essentialChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

function stripPngMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = toDataView(bytes);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = 12 + view.getUint32(at);
    const name = readAscii(bytes, at + 4, 4);
    if (essentialChunks.has(name)) parts.push(bytes.subarray(at, at + length));
    at += length;
    if (name === 'IEND' && at <= bytes.length) return concatBytes(parts);
  }
  throw new FileRefusalError('damaged');
}

function getTagText(tags: object | undefined, ...names: readonly string[]): string {
  for (const [name, tag] of Object.entries(tags ?? {})) {
    if (!names.includes(name) || typeof tag !== 'object' || tag === null || !('description' in tag)) continue;
    const text = String(tag.description).trim();
    if (text !== '') return text;
  }
  return '';
}

const personTags = [
  'Artist',
  'Copyright',
  'CameraOwnerName',
  'XPAuthor',
  'By-line',
  'Copyright Notice',
  'Credit',
  'Writer/Editor',
  'creator',
  'rights',
  'OwnerName',
  'Author',
];
const serialTags = [
  'BodySerialNumber',
  'SerialNumber',
  'LensSerialNumber',
  'ImageUniqueID',
  'InternalSerialNumber',
  'CameraSerialNumber',
];
const programTags = ['Software', 'ProcessingSoftware', 'CreatorTool', 'Originating Program'];
const captionTags = [
  'ImageDescription',
  'UserComment',
  'XPTitle',
  'XPComment',
  'XPKeywords',
  'XPSubject',
  'Caption/Abstract',
  'Headline',
  'Keywords',
  'Object Name',
  'title',
  'description',
  'subject',
  'Comment',
  'Title',
  'Description',
];
const dayTags = ['DateTimeOriginal', 'DateTimeDigitized', 'DateTime', 'CreateDate', 'DateCreated', 'Date Created'];
const placeTags = [
  'City',
  'Sub-location',
  'Country/Primary Location Name',
  'Province/State',
  'Location',
  'GPSLatitude',
  'State',
];

const hasGpsTag = (tags: object | undefined): boolean => Object.keys(tags ?? {}).some((name) => name.startsWith('GPS'));

function isAnimated(type: SniffedType, bytes: Uint8Array): boolean {
  if (type === 'image/webp') return readAscii(bytes, 12, 4) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0;
  if (type !== 'image/png') return false;
  const view = toDataView(bytes);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = readAscii(bytes, at + 4, 4);
    if (name === 'acTL') return true;
    if (name === 'IDAT') return false;
  }
  return false;
}

/** Whether its EXIF asks for it to be turned. */
export function isTurned(bytes: Uint8Array<ArrayBuffer>): boolean {
  const orientation = readTags(bytes).exif?.Orientation?.value;
  return orientation !== undefined && orientation !== 1;
}

function readTags(bytes: Uint8Array<ArrayBuffer>): ExpandedTags {
  try {
    return load(bytes.buffer, { expanded: true, includeUnknown: false });
  } catch {
    return {};
  }
}

export function readPictureMetadata(type: SniffedType, bytes: Uint8Array<ArrayBuffer>): readonly MetadataItem[] {
  const tags = readTags(bytes);
  const parts = [tags.exif, tags.iptc, tags.xmp, tags.pngText, tags.png, tags.makerNotes];
  const findTagText = (...names: readonly string[]): string =>
    parts.map((part) => getTagText(part, ...names)).find((text) => text !== '') ?? '';
  const found: MetadataItem[] = [];
  const day = parseMetadataDay(findTagText(...dayTags));
  const model = findTagText('Model');
  const maker = findTagText('Make');
  const device = deviceName(model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${maker} ${model}`);
  const plain: readonly (readonly [PlainMetadataKind, boolean])[] = [
    ['place', tags.gps !== undefined || hasGpsTag(tags.exif) || findTagText(...placeTags) !== ''],
    ['person', findTagText(...personTags) !== ''],
    ['serial', findTagText(...serialTags) !== ''],
    ['program', findTagText(...programTags) !== ''],
    ['words', findTagText(...captionTags) !== ''],
    ['thumbnail', tags.Thumbnail !== undefined],
    ['makerNotes', tags.makerNotes !== undefined || tags.exif?.MakerNote !== undefined],
    ['moves', isAnimated(type, bytes)],
  ];
  if (plain[0]?.[1]) found.push({ kind: 'place' });
  if (day !== undefined) found.push({ kind: 'day', day });
  if (device !== undefined) found.push({ kind: 'device', device });
  for (const [kind, isPresent] of plain.slice(1)) if (isPresent) found.push({ kind });
  return found;
}
