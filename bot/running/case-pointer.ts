import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import type { DayKeys } from '../../concerns/ports/store.ts';
import { type CaseId, parseCaseId } from '../../concerns/terms/codes.ts';
import type { Clock, Random } from '../../concerns/terms/calendar.ts';
import { createEarlierPointers, pointerKeyOf } from './earlier-pointers.ts';

/**
 * Pointers to cases that may be in an address: each is drawn anew, is good for 31 days and tells nothing without the
 * server's secret. Those of the secret before go on for their month, also once it has left the settings.
 */
export interface CasePointers {
  /** Loads the keys of earlier secrets. Throws StoreError. */
  readonly begin: () => Promise<void>;
  readonly make: (caseId: CaseId) => string;
  readonly follow: (pointer: string) => CaseId | undefined;
}

const dayMs = 24 * 3_600_000;
const lastsDays = 31;
/** Two servers' clocks may be so far apart. */
const apartDays = 1;
const [ivLength, tagLength] = [12, 16];

const keyOf = (secret: string): KeyObject => createSecretKey(pointerKeyOf(secret));

export function createCasePointers(deps: {
  readonly secret: string;
  readonly secretBefore?: string | undefined;
  readonly dayKeys?: DayKeys;
  readonly clock: Clock;
  readonly random: Random;
}): CasePointers {
  const making = keyOf(deps.secret);
  const following = [making, ...(deps.secretBefore === undefined ? [] : [keyOf(deps.secretBefore)])];
  const { dayKeys } = deps;
  const earlier = dayKeys && createEarlierPointers({ ...deps, dayKeys, lastsDays: lastsDays + apartDays });
  const today = () => Math.floor(deps.clock().getTime() / dayMs);

  function openedBy(key: KeyObject, bytes: Buffer): string | undefined {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivLength), { authTagLength: tagLength });
      decipher.setAuthTag(bytes.subarray(-tagLength));
      const plain = [decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()];
      return Buffer.concat(plain).toString('utf8');
    } catch {
      return undefined;
    }
  }

  return {
    begin: async () => earlier?.begin(),
    make(caseId) {
      const iv = Buffer.from(deps.random(ivLength));
      const cipher = createCipheriv('aes-256-gcm', making, iv);
      const sealed = [cipher.update(`${caseId} ${today()}`, 'utf8'), cipher.final()];
      return Buffer.concat([iv, ...sealed, cipher.getAuthTag()]).toString('base64url');
    },
    follow(pointer) {
      const bytes = Buffer.from(pointer, 'base64url');
      if (bytes.length <= ivLength + tagLength) return undefined;
      const keys = [...following, ...(earlier?.now() ?? [])];
      const text = keys.map((key) => openedBy(key, bytes)).find((opened) => opened !== undefined);
      const [caseId, madeOn] = text?.split(' ') ?? [];
      const age = today() - Number(madeOn);
      if (caseId === undefined || !(age >= -apartDays && age <= lastsDays)) return undefined;
      return parseCaseId(caseId);
    },
  };
}
