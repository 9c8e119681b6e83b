import type { FileDestination } from '../terms/outcomes.ts';
import type { Actor } from '../records/permissions.ts';
import type { AskedChange, CaseOutcome, CaseworkDependencies, Decision, SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';
import { tellingRefusal, told } from './second-person.ts';

export interface AskedFileExport extends AskedChange {
  /** The file of the case, by its name. */
  readonly id: string;
  readonly place: FileDestination;
  /** The digest of the age file that leaves: SHA-256, base64url. */
  readonly leftAs: string;
  /** The fingerprints of those who can open it. */
  readonly openableBy: readonly string[];
  /** Who receives it, and why. */
  readonly words: SealedWords;
}

/**
 * Notes that a file of a case leaves, sealed, before it does: for the person whom the case is with, as for the whole
 * case, and the reserve is told of it. Throws StoreError.
 */
export const exportFile = (deps: CaseworkDependencies, by: Actor, asked: AskedFileExport): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['fileExported'], async (standing): Promise<Decision> => {
    const { record, by: exporter } = standing;
    const { id, place, leftAs, openableBy, words } = asked;
    if (!record.files?.some((file) => file.id === id)) return { why: 'fileMissing' };
    if (record.assignee !== exporter) return { why: 'notAssignee' };
    const refusal = await tellingRefusal(deps, standing);
    if (refusal !== undefined) return refusal;
    const detail = { file: id, place, leftAs, openableBy: [...openableBy] };
    return told({ record, event: { kind: 'fileExported', detail, note: words } }, standing);
  });
