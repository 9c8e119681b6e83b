import { FileRefusalError, type MetadataItem, parseMetadataDay, type PlainMetadataKind } from './clean-copy.ts';
import { readXml, type XmlToken } from './xml-reader.ts';
import { unzipParts } from './unzip-parts.ts';

export interface Docx {
  /** The words that a reader of its print sees: no deleted or hidden words, comments or properties. */
  readonly text: string;
  readonly pictures: readonly DocxPicture[];
  readonly metadata: readonly MetadataItem[];
  /** It has charts, shapes or drawings, which are in neither the text nor the pictures. */
  readonly hasDrawings: boolean;
}

export interface DocxPicture {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly crop: Crop;
}

/** The share that is cut off each side, from 0 to 1: Word keeps what it does not show. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
const noCrop: Crop = { left: 0, top: 0, right: 0, bottom: 0 };

type Parts = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
type OpenTag = Extract<XmlToken, { kind: 'open' }>;

const isWanted = (name: string): boolean =>
  /^(?:_rels\/|docProps\/|word\/)/u.test(name) && !/^word\/(?:embeddings|fonts|activeX)\//u.test(name);

/** Reads a Word file. Throws FileRefusalError: `office` for other files of Office and other zips. */
export function readDocx(bytes: Uint8Array): Docx {
  const { names, contents } = unzipParts(bytes, isWanted);
  const main = [...readRelationships(contents, '').values()].find(({ type }) => type === 'officeDocument')?.target;
  const document = main?.startsWith('word/') ? contents.get(main) : undefined;
  if (main === undefined || document === undefined) throw new FileRefusalError('office');
  const reading: Reading = {
    parts: contents,
    hiddenStyles: readHiddenStyles(contents),
    hasEvenPages: hasTag(contents.get('word/settings.xml'), 'w:evenAndOddHeaders'),
    pictures: [],
    seen: new Set(),
    hasDrawings: false,
  };
  const story = readStory(reading, main);
  const beside = [...new Set(story.headers)].map((part) => readStory(reading, part).text);
  const notes = (['footnotes', 'endnotes'] as const).map((kind) => {
    const part = `word/${kind}.xml`;
    return contents.has(part) ? readStory(reading, part, story[kind]).text : '';
  });
  return {
    text: [story.text, ...beside, ...notes]
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .join('\n\n'),
    pictures: reading.pictures,
    metadata: readMetadata(contents, names, reading.seen),
    hasDrawings: reading.hasDrawings,
  };
}

interface Relationship {
  readonly type: string;
  /** The part's name; `undefined` if it is outside the file. */
  readonly target: string | undefined;
}

function resolvePart(folder: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function readRelationships(parts: Parts, part: string): ReadonlyMap<string, Relationship> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const content = parts.get(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found = new Map<string, Relationship>();
  for (const token of content === undefined ? [] : readXml(content)) {
    if (token.kind !== 'open' || token.name !== 'Relationship') continue;
    const { attributes } = token;
    const type = attributes.get('Type') ?? '';
    found.set(attributes.get('Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      target:
        attributes.get('TargetMode') === 'External' ? undefined : resolvePart(folder, attributes.get('Target') ?? ''),
    });
  }
  return found;
}

const hasTag = (content: Uint8Array | undefined, name: string): boolean => {
  for (const token of content === undefined ? [] : readXml(content))
    if (token.kind === 'open' && token.name === name) return isOn(token);
  return false;
};

const isOn = ({ attributes }: OpenTag): boolean => !['0', 'false', 'off'].includes(attributes.get('w:val') ?? '');

/** The ids of styles that hide their words, by themselves or as the style they are based on does. */
function readHiddenStyles(parts: Parts): ReadonlySet<string> {
  const basedOn = new Map<string, string>();
  const hidden = new Map<string, boolean>();
  let id = '';
  const content = parts.get('word/styles.xml');
  for (const token of content === undefined ? [] : readXml(content)) {
    if (token.kind !== 'open') continue;
    const value = token.attributes.get('w:val') ?? '';
    if (token.name === 'w:style') id = token.attributes.get('w:styleId') ?? '';
    else if (token.name === 'w:basedOn') basedOn.set(id, value);
    else if (hidingTags.has(token.name)) hidden.set(id, isOn(token));
  }
  const isHidden = (style: string, depth: number): boolean => {
    const own = hidden.get(style);
    if (own !== undefined || depth > 32) return own ?? false;
    const parent = basedOn.get(style);
    return parent !== undefined && isHidden(parent, depth + 1);
  };
  return new Set([...new Set([...basedOn.keys(), ...hidden.keys()])].filter((style) => isHidden(style, 0)));
}

interface Reading {
  readonly parts: Parts;
  readonly hiddenStyles: ReadonlySet<string>;
  readonly hasEvenPages: boolean;
  readonly pictures: DocxPicture[];
  readonly seen: Set<PlainMetadataKind>;
  hasDrawings: boolean;
}

interface Story {
  readonly text: string;
  /** The parts of headers and footers that a page shows. */
  readonly headers: readonly string[];
  /** The ids of notes that are referred to. */
  readonly footnotes: ReadonlySet<string>;
  readonly endnotes: ReadonlySet<string>;
}

interface Frame {
  readonly name: string;
  isSkipped: boolean;
  isHidden: boolean;
  cells: number;
}

const hidingTags = new Set(['w:vanish', 'w:specVanish']);
const revisionTags = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);
const isFormatChange = (name: string): boolean => /^w:\w+Change$/u.test(name);
const skippedTags = new Set(['w:del', 'w:moveFrom', 'w:delText', 'w:instrText', 'w:delInstrText', 'mc:Fallback']);
const drawingTags = new Set([
  'wps:wsp',
  'wpg:wgp',
  'wpc:wpc',
  'c:chart',
  'cx:chart',
  'dgm:relIds',
  'w:object',
  'w:altChunk',
  'v:rect',
  'v:roundrect',
  'v:oval',
  'v:line',
  'v:polyline',
  'v:group',
]);
const textTags = new Set(['w:t', 'm:t']);
const wordNamespaces = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

