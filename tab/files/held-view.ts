import type { SealedFile } from '../../concerns/records/sealed-file.ts';
import { digestOfFile, fileLimits, partsOf } from '../../concerns/terms/files.ts';
import type { CleanCopy } from './clean-copy.ts';
import type { FileRefusal } from './refused.ts';
import type { Going } from './send-file.ts';

/** A form in which a file may go. */
export type Version = Pick<SealedFile, 'type' | 'bytes' | 'digest'> & { readonly content: Uint8Array };
type Content = Pick<Version, 'type' | 'content'>;

export const versionOf = ({ type, content }: Content): Version => ({
  type,
  content,
  bytes: content.length,
  digest: digestOfFile(content),
});

/** A file that is ready to be sent. */
export interface ReadyFile {
  id: string;
  name: string;
  readonly proposed: string;
  readonly clean: Version;
  original: Version | undefined;
  /** Ends the reading of its bytes as it was; missing unless they are being read. */
  reading: AbortController | undefined;
  going: { readonly key: string; readonly it: Going } | undefined;
  /** The file on the device and the copy that was made of it; missing if it was added without them. */
  readonly chosen: { readonly copy: CleanCopy; readonly file: Blob } | undefined;
}

/** A chosen file without a copy: it is being made, or could not be. */
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

/** A chosen file, as it is shown. It counts from the moment in which it was chosen. */
export type ShownFile =
  | (Shown & { readonly at: 'cleaning'; readonly page: UnreadyFile['page'] })
  /** It cannot be added, and is shown until its person removes it or chooses another. */
  | (Shown & { readonly at: 'refused'; readonly why: FileRefusal })
  | (Shown & {
      readonly at: 'ready';
      readonly type: SealedFile['type'];
      readonly bytes: number;
      /** It goes as it was. */
      readonly isOriginal: boolean;
      /** It is to go as it was: it does, or is being read for that. */
      readonly isOriginalChosen: boolean;
      /** It was to go as it was, and its clean copy goes in its place: no identity is kept. */
      readonly isHeldBack: boolean;
      /** It is small enough to go as it was. */
      readonly fitsAsItWas: boolean;
      /** The copy to look at; missing if the file was added without one. */
      readonly copy: CleanCopy | undefined;
    });

/**
 * Why files were not sent: the sending was called off or got no answer, there is no room, one is not ready, one cannot be
 * added, or what was pressed would have left them behind.
 */
export type Stopped = 'calledOff' | 'noAnswer' | 'full' | 'notReady' | 'refused' | 'unsent';

export interface HeldView {
  readonly files: readonly ShownFile[];
  /** Whether a file may go as it was: not where no identity is kept. */
  readonly mayKeepOriginals: boolean;
  /** How much of all parts stands, while they are being sent. */
  readonly sending: { readonly done: number; readonly of: number } | undefined;
  /** Nothing was handed in, and every file is still held. */
  readonly stopped: Stopped | undefined;
  /** How often something has stopped: what stops twice for one reason is said twice. */
  readonly stops: number;
}

/** The form in which a file goes. */
export const goingAs = (file: ReadyFile, mayKeepOriginals: boolean): Version =>
  (mayKeepOriginals ? file.original : undefined) ?? file.clean;

/** How many parts of all files stand, while they are being sent. One that is not sealed yet has about as many as its bytes. */
export function sendingSoFar(files: readonly ReadyFile[], mayKeepOriginals: boolean): HeldView['sending'] {
  const each = files.map((file) => ({
    done: file.going?.it.done() ?? 0,
    of: file.going ? partsOf(file.going.it.file.bytes) : partsOf(goingAs(file, mayKeepOriginals).bytes) + 1,
  }));
  return { done: each.reduce((sum, { done }) => sum + done, 0), of: each.reduce((sum, { of }) => sum + of, 0) };
}

/** A held file as it is shown. */
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
