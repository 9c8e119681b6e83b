import { fileTypes, type FileType } from '../../core/model/file-limits.ts';

export const readyMessage = 'candour-viewer-ready';

/** Transferred, so the page around no longer has them. */
export interface ShowMessage {
  readonly candour: 'show';
  readonly type: FileType;
  readonly bytes: ArrayBuffer;
  readonly language: 'en' | 'cy';
  readonly isDark: boolean;
}

export type PageTurn = 'first' | 'back' | 'on' | 'last';
export type Zoom = 'in' | 'out' | 'fit';

export type FrameCommand =
  | { readonly candour: 'turn'; readonly to: PageTurn }
  | { readonly candour: 'zoom'; readonly to: Zoom }
  | { readonly candour: 'label'; readonly text: string }
  | { readonly candour: 'pause' };

/**
 * `notBound`: a PDF that none of our pages made; `notClean`: a recording that no clean copy could be; `noPicture`: this
 * browser has no decoder for the film's picture.
 */
const displayProblems = ['otherType', 'tooLarge', 'damaged', 'notBound', 'notClean', 'noPicture', 'notPlayed'] as const;
export type DisplayProblem = (typeof displayProblems)[number];

export interface PagePosition {
  readonly page: number;
  readonly pages: number;
  readonly percent: number;
}

export type FrameEvent =
  | ({ readonly candour: 'drawn' } & PagePosition)
  | { readonly candour: 'notShown'; readonly why: DisplayProblem }
  | { readonly candour: 'used' }
  /** A recording came to its end. */
  | { readonly candour: 'played' }
  | { readonly candour: 'escape' };

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null;
const findOption = <T extends string>(options: readonly T[], value: unknown): T | undefined =>
  options.find((option) => option === value);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= 1_000_000;

export function parseShowMessage(data: unknown): ShowMessage | undefined {
  if (!isRecord(data) || data['candour'] !== 'show') return undefined;
  const { bytes, isDark } = data;
  const type = findOption(fileTypes, data['type']);
  const language = findOption(['en', 'cy'], data['language']);
  if (type === undefined || language === undefined || typeof isDark !== 'boolean') return undefined;
  return bytes instanceof ArrayBuffer ? { candour: 'show', type, bytes, language, isDark } : undefined;
}

export function parseFrameCommand(data: unknown): FrameCommand | undefined {
  if (!isRecord(data)) return undefined;
  const { candour, text } = data;
  if (candour === 'pause') return { candour };
  if (candour === 'label') return typeof text === 'string' ? { candour, text } : undefined;
  if (candour === 'turn') {
    const to = findOption(['first', 'back', 'on', 'last'], data['to']);
    return to && { candour, to };
  }
  if (candour !== 'zoom') return undefined;
  const to = findOption(['in', 'out', 'fit'], data['to']);
  return to && { candour, to };
}

/** `undefined` for anything else: a file may speak in the frame's place. */
export function parseFrameEvent(data: unknown): FrameEvent | undefined {
  if (!isRecord(data)) return undefined;
  const { candour, page, pages, percent } = data;
  if (candour === 'used' || candour === 'played' || candour === 'escape') return { candour };
  if (candour === 'notShown') {
    const why = findOption(displayProblems, data['why']);
    return why && { candour, why };
  }
  if (candour !== 'drawn' || !isCount(page) || !isCount(pages) || !isCount(percent) || page > pages) return undefined;
  return { candour, page, pages, percent };
}
