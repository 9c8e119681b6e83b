import { type CaseId, parseCaseId } from '../terms/case-id.ts';

/** The part of a case that leaves: the text that was signed off, or the whole of it. */
export type ExportedWhat = 'sanitised' | 'whole';

/** How each kind of export is called, the same in both languages: in the names of its files, and where they are checked. */
export const exportMarks = { sanitised: 'SANITISED', whole: 'WHOLE' } as const satisfies Record<ExportedWhat, string>;

/** The name of the files of an export, without what follows the point: `candour-<reference>-SANITISED`. */
export const exportName = (caseId: CaseId, what: ExportedWhat): string => `candour-${caseId}-${exportMarks[what]}`;

/** Everything that the name of a file says of an export in it. Names of before say nothing of what it is. */
export interface SaidByName {
  /** In any spelling that a person would take for it; both where both are said. */
  readonly whats: readonly ExportedWhat[];
  readonly caseId: CaseId | undefined;
}

/** Reads what the name of a file says, so that a name which was changed is not believed. */
export function saidByName(name: string): SaidByName {
  const says = (mark: RegExp, what: ExportedWhat): readonly ExportedWhat[] => (mark.test(name) ? [what] : []);
  const named = /candour-([\da-z]+)/iu.exec(name)?.[1];
  return {
    whats: [...says(/saniti[sz]ed/iu, 'sanitised'), ...says(/(?<!\p{L})whole(?!\p{L})/iu, 'whole')],
    caseId: named === undefined ? undefined : parseCaseId(named),
  };
}
