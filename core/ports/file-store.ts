import type { CaseId } from '../model/case-id.ts';

/** The place includes the mailbox: knowing a reference alone leads elsewhere. */
export interface FileFolder {
  readonly caseId: CaseId;
  readonly holder: string;
}

export interface FileLocation extends FileFolder {
  readonly id: string;
}

export interface StoredPart {
  readonly id: string;
  readonly part: number;
  readonly bytes: number;
  readonly writtenAt: Date;
}

export interface StoredFileEntry extends FileLocation {
  readonly writtenAt: Date;
}

interface FilesPage {
  readonly files: readonly StoredFileEntry[];
  readonly next?: string;
}

/** The store knows neither the files' content nor which case names them. */
export interface FileStore {
  /** `kept` for a repeat as well, which counts as written now; `differs` if other bytes are in its place. */
  putPart(place: FileLocation, part: number, bytes: Uint8Array): Promise<'kept' | 'differs'>;
  listParts(of: FileFolder): Promise<readonly StoredPart[]>;
  /** A part's length in bytes, without its content. */
  partBytes(place: FileLocation, part: number): Promise<number | undefined>;
  readPart(place: FileLocation, part: number): Promise<Uint8Array | undefined>;
  /** With `writtenBefore`, parts written since stay. */
  remove(of: Pick<FileLocation, 'caseId'> & Partial<FileLocation>, writtenBefore?: Date): Promise<void>;
  /** Settles if a part could be stored now. */
  check(): Promise<void>;
  list(next?: string): Promise<FilesPage>;
}
