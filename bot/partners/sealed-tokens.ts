import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { decodeProtectedHeader, EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { DayKeyRing } from '../../dialogs/day-key-ring.ts';

/** The use of a token: one of another use opens nothing. */
export type TokenUse = 'session' | 'passkey.make' | 'signIn.passkey';

/** Short notes that the server hands to a page and takes back: it keeps none of them. */
export interface SealedTokens {
  /** Seals content for a time, with the keys of the day. Throws StoreError. */
  seal(use: TokenUse, content: object, lastsMs: number): Promise<string>;
  /** Opens what was sealed for this use; `undefined` where it is over, another's, or no such thing. Throws StoreError. */
  open(use: TokenUse, token: string): Promise<unknown>;
}

const longest = 2_000;
const how = { alg: 'dir', enc: 'A256GCM' } as const;
const headerSchema = z.object({ kid: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u) });
/** The key of a day, for these tokens alone: what is sealed for a card is no token, and the other way round. */
const keyFor = (day: KeyObject): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', day, new Uint8Array(0), 'candour/1/partner tokens', 32)));

/** Whether each part is spelled as we spell it: the last letter of base64url has bits that say nothing. */
const isOurSpelling = (token: string): boolean =>
  token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);

/** The day that a token says it is of, `undefined` where it is none of ours. */
function dayIn(token: string): string | undefined {
  try {
    return headerSchema.safeParse(decodeProtectedHeader(token)).data?.kid;
  } catch {
    return undefined;
  }
}

/** Tokens under the keys of the ring, good at every server: encrypted, and for one use each. */
export function createSealedTokens(deps: { readonly keys: DayKeyRing; readonly clock: Clock }): SealedTokens {
  return {
    async seal(use, content, lastsMs) {
      const { id, key } = await deps.keys.current();
      return await new EncryptJWT({ content })
        .setProtectedHeader({ ...how, kid: id })
        .setAudience(use)
        .setExpirationTime(new Date(deps.clock().getTime() + lastsMs))
        .encrypt(keyFor(key));
    },
    async open(use, token) {
      const day = token.length > longest || !isOurSpelling(token) ? undefined : dayIn(token);
      const found = day === undefined ? undefined : await deps.keys.find(day);
      if (found === undefined) return undefined;
      try {
        const { payload } = await jwtDecrypt(token, keyFor(found.key), {
          audience: use,
          requiredClaims: ['exp'],
          currentDate: deps.clock(),
          keyManagementAlgorithms: [how.alg],
          contentEncryptionAlgorithms: [how.enc],
        });
        return payload['content'];
      } catch {
        return undefined;
      }
    },
  };
}
