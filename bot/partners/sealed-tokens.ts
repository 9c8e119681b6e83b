import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Clock, Random } from '../../concerns/terms/clock.ts';
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
const insideSchema = z.object({ expires: z.number(), content: z.unknown() });
/** The key of a day, for these tokens alone: what is sealed for a card is no token, and the other way round. */
const keyFor = (day: KeyObject): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', day, new Uint8Array(0), 'candour/1/partner tokens', 32)));

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tokens under the keys of the ring (AES-256-GCM), good at every server. */
export function createSealedTokens(deps: {
  readonly keys: DayKeyRing;
  readonly clock: Clock;
  readonly random: Random;
}): SealedTokens {
  return {
    async seal(use, content, lastsMs) {
      const { id, key } = await deps.keys.current();
      const iv = deps.random(12);
      const cipher = createCipheriv('aes-256-gcm', keyFor(key), iv);
      cipher.setAAD(Buffer.from(`${use} ${id}`));
      const text = JSON.stringify({ expires: deps.clock().getTime() + lastsMs, content });
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${id}.${sealed.toString('base64url')}`;
    },
    async open(use, token) {
      const [, id, text] = /^(\d{4}-\d{2}-\d{2})\.([\w-]+)$/u.exec(token.length > longest ? '' : token) ?? [];
      if (id === undefined || text === undefined) return undefined;
      const bytes = Buffer.from(text, 'base64url');
      // Node skips over what is not base64url; a token that was changed there is a changed token.
      if (bytes.length < 29 || bytes.toString('base64url') !== text) return undefined;
      const found = await deps.keys.find(id);
      if (found === undefined) return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', keyFor(found.key), bytes.subarray(0, 12), {
          authTagLength: 16,
        });
        decipher.setAAD(Buffer.from(`${use} ${id}`));
        decipher.setAuthTag(bytes.subarray(-16));
        const opened = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
        const inside = insideSchema.safeParse(parsedJson(opened.toString('utf8'))).data;
        return inside !== undefined && inside.expires >= deps.clock().getTime() ? inside.content : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
