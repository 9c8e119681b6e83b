import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanRecording } from '../../../tab/files/recordings/clean-recording.ts';
import type { CleanedRecording } from '../../../tab/files/recording-messages.ts';

/** In every tag of the recordings in `tests/fixtures/recordings`. */
export const recordingCanary = 'ZZCANARY';

export const readRecording = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/recordings', name)));

export interface RecordingCopy extends CleanedRecording {
  readonly content: Buffer;
}

/** Cleans a recording in this process, which has no codecs. */
export async function copyRecording(bytes: Uint8Array<ArrayBuffer>): Promise<RecordingCopy> {
  const pieces: Uint8Array[] = [];
  const cleaned = await cleanRecording(new Blob([bytes]), async (piece) => {
    pieces.push(piece);
  });
  return { ...cleaned, content: Buffer.concat(pieces) };
}

/** All recordings that are copied, with the type of their copy. */
export const recordingTypes = {
  'phone.mov': 'video/mp4',
  'film.mp4': 'video/mp4',
  'hevc.mov': 'video/mp4',
  'cut-beginning.mp4': 'video/mp4',
  'cut-end.mp4': 'video/mp4',
  'film.mkv': 'video/mp4',
  'film.webm': 'video/webm',
  'vorbis.webm': 'video/webm',
  'voice.webm': 'audio/ogg',
  'voice.m4a': 'audio/mp4',
  'voice.aac': 'audio/mp4',
  'voice.mp3': 'audio/mpeg',
  'voice.ogg': 'audio/ogg',
  'vorbis.ogg': 'audio/ogg',
  'voice.wav': 'audio/wav',
} as const;
export const recordingNames = Object.keys(recordingTypes);
