import { FileRefusalError } from './clean-copy.ts';

export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const maxDepth = 512;
const maxTagLength = 65_536;
const attributePattern = /\s+([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gy;
const namePattern = /^[\p{L}_][\w:.-]*/u;
const entityPattern = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));|&/gu;
const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const damaged = (): FileRefusalError => new FileRefusalError('damaged');

/**
 * The tags and text of an XML file in their order; an empty tag opens and closes. A worker has no DOMParser. Throws
 * FileRefusalError for a document type, unknown entities, tags that do not match, and whatever else it does not know.
 */
export function* readXml(bytes: Uint8Array): Generator<XmlToken> {
  const text = decode(bytes);
  const openTags: string[] = [];
  for (let at = 0; at < text.length; ) {
    const tag = text.indexOf('<', at);
    const end = tag === -1 ? text.length : tag;
    if (end > at) yield { kind: 'text', text: unescapeXml(text.slice(at, end)) };
    if (tag === -1) break;
    if (text.startsWith('<!--', tag)) at = skipPast(text, '-->', tag + 4);
    else if (text.startsWith('<?', tag)) at = skipPast(text, '?>', tag + 2);
    else if (text.startsWith('<![CDATA[', tag)) {
      at = skipPast(text, ']]>', tag + 9);
      yield { kind: 'text', text: text.slice(tag + 9, at - 3) };
    } else {
      at = findTagEnd(text, tag + 1);
      const inside = text.slice(tag + 1, at - 1);
      if (inside.startsWith('/')) {
        const name = inside.slice(1).trimEnd();
        if (openTags.pop() !== name) throw damaged();
        yield { kind: 'close', name };
      } else {
        const isEmpty = inside.endsWith('/');
        const { name, attributes } = parseTag(isEmpty ? inside.slice(0, -1) : inside);
        yield { kind: 'open', name, attributes };
        if (isEmpty) yield { kind: 'close', name };
        else if (openTags.push(name) > maxDepth) throw damaged();
      }
    }
  }
  if (openTags.length > 0) throw damaged();
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw damaged();
  }
}

function skipPast(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  if (at === -1) throw damaged();
  return at + end.length;
}

/** Past the `>` that is in no quotes. */
function findTagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length && at - from <= maxTagLength; at += 1) {
    const sign = text.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  throw damaged();
}

function parseTag(inside: string): { readonly name: string; readonly attributes: ReadonlyMap<string, string> } {
  const name = namePattern.exec(inside)?.[0];
  if (name === undefined) throw damaged();
  const attributes = new Map<string, string>();
  const pattern = new RegExp(attributePattern);
  let at = name.length;
  for (pattern.lastIndex = at; ; at = pattern.lastIndex) {
    const [, key = '', double, single] = pattern.exec(inside) ?? [];
    if (key === '') break;
    if (attributes.has(key)) throw damaged();
    attributes.set(key, unescapeXml(double ?? single ?? ''));
  }
  if (inside.slice(at).trim() !== '') throw damaged();
  return { name, attributes };
}

const unescapeXml = (raw: string): string =>
  raw.replaceAll(entityPattern, (_whole, hexadecimal?: string, decimal?: string, name?: string) => {
    if (name !== undefined) {
      const sign = entities.get(name);
      if (sign !== undefined) return sign;
    }
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    if (!(code <= 0x10ffff)) throw damaged();
    return String.fromCodePoint(code);
  });
