import type { FileType, originalTypes } from '../../concerns/terms/files.ts';
import type { FileRefusal } from './refused.ts';
import type { Tell } from './tells.ts';

export interface CleanCopy {
  readonly type: FileType;
  readonly content: Uint8Array<ArrayBuffer>;
  /** One picture a page of a PDF; empty for other files. */
  readonly pages: readonly Uint8Array<ArrayBuffer>[];
  readonly tells: readonly Tell[];
  readonly was: (typeof originalTypes)[number];
}

export type CleanAnswer =
  | { readonly candour: 'page'; readonly number: number; readonly of: number }
  | { readonly candour: 'copy'; readonly copy: CleanCopy }
  | { readonly candour: 'refused'; readonly why: FileRefusal };
