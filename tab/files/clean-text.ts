import { hasBytes } from './sniff-file-type.ts';
import { FileRefusalError } from './clean-copy.ts';

export interface CleanText {
  readonly text: string;
  readonly hadInvisible: boolean;
}

export const maxTextFileLength = 2_000_000;

function decode(bytes: Uint8Array): string {
  if (hasBytes(bytes, 0, [0xff, 0xfe])) return new TextDecoder('utf-16le', { fatal: true }).decode(bytes);
  if (hasBytes(bytes, 0, [0xfe, 0xff])) return new TextDecoder('utf-16be', { fatal: true }).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const invisibleCharacters = /[\p{Cc}\p{Cf}\p{Co}]|\p{Variation_Selector}|[\u{115F}\u{1160}\u{3164}\u{FFA0}]/gu;
const lineBreaks = /\r\n?|[\u{2028}\u{2029}\u{85}]/gu;
const isAllowedControl = (sign: string): boolean => sign === '\n' || sign === '\t';

/**
 * A file's text, without any invisible character. Throws FileRefusalError: `damaged` if the bytes are no text,
 * `textTooLong`.
 */
export function cleanText(bytes: Uint8Array): CleanText {
  let read: string;
  try {
    read = decode(bytes).toWellFormed();
  } catch {
    throw new FileRefusalError('damaged');
  }
  if (read.length > maxTextFileLength) throw new FileRefusalError('textTooLong');
  let hadInvisible = false;
  const text = read
    .replaceAll(lineBreaks, '\n')
    .normalize('NFC')
    .replaceAll(invisibleCharacters, (sign) => {
      if (isAllowedControl(sign)) return sign;
      hadInvisible = true;
      return '';
    })
    .normalize('NFC');
  if (text.trim() === '') throw new FileRefusalError('empty');
  return { text, hadInvisible };
}
