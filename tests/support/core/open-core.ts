import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { identityFromSeed } from '../../../crypto/age-identity.ts';
import type { FollowUpDependencies } from '../../../core/reporting/follow-up.ts';
import type { DraftDependencies } from '../../../core/reporting/drafts.ts';
import { createIntake, type IntakeDependencies } from '../../../core/intake/intake.ts';
import type { Intake } from '../../../core/ports/intake.ts';
import { unlimitedBudget } from '../../../core/ports/work-budget.ts';
import type { Store } from '../../../core/ports/store.ts';
import { generateReturnCode, type ReturnCode } from '../../../core/model/return-code.ts';
import type { UnsealedSubmission, SubmitDependencies } from '../../../core/reporting/submit-report.ts';
import { createAgeSealer } from '../../../crypto/node/age-sealer.ts';
import { recipientFromSeed } from '../../../crypto/node/hybrid-recipient.ts';
import { decryptSeal } from '../../../crypto/decrypt-seal.ts';
import { type KeyGroup, keyGroups } from '../../../core/model/public-keys.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';

const seedOf = (group: KeyGroup): Uint8Array => new Uint8Array(32).fill(keyGroups.indexOf(group) + 1);
const lineOf = (group: KeyGroup): readonly string[] => [recipientFromSeed(seedOf(group))];

/** The seal of a deployment whose private keys the tests hold. */
const seal = createAgeSealer({
  acu: lineOf('acu'),
  recovery: lineOf('recovery'),
  reserve: lineOf('reserve'),
  custodians: lineOf('custodians'),
});

export const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
/** A code that no other call gives. */
export const newReturnCode = (): ReturnCode => generateReturnCode(random);

/** What a seal says to the holder of a group's key. Rejects with SealError where it is not theirs. */
export const decryptWith = async (group: KeyGroup, sealed: string): Promise<unknown> =>
  JSON.parse(await decryptSeal(sealed, [identityFromSeed(seedOf(group))]));

/** The groups whose key opens a seal. */
export async function groupsThatDecrypt(sealed: string): Promise<readonly KeyGroup[]> {
  const tried = await Promise.allSettled(keyGroups.map((group) => decryptWith(group, sealed)));
  return keyGroups.filter((_, place) => tried[place]?.status === 'fulfilled');
}

export interface Core {
  readonly folder: string;
  readonly store: Store;
  readonly deps: IntakeDependencies &
    SubmitDependencies &
    FollowUpDependencies &
    DraftDependencies & { readonly intake: Intake };
  /** Moves the clock, in milliseconds. */
  pass(ms: number): void;
  close(): Promise<void>;
}

/** The same with a desk over them, as they are. */
export const withIntake = <Deps extends Omit<IntakeDependencies, 'budget'>>(
  deps: Deps,
): Deps & Pick<IntakeDependencies, 'budget'> & { readonly intake: Intake } => ({
  budget: unlimitedBudget,
  ...deps,
  intake: createIntake({ budget: unlimitedBudget, ...deps }),
});

/** When the clock of a new core stands, a quarter past ten in the force's winter. */
export const start = new Date('2026-11-25T10:15:00.000Z');

/** The core with a real store in a folder of its own, a real seal, and a clock that stands until it is moved. */
export function openCore(): Core {
  const folder = createTemporaryFolder();
  const store = openSqliteStore(join(folder, 'candour.db'));
  let now = start.getTime();
  return {
    folder,
    store,
    deps: withIntake({
      ...store,
      seal,
      random,
      clock: () => new Date(now),
      timeZone: 'Europe/London',
      alertTiming: 'fullHour',
      alertNamesKind: false,
      reviewYears: 6,
      timeLimits: {},
    }),
    pass(ms) {
      now += ms;
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A report that may be sent, or one that differs from it. */
export const createSubmission = (differences: Partial<UnsealedSubmission> = {}): UnsealedSubmission => ({
  code: newReturnCode(),
  language: 'en',
  answers: { mode: 'notKept', what: 'what happened', conflict: 'no' },
  tenantId: 'tenant',
  route: 'staff',
  person: { objectId: 'object-of-the-reporter', name: 'Name of the reporter' },
  ...differences,
});
