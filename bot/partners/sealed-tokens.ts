import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { decodeProtectedHeader, EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../core/model/calendar.ts';
import type { DayKeyRing } from '../../dialogs/bot-framework/day-key-ring.ts';

export type TokenUse = 'session' | 'passkey.make' | 'signIn.passkey';

/** The server hands them to a page and takes them back without storing any. Any server opens them, for one use. */
export interface SealedTokens {
  /** Throws StoreError. */
  seal(use: TokenUse, content: object, lastsMs: number): Promise<string>;
  /** `undefined` if it expired, is for another use, or is no token. Throws StoreError. */
  open(use: TokenUse, token: string): Promise<unknown>;
}

const maxTokenLength = 2_000;
const jweAlgorithms = { alg: 'dir', enc: 'A256GCM' } as const;
const headerSchema = z.object({ kid: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u) });
/** A sealed card is no token, and the other way round. */
const deriveTokenKey = (day: KeyObject): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', day, new Uint8Array(0), 'candour/1/partner tokens', 32)));

/** The last letter of base64url has bits that decode to nothing. */
const isCanonical = (token: string): boolean =>
  token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);

function parseKeyId(token: string): string | undefined {
  try {
    return headerSchema.safeParse(decodeProtectedHeader(token)).data?.kid;
  } catch {
    return undefined;
  }
}

export function createSealedTokens(deps: { readonly keys: DayKeyRing; readonly clock: Clock }): SealedTokens {
  return {
    async seal(use, content, lastsMs) {
      const { id, key } = await deps.keys.current();
      return await new EncryptJWT({ content })
        .setProtectedHeader({ ...jweAlgorithms, kid: id })
        .setAudience(use)
        .setExpirationTime(new Date(deps.clock().getTime() + lastsMs))
        .encrypt(deriveTokenKey(key));
    },
    async open(use, token) {
      const day = token.length > maxTokenLength || !isCanonical(token) ? undefined : parseKeyId(token);
      const found = day === undefined ? undefined : await deps.keys.find(day);
      if (found === undefined) return undefined;
      try {
        const { payload } = await jwtDecrypt(token, deriveTokenKey(found.key), {
          audience: use,
          requiredClaims: ['exp'],
          currentDate: deps.clock(),
          keyManagementAlgorithms: [jweAlgorithms.alg],
          contentEncryptionAlgorithms: [jweAlgorithms.enc],
        });
        return payload['content'];
      } catch {
        return undefined;
      }
    },
  };
}
