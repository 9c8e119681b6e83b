import type { FileWord } from './file-words.ts';
import type { FileRefusal } from './refused.ts';

export const refusalWords = {
  empty: 'files.empty',
  tooLarge: 'files.tooLarge',
  tooMany: 'files.tooMany',
  office: 'files.office',
  moving: 'files.moving',
  heic: 'files.heic',
  unknown: 'files.unknown',
  tooManyPixels: 'files.tooManyPixels',
  damaged: 'files.damaged',
  locked: 'files.locked',
  tooManyPages: 'files.tooManyPages',
  unfolds: 'files.unfolds',
  tooLong: 'files.tooLong',
  copyTooLarge: 'files.copyTooLarge',
  textTooLong: 'files.textTooLong',
  notLoaded: 'files.notLoaded',
} as const satisfies Record<FileRefusal, FileWord>;
