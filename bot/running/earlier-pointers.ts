import { createCipheriv, createDecipheriv, createHash, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { DayKeys } from '../../concerns/ports/store.ts';
import type { Clock, Random } from '../../concerns/terms/calendar.ts';

/**
 * The keys of earlier pointers, kept in the store under the secret of now, so that the secret before can leave the
 * settings. They open pointers, and no card.
 */
export interface EarlierPointers {
  begin(): Promise<void>;
  readonly now: () => readonly KeyObject[];
}

const dayMs = 24 * 3_600_000;
const [ivLength, tagLength] = [12, 16];

const keptSchema = z.array(z.object({ until: z.string(), key: z.base64() }));
type Kept = z.infer<typeof keptSchema>;

const derived = (secret: string, what: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), what, 32));
export const pointerKeyOf = (secret: string): Uint8Array => derived(secret, 'candour/1/case pointers');
const wrappingKeyOf = (secret: string): KeyObject => createSecretKey(derived(secret, 'candour/1/earlier pointers'));
const nameOf = (secret: string): string =>
  createHash('sha256').update(derived(secret, 'candour/1/earlier pointers/name')).digest('hex').slice(0, 16);

function opened(wrapped: string, by: KeyObject, id: string): Kept {
  try {
    const bytes = Buffer.from(wrapped, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', by, bytes.subarray(0, ivLength), { authTagLength: tagLength });
    decipher.setAAD(Buffer.from(id));
    decipher.setAuthTag(bytes.subarray(-tagLength));
    const plain = [decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()];
    return keptSchema.parse(JSON.parse(Buffer.concat(plain).toString('utf8')));
  } catch {
    // Someone changed it: earlier links lead nowhere then, and all else goes on.
    return [];
  }
}

export function createEarlierPointers(deps: {
  readonly dayKeys: DayKeys;
  readonly secret: string;
  readonly secretBefore?: string | undefined;
  readonly lastsDays: number;
  readonly clock: Clock;
  readonly random: Random;
}): EarlierPointers {
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
    const iv = Buffer.from(random(ivLength));
    const cipher = createCipheriv('aes-256-gcm', wrappingKeyOf(secret), iv);
    cipher.setAAD(Buffer.from(id));
    const sealed = [cipher.update(JSON.stringify(of), 'utf8'), cipher.final()];
    await dayKeys.add({ id, wrapped: Buffer.concat([iv, ...sealed, cipher.getAuthTag()]).toString('base64') });
  }

  return {
    async begin() {
      if (secretBefore !== undefined) await keep(secretBefore);
      kept = await keptFor(secret);
    },
    now: () => kept.filter(({ until }) => until >= dayIn(0)).map(({ key }) => createSecretKey(key, 'base64')),
  };
}
