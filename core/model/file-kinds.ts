import { z } from 'zod';
import type { SealedFile } from './sealed-file.ts';

const fileKinds = ['photo', 'recording', 'video', 'document'] as const;
export type FileKind = (typeof fileKinds)[number];

/** One for each file. Only the page that sent the files knows: the server has their count. */
export const fileKindsSchema = z.array(z.enum(fileKinds)).readonly().optional();

function fileKind({ type }: Pick<SealedFile, 'type'>): FileKind {
  if (type.startsWith('image/')) return 'photo';
  if (type.startsWith('audio/')) return 'recording';
  return type.startsWith('video/') ? 'video' : 'document';
}

export const kindsOfFiles = (files: readonly SealedFile[] = []): readonly FileKind[] => files.map(fileKind);

/** The kinds that occur, each with its number, in a fixed order. */
export const countFileKinds = (kinds: readonly FileKind[]): readonly (readonly [FileKind, number])[] =>
  fileKinds.flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    return count === 0 ? [] : [[kind, count] as const];
  });