/** Another prefix could show hidden words: only Word's own is read. */
function checkNamespaces({ attributes }: OpenTag): void {
  for (const [key, value] of attributes)
    if (key.startsWith('xmlns') && (key === 'xmlns:w') !== wordNamespaces.has(value))
      throw new FileRefusalError('damaged');
}

const percentCrop = (attributes: ReadonlyMap<string, string>): Crop => {
  const share = (key: string): number => Math.min(1, Math.max(0, Number(attributes.get(key) ?? 0) / 100_000 || 0));
  return { left: share('l'), top: share('t'), right: share('r'), bottom: share('b') };
};
const vmlCropKeys = ['cropleft', 'croptop', 'cropright', 'cropbottom'];

/** The text of one part, and what it refers to; `notes` limits a part of notes to these. */
function readStory(reading: Reading, part: string, notes?: ReadonlySet<string>): Story {
  const { parts, hiddenStyles, pictures, seen } = reading;
  const content = parts.get(part);
  const relationships = readRelationships(parts, part);
  const referred = { footnotes: new Set<string>(), endnotes: new Set<string>() };
  const headers: string[] = [];
  let section: { readonly type: string; readonly target: string }[] = [];
  let hasTitlePage = false;
  let text = '';
  const stack: Frame[] = [];
  const above = (steps: number): Frame | undefined => stack[stack.length - steps];

  let mayCropLast = false;
  const addPicture = (id: string | undefined): void => {
    const target = relationships.get(id ?? '')?.target;
    const picture = target === undefined ? undefined : parts.get(target);
    mayCropLast = picture !== undefined;
    if (picture === undefined) reading.hasDrawings = true;
    else pictures.push({ content: picture, crop: noCrop });
  };
  const cropLastPicture = (crop: Crop): void => {
    const picture = mayCropLast ? pictures.pop() : undefined;
    if (picture) pictures.push({ ...picture, crop });
    mayCropLast = false;
  };
  const addNote = (kind: 'footnotes' | 'endnotes', { attributes }: OpenTag): void => {
    const id = attributes.get('w:id') ?? '';
    if (!/^\d{1,6}$/u.test(id)) return;
    referred[kind].add(id);
    text += `[${id}]`;
  };

  const open = (tag: OpenTag): void => {
    const { name, attributes } = tag;
    checkNamespaces(tag);
    const parent = above(1);
    const isRevision = revisionTags.has(name) || isFormatChange(name);
    if (isRevision) {
      seen.add('versions');
      if (attributes.get('w:author')) seen.add('person');
    }
    const isOtherNote =
      notes !== undefined && /^w:(?:foot|end)note$/u.test(name) && !notes.has(attributes.get('w:id') ?? '');
    const isSkipped = (parent?.isSkipped ?? false) || skippedTags.has(name) || isFormatChange(name) || isOtherNote;
    const frame: Frame = { name, isSkipped, isHidden: parent?.isHidden ?? false, cells: 0 };
    stack.push(frame);
    if (isSkipped) return;
    const run = above(3);
    const styleHides = (name === 'w:pStyle' || name === 'w:rStyle') && hiddenStyles.has(attributes.get('w:val') ?? '');
    if (styleHides && run) run.isHidden = true;
    // Of a paragraph's own mark nothing is read.
    if (hidingTags.has(name) && run?.name === 'w:r') run.isHidden = isOn(tag);
    if (name === 'w:hidden' && parent?.name === 'w:trPr' && run) run.isHidden = isOn(tag);
    if (run?.isHidden) seen.add('hiddenText');
    if (name === 'w:sectPr') {
      section = [];
      hasTitlePage = false;
    }
    if (name === 'w:titlePg') hasTitlePage = isOn(tag);
    if (name === 'w:headerReference' || name === 'w:footerReference') {
      const target = relationships.get(attributes.get('r:id') ?? '')?.target;
      if (target !== undefined) section.push({ type: attributes.get('w:type') ?? 'default', target });
    }
    if (frame.isHidden) return;
    if (drawingTags.has(name)) reading.hasDrawings = true;
    if (name === 'w:numId' && attributes.get('w:val') !== '0') text += '- ';
    if (parent?.name === 'w:r') {
      if (name === 'w:tab') text += '\t';
      if (name === 'w:br' || name === 'w:cr') text += '\n';
      if (name === 'w:noBreakHyphen') text += '-';
      if (name === 'w:footnoteReference') addNote('footnotes', tag);
      if (name === 'w:endnoteReference') addNote('endnotes', tag);
    }
    if (name === 'w:footnote' || name === 'w:endnote') text += `[${attributes.get('w:id') ?? ''}] `;
    if (name === 'w:tc' && parent) {
      if (parent.cells > 0) text = `${text.replace(/\n$/u, '')}\t`;
      parent.cells += 1;
    }
    if (name === 'a:blip') addPicture(attributes.get('r:embed'));
    if (name === 'a:srcRect') cropLastPicture(percentCrop(attributes));
    // How these cut is not read here: better no picture than what somebody cut off.
    if (name === 'v:imagedata' && vmlCropKeys.some((key) => attributes.has(key))) reading.hasDrawings = true;
    else if (name === 'v:imagedata') addPicture(attributes.get('r:id'));
  };

  const close = (): void => {
    const frame = stack.pop();
    if (frame === undefined || frame.isSkipped) return;
    if (frame.name === 'w:sectPr')
      for (const { type, target } of section)
        if (type === 'default' || (type === 'first' && hasTitlePage) || (type === 'even' && reading.hasEvenPages))
          headers.push(target);
    if (frame.name === 'w:p' && !frame.isHidden) text += '\n';
  };

  for (const token of content === undefined ? [] : readXml(content)) {
    if (token.kind === 'open') open(token);
    else if (token.kind === 'close') close();
    else {
      const frame = above(1);
      if (frame && textTags.has(frame.name) && !frame.isSkipped && !frame.isHidden) text += token.text;
    }
  }
  if ([...relationships.values()].some(({ type, target }) => type === 'hyperlink' && target === undefined))
    seen.add('links');
  return { text, headers, ...referred };
}

