import { type CaseId, parseCaseId } from '../terms/codes.ts';

export type ExportedWhat = 'sanitised' | 'whole';

export const exportMarks = { sanitised: 'SANITISED', whole: 'WHOLE' } as const satisfies Record<ExportedWhat, string>;

export const exportName = (caseId: CaseId, what: ExportedWhat): string => `candour-${caseId}-${exportMarks[what]}`;

export interface SaidByName {
  readonly whats: readonly ExportedWhat[];
  readonly caseId: CaseId | undefined;
}

/** Reads a file's name, so that a changed name is not believed. */
export function saidByName(name: string): SaidByName {
  const says = (mark: RegExp, what: ExportedWhat): readonly ExportedWhat[] => (mark.test(name) ? [what] : []);
  const named = /candour-([\da-z]+)/iu.exec(name)?.[1];
  return {
    whats: [...says(/saniti[sz]ed/iu, 'sanitised'), ...says(/(?<!\p{L})whole(?!\p{L})/iu, 'whole')],
    caseId: named === undefined ? undefined : parseCaseId(named),
  };
}
