import type { MetadataTags } from 'mediabunny';
import { deviceName, type MetadataItem, parseMetadataDay, type PlainMetadataKind } from '../clean-copy.ts';

const maxTextBytes = 200;

interface RecordingFacts {
  readonly tags: MetadataTags;
  readonly createdOn: string | undefined;
  /** Boxes of the maker beside the tags. */
  readonly hasMakerBoxes: boolean;
  readonly hasOtherTracks: boolean;
}

/** Names of tags in MP4, MOV, ID3, Vorbis comments, Matroska and RIFF. */
const kindsByTagName: readonly (readonly [PlainMetadataKind, RegExp])[] = [
  ['place', /xyz|loci|location|gps|geo|^TRSN$/iu],
  [
    'person',
    /artist|author|performer|owner|copyright|©(?:ART|aut|cpy|wrt|prf)|^(?:T(?:PE\d|COP|COM|OWN|EXT)|I(?:ART|CMS|ENG|COP))$/iu,
  ],
  ['program', /software|encode|version|©(?:too|swr|enc)|^(?:T(?:SSE|ENC)|ISFT|vendor)$/iu],
  ['serial', /serial|identifier|(?:^|\.)uuid/iu],
];
const dayTagName = /date|©day|^(?:TD\w\w|TYER|ICRD|year)$/iu;
const makerTagName = /(?:^|[.:])make$|©mak|manufacturer/iu;
const modelTagName = /(?:^|[.:])model$|©mod/iu;

/** The metadata of a recording, as it named them itself. Only a day and a device keep the file's own words. */
export function recordingMetadata({
  tags,
  createdOn,
  hasMakerBoxes,
  hasOtherTracks,
}: RecordingFacts): readonly MetadataItem[] {
  const raw = Object.entries(tags.raw ?? {}).flatMap(([name, value]) => flattenTag(name, value));
  const textOf = (pattern: RegExp): string =>
    raw.find(({ name, text }) => pattern.test(name) && text !== '')?.text ?? '';
  const hasTag = (pattern: RegExp): boolean => raw.some(({ name }) => pattern.test(name));
  const day = parseMetadataDay(textOf(dayTagName)) ?? createdOn;
  const [maker, model] = [textOf(makerTagName), textOf(modelTagName)];
  const device = deviceName(model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${maker} ${model}`);
  const plain: readonly (readonly [PlainMetadataKind, boolean])[] = [
    ...kindsByTagName.slice(1).map(([kind, pattern]) => [kind, hasTag(pattern)] as const),
    ['words', [tags.title, tags.description, tags.album, tags.genre, tags.lyrics, tags.comment].some((text) => text)],
    ['attachments', (tags.images ?? []).length > 0],
    ['makerNotes', hasMakerBoxes],
    ['tracks', hasOtherTracks],
  ];
  return [
    ...(hasTag(kindsByTagName[0]?.[1] ?? /^$/u) ? [{ kind: 'place' } as const] : []),
    ...(day === undefined ? [] : [{ kind: 'day', day } as const]),
    ...(device === undefined ? [] : [{ kind: 'device', device } as const]),
    ...plain.flatMap(([kind, isPresent]) => (isPresent ? [{ kind }] : [])),
  ];
}

interface RawTag {
  readonly name: string;
  readonly text: string;
}

function flattenTag(name: string, value: unknown): readonly RawTag[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ name, text: value }];
  // QuickTime's own text begins with its length and its language.
  if (value instanceof Uint8Array)
    return [{ name, text: new TextDecoder('latin1').decode(value.subarray(4, maxTextBytes)) }];
  if (typeof value !== 'object' || value === null) return [];
  const named = Object.entries(value).flatMap(([key, text]): readonly RawTag[] =>
    typeof text === 'string' ? [{ name: Array.isArray(value) ? name : key, text }] : [],
  );
  return [{ name, text: '' }, ...named];
}
