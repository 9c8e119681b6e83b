import type { OriginalFileType, RecordingType } from '../../core/model/file-limits.ts';
import type { FileRefusal, MetadataItem } from './clean-copy.ts';

export interface CleanedRecording {
  readonly type: RecordingType;
  readonly sourceType: OriginalFileType;
  readonly metadata: readonly MetadataItem[];
  /**
   * Seconds that the copy shows and the recording hides: an app that cuts a recording may leave in it what was cut.
   * Nothing is hidden in the copy.
   */
  readonly uncoveredSeconds: number;
}

/** `more`: the next piece, once the one before was taken. */
export type RecordingRequest =
  | {
      readonly candour: 'describe' | 'stream';
      readonly file: Blob;
      /** Of a copy that is described. */
      readonly maxBytes: number;
    }
  | { readonly candour: 'more' };

export interface DescribedRecording extends CleanedRecording {
  readonly bytes: number;
  /** SHA-256 in base64url. */
  readonly digest: string;
  /** If it is small enough to be kept. */
  readonly content: Uint8Array<ArrayBuffer> | undefined;
}

/** `progress`: the worker is at work. */
export type RecordingAnswer =
  | { readonly candour: 'progress' | 'end' }
  | { readonly candour: 'described'; readonly recording: DescribedRecording }
  | { readonly candour: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly candour: 'refused'; readonly why: FileRefusal };
