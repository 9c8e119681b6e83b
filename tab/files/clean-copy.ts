import type { FileType, originalTypes } from '../../concerns/terms/files.ts';
import type { FileRefusal } from './refused.ts';
import type { Tell } from './tells.ts';

/** A clean copy of a file: what is seen of it, drawn or written again, and nothing else. */
export interface CleanCopy {
  readonly type: FileType;
  readonly content: Uint8Array<ArrayBuffer>;
  /** The pages of a PDF, each as the picture that stands in the copy; none of other files. */
  readonly pages: readonly Uint8Array<ArrayBuffer>[];
  /** Everything that the file said beside that. */
  readonly tells: readonly Tell[];
  /** The kind of the file as it was. */
  readonly was: (typeof originalTypes)[number];
}

/** The answers of a worker: a page was drawn, the copy is there, or why there is none. */
export type CleanAnswer =
  | { readonly candour: 'page'; readonly number: number; readonly of: number }
  | { readonly candour: 'copy'; readonly copy: CleanCopy }
  | { readonly candour: 'refused'; readonly why: FileRefusal };
