import { type ExpandedTags, load } from 'exifreader';
import { lettersAt, viewOf } from './bytes.ts';
import type { SniffedType } from './sniff.ts';
import { dayIn, deviceName, type PlainTell, type Tell } from './tells.ts';

function textOf(tags: object | undefined, ...names: readonly string[]): string {
  for (const [name, tag] of Object.entries(tags ?? {})) {
    if (!names.includes(name) || typeof tag !== 'object' || tag === null || !('description' in tag)) continue;
    const text = String(tag.description).trim();
    if (text !== '') return text;
  }
  return '';
}

const people = [
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
const serials = [
  'BodySerialNumber',
  'SerialNumber',
  'LensSerialNumber',
  'ImageUniqueID',
  'InternalSerialNumber',
  'CameraSerialNumber',
];
const programs = ['Software', 'ProcessingSoftware', 'CreatorTool', 'Originating Program'];
const captions = [
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
const days = ['DateTimeOriginal', 'DateTimeDigitized', 'DateTime', 'CreateDate', 'DateCreated', 'Date Created'];
const places = [
  'City',
  'Sub-location',
  'Country/Primary Location Name',
  'Province/State',
  'Location',
  'GPSLatitude',
  'State',
];

const namesPlace = (tags: object | undefined): boolean =>
  Object.keys(tags ?? {}).some((name) => name.startsWith('GPS'));

function moves(type: SniffedType, bytes: Uint8Array): boolean {
  if (type === 'image/webp') return lettersAt(bytes, 12, 4) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0;
  if (type !== 'image/png') return false;
  const view = viewOf(bytes);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = lettersAt(bytes, at + 4, 4);
    if (name === 'acTL') return true;
    if (name === 'IDAT') return false;
  }
  return false;
}

function read(bytes: Uint8Array<ArrayBuffer>): ExpandedTags {
  try {
    return load(bytes.buffer, { expanded: true, includeUnknown: false });
  } catch {
    return {};
  }
}

/** All that a picture says beside its pixels. Throws nothing: what cannot be read is left out. */
export function pictureTells(type: SniffedType, bytes: Uint8Array<ArrayBuffer>): readonly Tell[] {
  const tags = read(bytes);
  const parts = [tags.exif, tags.iptc, tags.xmp, tags.pngText, tags.png, tags.makerNotes];
  const said = (...names: readonly string[]): string =>
    parts.map((part) => textOf(part, ...names)).find((text) => text !== '') ?? '';
  const found: Tell[] = [];
  const day = dayIn(said(...days));
  const model = said('Model');
  const maker = said('Make');
  const device = deviceName(model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${maker} ${model}`);
  const plain: readonly (readonly [PlainTell, boolean])[] = [
    ['place', tags.gps !== undefined || namesPlace(tags.exif) || said(...places) !== ''],
    ['person', said(...people) !== ''],
    ['serial', said(...serials) !== ''],
    ['program', said(...programs) !== ''],
    ['words', said(...captions) !== ''],
    ['thumbnail', tags.Thumbnail !== undefined],
    ['makerNotes', tags.makerNotes !== undefined || tags.exif?.MakerNote !== undefined],
    ['moves', moves(type, bytes)],
  ];
  if (plain[0]?.[1]) found.push({ kind: 'place' });
  if (day !== undefined) found.push({ kind: 'day', day });
  if (device !== undefined) found.push({ kind: 'device', device });
  for (const [kind, stands] of plain.slice(1)) if (stands) found.push({ kind });
  return found;
}
