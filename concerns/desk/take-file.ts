import type { CaseStore } from '../ports/case-store.ts';
import type { Claim } from '../ports/desk.ts';
import type { FileStore } from '../ports/file-store.ts';
import type { WorkBudget } from '../ports/work-budget.ts';
import { holderOf, type KeptFile } from '../records/sealed-file.ts';
import type { Clock } from '../terms/calendar.ts';
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

async function filesOfClaim(deps: Pick<TakeFileDependencies, 'cases'>, claim: Claim): Promise<FilesAt> {
  const its = await reportersCase(deps, claim);
  return at(claim, its?.kind === 'case' ? (its.standing.value.files ?? []) : []);
}

export const partsStanding = async (
  deps: TakeFileDependencies,
  claim: Claim,
  wanted: KeptFile,
): Promise<FileOnItsWay> => await partsAt(deps, await filesOfClaim(deps, claim), wanted);

export const takePart = async (
  deps: TakeFileDependencies,
  claim: Claim,
  wanted: KeptFile,
  part: number,
  bytes: Uint8Array,
): Promise<'kept' | 'differs' | 'full'> => await keepPartAt(deps, await filesOfClaim(deps, claim), wanted, part, bytes);

export const dropFile = async (deps: TakeFileDependencies, claim: Claim, id: string): Promise<'dropped' | 'named'> =>
  await dropAt(deps, await filesOfClaim(deps, claim), id);

export const filesStand = async (
  deps: { readonly files?: FileStore | undefined; readonly clock: Clock },
  claim: Claim,
  wanted: readonly KeptFile[],
  named: readonly KeptFile[] = [],
): Promise<boolean> => await standAt(deps, at(claim, named), wanted);
