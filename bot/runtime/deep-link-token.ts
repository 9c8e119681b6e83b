import { createCipheriv, createDecipheriv, createHash, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { DayKeys } from '../../core/ports/store.ts';
import { type CaseId, parseCaseId } from '../../core/model/codes.ts';
import type { Clock, Random } from '../../core/model/calendar.ts';

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
const apartDays = 1;
const [ivLength, tagLength] = [12, 16];

const keyOf = (secret: string): KeyObject => createSecretKey(pointerKeyOf(secret));

function sealed(text: string, by: KeyObject, random: Random, aad = ''): Buffer {
  const iv = Buffer.from(random(ivLength));
  const cipher = createCipheriv('aes-256-gcm', by, iv);
  cipher.setAAD(Buffer.from(aad));
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Throws for bytes that this key did not seal. */
function unsealed(bytes: Buffer, by: KeyObject, aad = ''): string {
  const decipher = createDecipheriv('aes-256-gcm', by, bytes.subarray(0, ivLength), { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  return Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]).toString('utf8');
}

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
      return unsealed(bytes, key);
    } catch {
      return undefined;
    }
  }

  return {
    begin: async () => earlier?.begin(),
    make: (caseId) => sealed(`${caseId} ${today()}`, making, deps.random).toString('base64url'),
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

const keptSchema = z.array(z.object({ until: z.string(), key: z.base64() }));
type Kept = z.infer<typeof keptSchema>;

const derived = (secret: string, what: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), what, 32));
const pointerKeyOf = (secret: string): Uint8Array => derived(secret, 'candour/1/case pointers');
const wrappingKeyOf = (secret: string): KeyObject => createSecretKey(derived(secret, 'candour/1/earlier pointers'));
const nameOf = (secret: string): string =>
  createHash('sha256').update(derived(secret, 'candour/1/earlier pointers/name')).digest('hex').slice(0, 16);

function opened(wrapped: string, by: KeyObject, id: string): Kept {
  try {
    return keptSchema.parse(JSON.parse(unsealed(Buffer.from(wrapped, 'base64'), by, id)));
  } catch {
    // Someone changed it: earlier links lead nowhere then, and all else goes on.
    return [];
  }
}

/**
 * The keys of earlier pointers, kept in the store under the secret of now, so that the secret before can leave the
 * settings. They open pointers, and no card.
 */
function createEarlierPointers(deps: {
  readonly dayKeys: DayKeys;
  readonly secret: string;
  readonly secretBefore?: string | undefined;
  readonly lastsDays: number;
  readonly clock: Clock;
  readonly random: Random;
}): { readonly begin: () => Promise<void>; readonly now: () => readonly KeyObject[] } {
  const { dayKeys, secret, secretBefore, lastsDays, clock, random } = deps;
  const dayIn = (days: number): string => new Date(clock().getTime() + days * dayMs).toISOString().slice(0, 10);
  let kept: Kept = [];

  // Named by the last day of a month: the store destroys it after that, as it does the key of a day.
  const idIn = (by: string, month: Date): string =>
    `${new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).toISOString().slice(0, 10)}.links.${nameOf(by)}`;
  async function keptFor(by: string): Promise<Kept> {
    const found: Kept = [];
    const from = clock();
    for (const monthsOn of [0, 1, 2]) {
      const id = idIn(by, new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + monthsOn, 1)));
      const stands = await dayKeys.read(id);
      if (stands !== undefined) found.push(...opened(stands.wrapped, wrappingKeyOf(by), id));
    }
    return found;
  }
  async function keep(before: string): Promise<void> {
    const key = Buffer.from(pointerKeyOf(before)).toString('base64');
    const of = [{ until: dayIn(lastsDays), key }, ...(await keptFor(before))];
    const id = idIn(secret, new Date(clock().getTime() + lastsDays * dayMs));
    const wrapped = sealed(JSON.stringify(of), wrappingKeyOf(secret), random, id);
    await dayKeys.add({ id, wrapped: wrapped.toString('base64') });
  }

  return {
    async begin() {
      if (secretBefore !== undefined) await keep(secretBefore);
      kept = await keptFor(secret);
    },
    now: () => kept.filter(({ until }) => until >= dayIn(0)).map(({ key }) => createSecretKey(key, 'base64')),
  };
}
