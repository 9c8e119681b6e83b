/** A part of a sealed file that was opened, in base64: of how many bytes in all, and by which entry of the history. */
export interface OpenedFilePart {
  readonly opening: number;
  readonly bytes: number;
  readonly data: string;
}

/** The answers of the operations on the files of a case that do not answer with the changed case. */
export interface CaseFileAnswers {
  /** A part of a sealed file in base64, of how many bytes in all, and the place of the entry that its opening left. */
  'case.openFile': OpenedFilePart;
  'case.openFilePart': OpenedFilePart;
  /** The parts of a handler's file that stand, and the names of their others that the case does not name yet. */
  'case.fileParts': { readonly parts: readonly number[]; readonly waiting: readonly string[] };
  /** `differs`: another part stands in its place; `full`: so many files, or bytes, of theirs wait already. */
  'case.filePart': { readonly kind: 'kept' | 'differs' | 'full' };
  /** `named`: an entry of the case names it, and it stays. */
  'case.fileDrop': { readonly kind: 'dropped' | 'named' };
}
