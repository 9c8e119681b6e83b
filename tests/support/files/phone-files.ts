import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { FileKind } from '../../../core/model/file-kinds.ts';
import { generatePicture } from './generated-picture.ts';
import { markedJpeg } from './marked-jpeg.ts';
import { markedPdf } from './marked-pdf.ts';
import { markedPng, markedWebp, plainPng } from './marked-png-webp.ts';
import { readRecording, recordingCanary } from './recording-corpus.ts';

/** In everything that these files say of themselves, and in their names. */
export const tagCanary = recordingCanary;

/** How a file is seen once it is chosen, and later by a handler. */
export type ShownAs = 'picture' | 'pages' | 'text' | 'audio' | 'video';

interface CopyOfFile {
  readonly kind: FileKind;
  readonly shownAs: ShownAs;
  /** The word of the page that proposes its name. */
  readonly name:
    | 'files.photo'
    | 'files.note'
    | 'files.document'
    | 'files.documentPictures'
    | 'files.recording'
    | 'files.video';
}

/** A file as someone has it on a phone or a computer. */
export interface PhoneFile {
  readonly ending: string;
  /** `said`: words that its text holds. */
  readonly read: (page: Page, said: string) => Promise<Buffer> | Buffer;
  /** All that the page makes of it. */
  readonly copies: readonly CopyOfFile[];
}

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../fixtures', name));
const size = { width: 320, height: 200 };
const photo: CopyOfFile = { kind: 'photo', shownAs: 'picture', name: 'files.photo' };
const recording: CopyOfFile = { kind: 'recording', shownAs: 'audio', name: 'files.recording' };
const video: CopyOfFile = { kind: 'video', shownAs: 'video', name: 'files.video' };
const sound = (name: string, ending = name): PhoneFile => ({
  ending: ending.split('.').at(-1) ?? '',
  read: () => Buffer.from(readRecording(name)),
  copies: [recording],
});
const film = (name: string): PhoneFile => ({ ...sound(name), copies: [video] });

const jpeg: PhoneFile = {
  ending: 'jpg',
  read: async (page) => markedJpeg(await generatePicture(page, 'image/jpeg', size), tagCanary),
  copies: [photo],
};
const png: PhoneFile = { ending: 'png', read: () => markedPng(plainPng(40, 30), tagCanary), copies: [photo] };
const webp: PhoneFile = {
  ending: 'webp',
  read: async (page) => markedWebp(await generatePicture(page, 'image/webp', size), size, tagCanary),
  copies: [photo],
};
const heic: PhoneFile = { ending: 'heic', read: () => fixture('office-and-heic/marked.heic'), copies: [photo] };
const pdf: PhoneFile = {
  ending: 'pdf',
  read: () => markedPdf(tagCanary),
  copies: [{ kind: 'document', shownAs: 'pages', name: 'files.document' }],
};
const text: PhoneFile = {
  ending: 'txt',
  read: (_page, said) => Buffer.from(`Tŷ\u202E ${said}`),
  copies: [{ kind: 'document', shownAs: 'text', name: 'files.note' }],
};
const docx: PhoneFile = {
  ending: 'docx',
  read: () => fixture('office-and-heic/marked.docx'),
  copies: [
    { kind: 'document', shownAs: 'text', name: 'files.document' },
    { kind: 'document', shownAs: 'pages', name: 'files.documentPictures' },
  ],
};

/** Every kind that is taken, in as few reports as five files each allow, with what is said of them. */
export const phoneFiles = [
  {
    title: 'JPEG, PNG, HEIC, text and PDF',
    files: [jpeg, png, heic, text, pdf],
    said: { en: '3 photos and 2 documents', cy: '3 llun a 2 ddogfen' },
  },
  {
    title: 'Word, M4A, MP3 and WebP',
    files: [docx, sound('voice.m4a'), sound('voice.mp3'), webp],
    said: { en: '1 photo, 2 recordings and 2 documents', cy: '1 llun, 2 recordiad a 2 ddogfen' },
  },
  {
    title: 'Opus, WAV, MOV, WebM and MP4',
    files: [
      sound('voice.ogg', 'voice.opus'),
      sound('voice.wav'),
      film('phone.mov'),
      film('film.webm'),
      film('film.mp4'),
    ],
    said: { en: '2 recordings and 3 videos', cy: '2 recordiad a 3 fideo' },
  },
] as const satisfies readonly {
  readonly title: string;
  readonly files: readonly PhoneFile[];
  readonly said: Readonly<Record<'en' | 'cy', string>>;
}[];
