import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordingType } from '../../../core/model/file-limits.ts';

const folder = join(import.meta.dirname, '../../fixtures/clean-recordings');

export const cleanRecordings = [
  ['film.mp4', 'video/mp4'],
  ['film.webm', 'video/webm'],
  ['hevc.mp4', 'video/mp4'],
  ['note.m4a', 'audio/mp4'],
  ['note.mp3', 'audio/mpeg'],
  ['note.ogg', 'audio/ogg'],
  ['note.wav', 'audio/wav'],
] as const satisfies readonly (readonly [string, RecordingType])[];

export type CleanRecording = (typeof cleanRecordings)[number][0];

/** A copy of its own each time: some hand theirs on by transfer. */
export const readCleanRecording = (name: CleanRecording): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(folder, name)));
