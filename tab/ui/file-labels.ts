import { docxType, type OriginalFileType, parseFileType } from '../../core/model/file-limits.ts';
import type { SealedFile } from '../../core/model/sealed-file.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { formatNumber } from '../../words/number-format.ts';
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
  [docxType]: 'caseFiles.word',
  'audio/mp4': 'caseFiles.sound',
  'audio/mpeg': 'caseFiles.sound',
  'audio/ogg': 'caseFiles.sound',
  'audio/wav': 'caseFiles.sound',
  'audio/webm': 'caseFiles.sound',
  'video/mp4': 'caseFiles.video',
  'video/webm': 'caseFiles.video',
} as const satisfies Record<OriginalFileType, WordKey>;

/** The sender chose the name: invisible characters could reverse it or imitate another. */
export const displayFileName = ({ name }: Pick<SealedFile, 'name'>): string =>
  name.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{FFFD}').trim() || '\u{FFFD}';

export function fileTypeText(translate: Tab['translate'], file: Pick<SealedFile, 'type'>): string {
  const type = parseFileType(file.type);
  return translate(type === undefined ? 'caseFiles.unknownType' : fileTypeWords[type]);
}

export const fileSizeText = (translate: Tab['translate'], bytes: number): string =>
  bytes < 1_000_000
    ? translate('caseFiles.kilobytes', { size: formatNumber(kilobytes(bytes), 0) })
    : translate('caseFiles.megabytes', { size: formatNumber(bytes / 1_000_000, 1) });

/** As other programs show a SHA-256. Never throws for what a seal may hold. */
export const hexDigest = (base64url: string): string =>
  Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (byte) =>
    byte.charCodeAt(0).toString(16).padStart(2, '0'),
  ).join('');

const fileExtensions = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  [docxType]: 'docx',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/webm': 'weba',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
} as const satisfies Record<OriginalFileType, string>;

export function sealedFileName(reference: string, { id, type }: Pick<SealedFile, 'id' | 'type'>): string {
  const known = parseFileType(type);
  return `${reference}-${id.slice(0, 6)}.${known === undefined ? 'bin' : fileExtensions[known]}.age`;
}
