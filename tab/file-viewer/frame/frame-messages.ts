export const shownTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'text/plain'] as const;
export type ShownType = (typeof shownTypes)[number];

export const ready = 'candour-viewer-ready';

/** The bytes are transferred: the page around has them no more. */
export interface ToShow {
  readonly candour: 'show';
  readonly type: ShownType;
  readonly bytes: ArrayBuffer;
  readonly language: 'en' | 'cy';
  readonly isDark: boolean;
}

export type Turn = 'first' | 'back' | 'on' | 'last';
export type Zoom = 'in' | 'out' | 'fit';

export type Told =
  | { readonly candour: 'turn'; readonly to: Turn }
  | { readonly candour: 'zoom'; readonly to: Zoom }
  | { readonly candour: 'label'; readonly text: string };

/** `notBound`: a PDF that none of our pages made. */
const notShownFor = ['otherType', 'tooLarge', 'damaged', 'notBound'] as const;
export type NotShown = (typeof notShownFor)[number];

export interface Place {
  readonly page: number;
  readonly pages: number;
  readonly percent: number;
}

export type Said =
  | ({ readonly candour: 'drawn' } & Place)
  | { readonly candour: 'notShown'; readonly why: NotShown }
  | { readonly candour: 'used' };

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null;
const oneOf = <T extends string>(options: readonly T[], given: unknown): T | undefined =>
  options.find((option) => option === given);
const isCount = (given: unknown): given is number =>
  typeof given === 'number' && Number.isSafeInteger(given) && given >= 1 && given <= 1_000_000;

export function toShow(data: unknown): ToShow | undefined {
  if (!isRecord(data) || data['candour'] !== 'show') return undefined;
  const { bytes, isDark } = data;
  const type = oneOf(shownTypes, data['type']);
  const language = oneOf(['en', 'cy'], data['language']);
  if (type === undefined || language === undefined || typeof isDark !== 'boolean') return undefined;
  return bytes instanceof ArrayBuffer ? { candour: 'show', type, bytes, language, isDark } : undefined;
}

export function told(data: unknown): Told | undefined {
  if (!isRecord(data)) return undefined;
  const { candour, text } = data;
  if (candour === 'label') return typeof text === 'string' ? { candour, text } : undefined;
  if (candour === 'turn') {
    const to = oneOf(['first', 'back', 'on', 'last'], data['to']);
    return to && { candour, to };
  }
  if (candour !== 'zoom') return undefined;
  const to = oneOf(['in', 'out', 'fit'], data['to']);
  return to && { candour, to };
}

/** `undefined` for anything else: a file may speak in the frame's place. */
export function said(data: unknown): Said | undefined {
  if (!isRecord(data)) return undefined;
  const { candour, page, pages, percent } = data;
  if (candour === 'used') return { candour };
  if (candour === 'notShown') {
    const why = oneOf(notShownFor, data['why']);
    return why && { candour, why };
  }
  if (candour !== 'drawn' || !isCount(page) || !isCount(pages) || !isCount(percent) || page > pages) return undefined;
  return { candour, page, pages, percent };
}
