import { randomBytes } from 'node:crypto';
import { loadCase } from '../../../core/casework/load-case.ts';
import {
  type ChangeRequest,
  type CaseworkDependencies,
  readCaseRoleHolders,
  type SealedNote,
} from '../../../core/casework/case-action.ts';
import { caseViewSnapshotRequest, type CaseDetails, readCaseDetails } from '../../../core/casework/case-view.ts';
import type { CaseAccess } from '../../../core/ports/case-store.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import type { EventRecord } from '../../../core/model/event-record.ts';
import { type Actor, maySee } from '../../../core/model/permissions.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { toPersonId, type Role } from '../../../core/model/roles.ts';
import type { IdentityMode } from '../../../core/model/questions.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { createSubmission, type Core, newReturnCode } from './open-core.ts';
import type { MemoryCore } from './search/memory-core.ts';

/** A person with roles, as a checked token tells. */
export const createActor = (objectId: string, ...roles: readonly Role[]): Actor => ({
  objectId: toPersonId(objectId),
  roles: new Set(roles),
});

export const one = createActor('handler-one', 'handler');
export const two = createActor('handler-two', 'handler');
export const three = createActor('handler-three', 'handler');
export const reserve = createActor('reserve-one', 'reserve');
export const reserveTwo = createActor('reserve-two', 'reserve');
export const custodian = createActor('custodian-one', 'custodian');
export const custodianTwo = createActor('custodian-two', 'custodian');
export const custodianThree = createActor('custodian-three', 'custodian');

/** The key that those who handle cases use now. */
export const generation = '0123456789abcdef';

/** The handlers whom a server knows: the three of the unit, and those of the reserve. */
export const createHandlersKnown =
  (reserves: () => readonly Actor[]): CaseworkDependencies['listHandlers'] =>
  async (handledBy) =>
    (handledBy === 'acu' ? [one, two, three] : reserves()).map(({ objectId }) => objectId);

/** What the use cases of handlers work with: three known handlers, one of the reserve, and three custodians. */
export const createCasework = (
  core: Pick<MemoryCore, 'deps'>,
  differences: Partial<CaseworkDependencies> = {},
): CaseworkDependencies => ({
  ...core.deps,
  referralDays: 14,
  identity: { custodians: 1, withoutRequest: true },
  messages: true,
  printing: true,
  personGroups: true,
  keyGenerations: () => [generation],
  listHandlers: createHandlersKnown(() => [reserve]),
  listCustodians: async () => [custodian, custodianTwo, custodianThree].map(({ objectId }) => objectId),
  ...differences,
});

/** The same, with a store that carries out the first change of a case and fails at the second. */
export function failSecondChange(core: Core): CaseworkDependencies {
  let changes = 0;
  const change: Core['store']['cases']['change'] = (what) => {
    changes += 1;
    if (changes > 1) throw new StoreError('unavailable');
    return core.store.cases.change(what);
  };
  return createCasework(core, { cases: { ...core.store.cases, change } });
}

/** The name of a request that no other call gives. */
export const newRequestId = (): string => randomBytes(16).toString('hex');

/** Words as a browser seals them. Nothing here opens them. */
export const words = (sealed = 'd29yZHM=', reader: SealedNote['for'] = 'handlers'): SealedNote => ({
  for: reader,
  sealed,
});

/** Why somebody was shut out or let in again, as a browser seals it: for the reserve as well. */
export const why = words('d2h5', 'oversight');

/** A case that was just saved. */
export async function saveCase(core: Core, conflict = 'no', mode: IdentityMode = 'notKept'): Promise<CaseId> {
  const code = newReturnCode();
  await submitReport(core.deps, createSubmission({ code, answers: { mode, what: 'what happened', conflict } }));
  return deriveCaseId(code);
}

export interface StoredCase {
  readonly record: CaseRecord;
  readonly events: readonly EventRecord[];
}

/** A case as it is stored. Throws where there is none. */
export async function readStoredCase(core: Pick<MemoryCore, 'store'>, caseId: CaseId): Promise<StoredCase> {
  const found = await core.store.cases.read(caseId);
  if (!found) throw new Error('no such case is saved');
  return { record: found.value, events: await core.store.history.readAll(caseId) };
}

/** A change of a case as it stands now, in the way a page asks for it. */
export const createAskedChange = async (core: Pick<MemoryCore, 'store'>, caseId: CaseId): Promise<ChangeRequest> => ({
  caseId,
  revision: (await readStoredCase(core, caseId)).record.revision,
  request: newRequestId(),
});

/** A case as its page shows it to somebody, without a view in its history. Throws where they may not see it. */
export async function viewCase(core: Core, caseId: CaseId, by: Actor): Promise<CaseDetails> {
  const deps = createCasework(core);
  const holders = await readCaseRoleHolders(deps);
  const asked = (readers: CaseAccess) => caseViewSnapshotRequest(holders, readers, by);
  const found = await loadCase(deps, caseId, (readers) => maySee(by, readers), asked);
  if (!found) throw new Error('they may not see it');
  return readCaseDetails(deps, found, by);
}
