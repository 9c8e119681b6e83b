import type { SealedFile } from '../../core/model/sealed-file.ts';
import type { Language } from '../../core/model/language.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { kilobytes } from './kilobytes.ts';
import type { Tab } from './tab-context.ts';

const fileTypeWords = {
  'image/jpeg': 'caseFiles.picture',
  'image/png': 'caseFiles.picture',
  'image/webp': 'caseFiles.picture',
  'image/heic': 'caseFiles.picture',
  'image/heif': 'caseFiles.picture',
  'application/pdf': 'caseFiles.pdf',
  'text/plain': 'caseFiles.text',
} as const satisfies Record<SealedFile['type'], WordKey>;

/** The sender chose the name: invisible characters could reverse it or imitate another. */
export const displayFileName = ({ name }: Pick<SealedFile, 'name'>): string =>
  name.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{FFFD}').trim() || '\u{FFFD}';

export const fileTypeText = (translate: Tab['translate'], { type }: Pick<SealedFile, 'type'>): string =>
  translate(fileTypeWords[type]);

const numberLocales = { en: 'en-GB', cy: 'cy-GB' } as const;

export function fileSizeText(translate: Tab['translate'], language: Language, bytes: number): string {
  const format = (value: number, digits: number): string =>
    new Intl.NumberFormat(numberLocales[language], { maximumFractionDigits: digits }).format(value);
  return bytes < 1_000_000
    ? translate('caseFiles.kilobytes', { size: format(kilobytes(bytes), 0) })
    : translate('caseFiles.megabytes', { size: format(bytes / 1_000_000, 1) });
}

const fileExtensions = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
} as const satisfies Record<SealedFile['type'], string>;

export const sealedFileName = (reference: string, { id, type }: Pick<SealedFile, 'id' | 'type'>): string =>
  `${reference}-${id.slice(0, 6)}.${fileExtensions[type]}.age`;
