import { randomBytes } from 'node:crypto';
import { caseInHand } from '../../../core/casework/loaded-case.ts';
import {
  type AskedChange,
  type CaseworkDependencies,
  holdersNow,
  type SealedWords,
} from '../../../core/casework/acts.ts';
import { askedForPage, type ShownCase, shownCase } from '../../../core/casework/case-view.ts';
import type { CaseReaders } from '../../../core/ports/case-store.ts';
import type { CaseId } from '../../../core/model/codes.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { caseIdOf } from '../../../core/model/return-code-keys.ts';
import type { EventRecord } from '../../../core/model/event-record.ts';
import { type Actor, maySee } from '../../../core/model/permissions.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { personId, type Role } from '../../../core/model/directory.ts';
import type { Mode } from '../../../core/model/questions.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import { aSubmission, type Core, freshCode } from './open-core.ts';
import type { CoreAtWork } from './search/quick-core.ts';

/** A person with roles, as a checked token tells. */
export const aPerson = (objectId: string, ...roles: readonly Role[]): Actor => ({
  objectId: personId(objectId),
  roles: new Set(roles),
});

export const one = aPerson('handler-one', 'handler');
export const two = aPerson('handler-two', 'handler');
export const three = aPerson('handler-three', 'handler');
export const reserve = aPerson('reserve-one', 'reserve');
export const reserveTwo = aPerson('reserve-two', 'reserve');
export const custodian = aPerson('custodian-one', 'custodian');
export const custodianTwo = aPerson('custodian-two', 'custodian');
export const custodianThree = aPerson('custodian-three', 'custodian');

/** The key that those who handle cases use now. */
export const generation = '0123456789abcdef';

/** The handlers whom a server knows: the three of the unit, and those of the reserve. */
export const handlersKnownWith =
  (reserves: () => readonly Actor[]): CaseworkDependencies['handlersKnown'] =>
  async (handledBy) =>
    (handledBy === 'acu' ? [one, two, three] : reserves()).map(({ objectId }) => objectId);

/** What the use cases of handlers work with: three known handlers, one of the reserve, and three custodians. */
export const casework = (
  core: Pick<CoreAtWork, 'deps'>,
  differences: Partial<CaseworkDependencies> = {},
): CaseworkDependencies => ({
  ...core.deps,
  referralDays: 14,
  identity: { custodians: 1, withoutRequest: true },
  messages: true,
  keyGenerations: () => [generation],
  handlersKnown: handlersKnownWith(() => [reserve]),
  custodiansKnown: async () => [custodian, custodianTwo, custodianThree].map(({ objectId }) => objectId),
  ...differences,
});

/** The same, with a store that carries out the first change of a case and fails at the second. */
export function failingAtSecondChange(core: Core): CaseworkDependencies {
  let changes = 0;
  const change: Core['store']['cases']['change'] = (what) => {
    changes += 1;
    if (changes > 1) throw new StoreError('unavailable');
    return core.store.cases.change(what);
  };
  return casework(core, { cases: { ...core.store.cases, change } });
}

/** The name of a request that no other call gives. */
export const freshRequest = (): string => randomBytes(16).toString('hex');

/** Words as a browser seals them. Nothing here opens them. */
export const words = (sealed = 'd29yZHM=', reader: SealedWords['for'] = 'handlers'): SealedWords => ({
  for: reader,
  sealed,
});

/** Why somebody was shut out or let in again, as a browser seals it: for the reserve as well. */
export const why = words('d2h5', 'oversight');

/** A case that was just saved. */
export async function savedCase(core: Core, conflict = 'no', mode: Mode = 'notKept'): Promise<CaseId> {
  const code = freshCode();
  await submitReport(core.deps, aSubmission({ code, answers: { mode, what: 'what happened', conflict } }));
  return caseIdOf(code);
}

export interface StoredCase {
  readonly record: CaseRecord;
  readonly events: readonly EventRecord[];
}

/** A case as it is stored. Throws where there is none. */
export async function stored(core: Pick<CoreAtWork, 'store'>, caseId: CaseId): Promise<StoredCase> {
  const found = await core.store.cases.read(caseId);
  if (!found) throw new Error('no such case is saved');
  return { record: found.value, events: await core.store.history.of(caseId) };
}

/** A change of a case as it stands now, in the way a page asks for it. */
export const asked = async (core: Pick<CoreAtWork, 'store'>, caseId: CaseId): Promise<AskedChange> => ({
  caseId,
  revision: (await stored(core, caseId)).record.revision,
  request: freshRequest(),
});

/** A case as its page shows it to somebody, without a view in its history. Throws where they may not see it. */
export async function shownTo(core: Core, caseId: CaseId, by: Actor): Promise<ShownCase> {
  const deps = casework(core);
  const holders = await holdersNow(deps);
  const asked = (readers: CaseReaders) => askedForPage(holders, readers, by);
  const found = await caseInHand(deps, caseId, (readers) => maySee(by, readers), asked);
  if (!found) throw new Error('they may not see it');
  return shownCase(deps, found, by);
}
