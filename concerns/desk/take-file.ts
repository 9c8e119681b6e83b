import type { CaseStore } from '../ports/case-store.ts';
import type { Claim } from '../ports/desk.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { WorkBudget } from '../ports/work-budget.ts';
import { holderOf } from '../records/file-place.ts';
import type { KeptFile } from '../records/kept-file.ts';
import type { Clock } from '../terms/clock.ts';
import { dropAt, type FileOnItsWay, type FilesAt, keepPartAt, partsAt, standAt } from './files-at.ts';
import { reportersCase } from './reporters-case.ts';

export interface TakeFileDependencies {
  readonly files: FileStore;
  readonly cases: Pick<CaseStore, 'readers' | 'read'>;
  readonly clock: Clock;
  readonly budget: WorkBudget;
}

const at = ({ caseId, mailbox }: Claim, named: readonly KeptFile[]): FilesAt => ({
  of: { caseId, holder: holderOf(mailbox) },
  named,
});

/** The files of a claim; its case names none where there is no such case. */
async function filesOfClaim(deps: Pick<TakeFileDependencies, 'cases'>, claim: Claim): Promise<FilesAt> {
  const its = await reportersCase(deps, claim);
  return at(claim, its?.kind === 'case' ? (its.standing.value.files ?? []) : []);
}

/** Which parts of a file stand. Throws StoreError. */
export const partsStanding = async (
  deps: TakeFileDependencies,
  claim: Claim,
  wanted: KeptFile,
): Promise<FileOnItsWay> => await partsAt(deps, await filesOfClaim(deps, claim), wanted);

/**
 * Keeps a part of a file. `full`: five files of this claim, or their bytes, wait already; `differs`: other bytes stand in
 * its place, or a case names the file and it is as it is. Nothing was kept then. Throws StoreError and OverBudgetError.
 */
export const takePart = async (
  deps: TakeFileDependencies,
  claim: Claim,
  wanted: KeptFile,
  part: number,
  bytes: Uint8Array,
): Promise<'kept' | 'differs' | 'full'> => await keepPartAt(deps, await filesOfClaim(deps, claim), wanted, part, bytes);

/** Removes a file that nothing names; `named` where a case does, and it stays. Throws StoreError. */
export const dropFile = async (deps: TakeFileDependencies, claim: Claim, id: string): Promise<'dropped' | 'named'> =>
  await dropAt(deps, await filesOfClaim(deps, claim), id);

/**
 * Whether each of these files stands with all its parts, and none of them so old that it may be removed before something
 * names it. Those that the case names already stand. Without a store of files none does. Throws StoreError.
 */
export const filesStand = async (
  deps: { readonly files?: FileStore | undefined; readonly clock: Clock },
  claim: Claim,
  wanted: readonly KeptFile[],
  named: readonly KeptFile[] = [],
): Promise<boolean> => await standAt(deps, at(claim, named), wanted);
