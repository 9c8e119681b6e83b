import { docxType, type OriginalFileType } from '../../core/model/file-limits.ts';
import type { Language } from '../../core/model/language.ts';
import { formatDay } from '../../words/date-format.ts';
import { formatNumber } from '../../words/number-format.ts';
import type { filePickerWords } from '../../words/tab/file-picker.ts';
import type { WordValues } from '../../words/translate-word.ts';
import type { FileRefusal, PlainMetadataKind, MetadataItem } from './clean-copy.ts';

type FileMessageKey = keyof typeof filePickerWords;

export interface FilePickerLocalisation {
  readonly language: Language;
  readonly translate: (key: FileMessageKey, values?: WordValues) => string;
  readonly announce: (words: string) => void;
}

const metadataWords = {
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
  hiddenText: 'files.tellsHiddenText',
  links: 'files.tellsLinks',
  tracks: 'files.tellsTracks',
} as const satisfies Record<PlainMetadataKind, FileMessageKey>;

export function metadataText({ translate: say, language }: FilePickerLocalisation, item: MetadataItem): string {
  if (item.kind === 'day') return say('files.tellsDay', { day: formatDay(language, item.day) });
  if (item.kind === 'device') return say('files.tellsDevice', { device: item.device });
  return say(metadataWords[item.kind]);
}

/** With one digit behind the point; never less than is there. */
export const formatSeconds = (seconds: number): string => formatNumber(Math.ceil(seconds * 10 - 0.001) / 10, 1);

export function defaultFileName(
  { translate: say }: FilePickerLocalisation,
  sourceType: OriginalFileType | undefined,
  number: number,
  isPictures = false,
): string {
  if (sourceType === undefined) return say('files.newFile', { number });
  if (sourceType.startsWith('video/')) return say('files.video', { number });
  if (sourceType.startsWith('audio/')) return say('files.recording', { number });
  if (sourceType === docxType) return say(isPictures ? 'files.documentPictures' : 'files.document', { number });
  if (sourceType === 'application/pdf') return say('files.document', { number });
  return say(sourceType === 'text/plain' ? 'files.note' : 'files.photo', { number });
}

export const fileRefusalWords = {
  empty: 'files.empty',
  tooLarge: 'files.tooLarge',
  tooMany: 'files.tooMany',
  office: 'files.office',
  otherRecording: 'files.otherRecording',
  heic: 'files.heic',
  unknown: 'files.unknown',
  tooManyPixels: 'files.tooManyPixels',
  damaged: 'files.damaged',
  locked: 'files.locked',
  tooManyPages: 'files.tooManyPages',
  unfolds: 'files.unfolds',
  tooLong: 'files.tooLong',
  changed: 'files.changed',
  copyTooLarge: 'files.copyTooLarge',
  overLimit: 'files.overLimit',
  secondVideo: 'files.secondVideo',
  textTooLong: 'files.textTooLong',
  noRoomForPictures: 'files.noRoomForPictures',
  notLoaded: 'files.notLoaded',
} as const satisfies Record<FileRefusal, FileMessageKey>;
