import { createCipheriv, createDecipheriv, createHash, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { DayKeyStore } from '../../core/ports/store.ts';
import { type CaseId, parseCaseId } from '../../core/model/case-id.ts';
import type { Clock, RandomSource } from '../../core/model/calendar.ts';

/**
 * Pointers to cases that are safe in an address: random, valid for 31 days, meaningless without the server's secret. A
 * change of secret ends none of them.
 */
export interface CaseDeepLinkTokens {
  /** Loads the keys of earlier secrets. Throws StoreError. */
  readonly load: () => Promise<void>;
  readonly create: (caseId: CaseId) => string;
  readonly resolve: (token: string) => CaseId | undefined;
}

const dayMs = 24 * 3_600_000;
const lifetimeDays = 31;
const clockSkewDays = 1;
const [ivLength, tagLength] = [12, 16];

const createTokenKey = (secret: string): KeyObject => createSecretKey(deriveTokenKey(secret));

function encrypt(text: string, by: KeyObject, random: RandomSource, aad = ''): Buffer {
  const iv = Buffer.from(random(ivLength));
  const cipher = createCipheriv('aes-256-gcm', by, iv);
  cipher.setAAD(Buffer.from(aad));
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Throws for bytes that this key did not seal. */
function decrypt(bytes: Buffer, by: KeyObject, aad = ''): string {
  const decipher = createDecipheriv('aes-256-gcm', by, bytes.subarray(0, ivLength), { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  return Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]).toString('utf8');
}

export function createCaseDeepLinkTokens(deps: {
  readonly secret: string;
  readonly secretBefore?: string | undefined;
  readonly dayKeys?: DayKeyStore;
  readonly clock: Clock;
  readonly random: RandomSource;
}): CaseDeepLinkTokens {
  const encryptionKey = createTokenKey(deps.secret);
  const decryptionKeys = [
    encryptionKey,
    ...(deps.secretBefore === undefined ? [] : [createTokenKey(deps.secretBefore)]),
  ];
  const { dayKeys } = deps;
  const retiredKeys = dayKeys && createRetiredLinkKeys({ ...deps, dayKeys, lastsDays: lifetimeDays + clockSkewDays });
  const today = () => Math.floor(deps.clock().getTime() / dayMs);

  function tryDecrypt(key: KeyObject, bytes: Buffer): string | undefined {
    try {
      return decrypt(bytes, key);
    } catch {
      return undefined;
    }
  }

  return {
    load: async () => retiredKeys?.load(),
    create: (caseId) => encrypt(`${caseId} ${today()}`, encryptionKey, deps.random).toString('base64url'),
    resolve(token) {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length <= ivLength + tagLength) return undefined;
      const keys = [...decryptionKeys, ...(retiredKeys?.currentKeys() ?? [])];
      const text = keys.map((key) => tryDecrypt(key, bytes)).find((opened) => opened !== undefined);
      const [caseId, createdOn] = text?.split(' ') ?? [];
      const age = today() - Number(createdOn);
      if (caseId === undefined || !(age >= -clockSkewDays && age <= lifetimeDays)) return undefined;
      return parseCaseId(caseId);
    },
  };
}

const retiredKeysSchema = z.array(z.object({ until: z.string(), key: z.base64() }));
type RetiredKeys = z.infer<typeof retiredKeysSchema>;

const deriveKey = (secret: string, what: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), what, 32));
const deriveTokenKey = (secret: string): Uint8Array => deriveKey(secret, 'candour/1/case pointers');
const deriveWrappingKey = (secret: string): KeyObject =>
  createSecretKey(deriveKey(secret, 'candour/1/earlier pointers'));
const secretId = (secret: string): string =>
  createHash('sha256').update(deriveKey(secret, 'candour/1/earlier pointers/name')).digest('hex').slice(0, 16);

function unwrapKeys(wrapped: string, by: KeyObject, id: string): RetiredKeys {
  try {
    return retiredKeysSchema.parse(JSON.parse(decrypt(Buffer.from(wrapped, 'base64'), by, id)));
  } catch {
    // Someone changed the record: earlier links lead nowhere, and all else goes on.
    return [];
  }
}

/** Stored under today's secret, so that the settings can drop the one before. They open pointers and no card. */
function createRetiredLinkKeys(deps: {
  readonly dayKeys: DayKeyStore;
  readonly secret: string;
  readonly secretBefore?: string | undefined;
  readonly lastsDays: number;
  readonly clock: Clock;
  readonly random: RandomSource;
}): { readonly load: () => Promise<void>; readonly currentKeys: () => readonly KeyObject[] } {
  const { dayKeys, secret, secretBefore, lastsDays, clock, random } = deps;
  const dateAfterDays = (days: number): string => new Date(clock().getTime() + days * dayMs).toISOString().slice(0, 10);
  let retiredKeys: RetiredKeys = [];

  // Named by the last day of a month, after which the store destroys it as it does a day's key.
  const keySetId = (by: string, month: Date): string =>
    `${new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).toISOString().slice(0, 10)}.links.${secretId(by)}`;
  async function readKeys(by: string): Promise<RetiredKeys> {
    const found: RetiredKeys = [];
    const from = clock();
    for (const monthsOn of [0, 1, 2]) {
      const id = keySetId(by, new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + monthsOn, 1)));
      const storedKeys = await dayKeys.read(id);
      if (storedKeys !== undefined) found.push(...unwrapKeys(storedKeys.wrapped, deriveWrappingKey(by), id));
    }
    return found;
  }
  async function saveKey(before: string): Promise<void> {
    const key = Buffer.from(deriveTokenKey(before)).toString('base64');
    const keys = [{ until: dateAfterDays(lastsDays), key }, ...(await readKeys(before))];
    const id = keySetId(secret, new Date(clock().getTime() + lastsDays * dayMs));
    const wrapped = encrypt(JSON.stringify(keys), deriveWrappingKey(secret), random, id);
    await dayKeys.add({ id, wrapped: wrapped.toString('base64') });
  }

  return {
    async load() {
      if (secretBefore !== undefined) await saveKey(secretBefore);
      retiredKeys = await readKeys(secret);
    },
    currentKeys: () =>
      retiredKeys.filter(({ until }) => until >= dateAfterDays(0)).map(({ key }) => createSecretKey(key, 'base64')),
  };
}
