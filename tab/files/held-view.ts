import type { SealedFile } from '../../concerns/records/sealed-file.ts';
import { digestOfFile, fileLimits, partsOf } from '../../concerns/terms/files.ts';
import type { CleanCopy } from './clean-copy.ts';
import type { FileRefusal } from './refused.ts';
import type { Going } from './send-file.ts';

export type Version = Pick<SealedFile, 'type' | 'bytes' | 'digest'> & { readonly content: Uint8Array };
type Content = Pick<Version, 'type' | 'content'>;

export const versionOf = ({ type, content }: Content): Version => ({
  type,
  content,
  bytes: content.length,
  digest: digestOfFile(content),
});

export interface ReadyFile {
  id: string;
  name: string;
  readonly proposed: string;
  readonly clean: Version;
  original: Version | undefined;
  reading: AbortController | undefined;
  going: { readonly key: string; readonly it: Going } | undefined;
  readonly chosen: { readonly copy: CleanCopy; readonly file: Blob } | undefined;
}

export interface UnreadyFile {
  readonly id: string;
  readonly name: string;
  page: { readonly number: number; readonly of: number } | undefined;
  why: FileRefusal | undefined;
  readonly cleaning: AbortController;
}
export type HeldFile = ReadyFile | UnreadyFile;

export const isReady = (file: HeldFile): file is ReadyFile => 'clean' in file;
export const isRefused = (file: HeldFile): boolean => !isReady(file) && file.why !== undefined;

interface Shown {
  readonly id: string;
  readonly name: string;
}

export type ShownFile =
  | (Shown & { readonly at: 'cleaning'; readonly page: UnreadyFile['page'] })
  | (Shown & { readonly at: 'refused'; readonly why: FileRefusal })
  | (Shown & {
      readonly at: 'ready';
      readonly type: SealedFile['type'];
      readonly bytes: number;
      readonly isOriginal: boolean;
      readonly isOriginalChosen: boolean;
      readonly isHeldBack: boolean;
      readonly fitsAsItWas: boolean;
      readonly copy: CleanCopy | undefined;
    });

/** Why files were not sent. `unsent`: the press would have left them behind. */
export type Stopped = 'calledOff' | 'noAnswer' | 'full' | 'notReady' | 'refused' | 'unsent';

export interface HeldView {
  readonly files: readonly ShownFile[];
  readonly mayKeepOriginals: boolean;
  readonly sending: { readonly done: number; readonly of: number } | undefined;
  readonly stopped: Stopped | undefined;
  readonly stops: number;
}

export const goingAs = (file: ReadyFile, mayKeepOriginals: boolean): Version =>
  (mayKeepOriginals ? file.original : undefined) ?? file.clean;

export function sendingSoFar(files: readonly ReadyFile[], mayKeepOriginals: boolean): HeldView['sending'] {
  const each = files.map((file) => ({
    done: file.going?.it.done() ?? 0,
    of: file.going ? partsOf(file.going.it.file.bytes) : partsOf(goingAs(file, mayKeepOriginals).bytes) + 1,
  }));
  return { done: each.reduce((sum, { done }) => sum + done, 0), of: each.reduce((sum, { of }) => sum + of, 0) };
}

export function showFile(file: HeldFile, mayKeepOriginals: boolean): ShownFile {
  const { id, name } = file;
  if (!isReady(file))
    return file.why === undefined
      ? { at: 'cleaning', id, name, page: file.page }
      : { at: 'refused', id, name, why: file.why };
  const { type, bytes } = goingAs(file, mayKeepOriginals);
  return {
    at: 'ready',
    id,
    name,
    type,
    bytes,
    isOriginal: mayKeepOriginals && file.original !== undefined,
    isOriginalChosen: mayKeepOriginals && (file.original !== undefined || file.reading !== undefined),
    isHeldBack: file.original !== undefined && !mayKeepOriginals,
    fitsAsItWas: file.chosen !== undefined && file.chosen.file.size <= fileLimits.bytes,
    copy: file.chosen?.copy,
  };
}
