import type { CaseId } from '../model/codes.ts';

/** The place includes the mailbox: knowing a reference alone leads elsewhere. */
export interface FilesOf {
  readonly caseId: CaseId;
  readonly holder: string;
}

export interface FilePlace extends FilesOf {
  readonly id: string;
}

export interface StandingPart {
  readonly id: string;
  readonly part: number;
  readonly bytes: number;
  readonly writtenAt: Date;
}

export interface FoundFile extends FilePlace {
  readonly writtenAt: Date;
}

interface FilesPage {
  readonly files: readonly FoundFile[];
  readonly next?: string;
}

/** The store knows neither the files' content nor which case names them. */
export interface FileStore {
  /** `kept` for a repeat as well, which counts as written now; `differs` if other bytes are in its place. */
  putPart(place: FilePlace, part: number, bytes: Uint8Array): Promise<'kept' | 'differs'>;
  parts(of: FilesOf): Promise<readonly StandingPart[]>;
  readPart(place: FilePlace, part: number): Promise<Uint8Array | undefined>;
  /** With `writtenBefore`, parts written since stay. */
  remove(of: Pick<FilePlace, 'caseId'> & Partial<FilePlace>, writtenBefore?: Date): Promise<void>;
  /** Settles if a part could be kept now. */
  check(): Promise<void>;
  list(next?: string): Promise<FilesPage>;
}
