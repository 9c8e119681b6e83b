import type { Language } from '../../core/model/language.ts';
import type { filesWords } from '../../words/tab/files.ts';
import type { WordValues } from '../../words/translate.ts';
import type { SniffedType } from './sniff.ts';
import type { FileRefusal, PlainTell, Tell } from './clean-copy.ts';

type FileWord = keyof typeof filesWords;

export interface Speaking {
  readonly language: Language;
  readonly say: (key: FileWord, values?: WordValues) => string;
  readonly announce: (words: string) => void;
}

const tellWords = {
  place: 'files.tellsPlace',
  person: 'files.tellsPerson',
  serial: 'files.tellsSerial',
  program: 'files.tellsProgram',
  words: 'files.tellsWords',
  thumbnail: 'files.tellsThumbnail',
  makerNotes: 'files.tellsMakerNotes',
  moves: 'files.tellsMoves',
  attachments: 'files.tellsAttachments',
  scripts: 'files.tellsScripts',
  comments: 'files.tellsComments',
  formFields: 'files.tellsFormFields',
  versions: 'files.tellsVersions',
  unseenSigns: 'files.tellsUnseenSigns',
} as const satisfies Record<PlainTell, FileWord>;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy-GB' };

export function tellText({ say, language }: Speaking, tell: Tell): string {
  if (tell.kind === 'day') {
    const day = new Date(`${tell.day}T12:00:00Z`).toLocaleDateString(locales[language], {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
    return say('files.tellsDay', { day });
  }
  if (tell.kind === 'device') return say('files.tellsDevice', { device: tell.device });
  return say(tellWords[tell.kind]);
}

export function nameFor({ say }: Speaking, was: SniffedType | 'image/heif' | undefined, number: number): string {
  if (was === undefined) return say('files.newFile', { number });
  if (was === 'application/pdf') return say('files.document', { number });
  return say(was === 'text/plain' ? 'files.note' : 'files.photo', { number });
}

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