const properties: readonly (readonly [part: string, tags: readonly string[], kind: PlainMetadataKind])[] = [
  ['docProps/core.xml', ['dc:creator', 'cp:lastModifiedBy'], 'person'],
  ['docProps/core.xml', ['dc:title', 'dc:subject', 'dc:description', 'cp:keywords', 'cp:category'], 'words'],
  ['docProps/app.xml', ['Company', 'Manager'], 'person'],
  ['docProps/app.xml', ['Application', 'Template'], 'program'],
];

function readProperties(parts: Parts, part: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const content = parts.get(part);
  let name = '';
  for (const token of content === undefined ? [] : readXml(content)) {
    if (token.kind === 'open') ({ name } = token);
    else if (token.kind === 'text' && token.text.trim() !== '') values.set(name, token.text.trim());
  }
  return values;
}

function readMetadata(
  parts: Parts,
  names: ReadonlySet<string>,
  seen: ReadonlySet<PlainMetadataKind>,
): readonly MetadataItem[] {
  const kinds = new Set(seen);
  const core = readProperties(parts, 'docProps/core.xml');
  for (const [part, tags, kind] of properties) {
    const values = readProperties(parts, part);
    if (tags.some((tag) => values.has(tag))) kinds.add(kind);
  }
  const byName: readonly (readonly [RegExp, PlainMetadataKind])[] = [
    [/^word\/comments/u, 'comments'],
    [/^word\/people/u, 'person'],
    [/^docProps\/custom/u, 'words'],
    [/^docProps\/thumbnail/u, 'thumbnail'],
    [/^(?:customXml|word\/embeddings)\//u, 'attachments'],
    [/^word\/(?:vbaProject|activeX\/)/u, 'scripts'],
  ];
  for (const name of names) for (const [pattern, kind] of byName) if (pattern.test(name)) kinds.add(kind);
  const day =
    parseMetadataDay(core.get('dcterms:created') ?? '') ?? parseMetadataDay(core.get('dcterms:modified') ?? '');
  return [...(day === undefined ? [] : [{ kind: 'day' as const, day }]), ...[...kinds].map((kind) => ({ kind }))];
}
