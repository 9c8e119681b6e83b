import type { CaseId } from '../terms/case-id.ts';

/** The files that the holder of one mailbox added to one case: whoever knows a reference alone has another place. */
export interface FilesOf {
  readonly caseId: CaseId;
  /** Sixteen hex digits of a digest of the mailbox, as `holderOf` makes them. */
  readonly holder: string;
}

/** The place of a sealed file. */
export interface FilePlace extends FilesOf {
  /** 32 hex digits, drawn by the page that adds it. */
  readonly id: string;
}

/** A part that stands, and when it was written last, a repeat included. */
export interface StandingPart {
  readonly id: string;
  /** From 0. */
  readonly part: number;
  readonly bytes: number;
  readonly writtenAt: Date;
}

/** A file that stands somewhere, and when the part of it that was seen last was written. */
export interface FoundFile extends FilePlace {
  readonly writtenAt: Date;
}

/** Files of a whole store, some at a time; `next` leads on where there are more. */
interface FilesPage {
  readonly files: readonly FoundFile[];
  readonly next?: string;
}

/**
 * Sealed files in parts. What is in them the store cannot tell, and which case names them it does not know: that stands
 * with the case. Throws StoreError.
 */
export interface FileStore {
  /**
   * Keeps a part: whole, or not at all. `kept` for a repeat as well, which counts as written now; `differs` where other
   * bytes stand in its place: nothing is written.
   */
  putPart(place: FilePlace, part: number, bytes: Uint8Array): Promise<'kept' | 'differs'>;
  /** The parts that stand of the files of one holder, in no order. */
  parts(of: FilesOf): Promise<readonly StandingPart[]>;
  /** The bytes of a part, `undefined` where it does not stand. */
  readPart(place: FilePlace, part: number): Promise<Uint8Array | undefined>;
  /**
   * Removes what stands of a case, of one holder or of one file; silent where nothing does. With `writtenBefore` a part
   * that was written since stays.
   */
  remove(of: Pick<FilePlace, 'caseId'> & Partial<FilePlace>, writtenBefore?: Date): Promise<void>;
  /** Settles when a part could be kept now; rejects with StoreError when it could not. No list has what it wrote. */
  check(): Promise<void>;
  /** Every file there is, a page after another; a file may come on two pages, by different parts. */
  list(next?: string): Promise<FilesPage>;
}
