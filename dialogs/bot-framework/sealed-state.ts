import { createCipheriv, createDecipheriv, createHmac, type KeyObject } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { parseJson } from '../../core/model/parse-json.ts';
import { timingSafeEqualText } from '../../core/model/digests.ts';
import type { Clock, RandomSource } from '../../core/model/calendar.ts';
import { type DayKeyRing, stateLifetimeMs } from './day-key-ring.ts';

/** Four actions of one card fit this into its 36,000 characters. */
export const maxStateTokenLength = 7_500;
/** The state may grow by this without typing, such as by a page number, so that no one is stuck. */
export const tokenLengthSlack = 120;
const deflateThreshold = 1_024;
/**
 * Bytes of deflate's output at a time: Node pools so few. Only a full collection frees its default of 16 KB, twice a
 * step.
 */
const chunkSize = 2_048;
const maxInflatedBytes = 200_000;

const dialogStateSchema = z.object({
  dialogStack: z.array(z.object({ id: z.string(), state: z.record(z.string(), z.unknown()) })),
});
export type DialogState = z.infer<typeof dialogStateSchema>;

const contentSchema = z.object({ person: z.string(), expires: z.number(), state: dialogStateSchema });

/** `foreign`: another person's or deployment's, tampered with, or its key is gone. The person never learns which. */
export type UnsealedState =
  | { readonly kind: 'valid' | 'expired'; readonly state: DialogState }
  | { readonly kind: 'foreign' };

export interface StateSealer {
  /** A compact JWE that only this person can use. Throws StoreError. */
  seal(state: DialogState, person: string): Promise<string>;
  /** Throws StoreError. */
  open(token: string, person: string): Promise<UnsealedState>;
}

const encodeHeader = (kid: string): string =>
  Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid })).toString('base64url');
const headerSchema = z.object({ kid: z.string() });

const personTag = (key: KeyObject, person: string): string =>
  createHmac('sha256', key).update(`person:${person}`).digest('base64url').slice(0, 22);

/** The person, the expiry, names, and the seal. */
const tokenOverhead = { inside: 300, outside: 140 };

/** An upper bound in characters, with any small values that change from card to card. */
export function maxSealedLength(content: object): number {
  const json = Buffer.from(JSON.stringify(content));
  const isPlain = json.length + tokenOverhead.inside <= deflateThreshold;
  const inside = (isPlain ? json : deflateRawSync(json, { chunkSize })).length + tokenOverhead.inside;
  return Math.min(Math.ceil((inside * 4) / 3) + tokenOverhead.outside, maxStateTokenLength + tokenLengthSlack);
}

function pack(text: string): Buffer {
  const json = Buffer.from(text);
  return json.length > deflateThreshold
    ? Buffer.concat([Buffer.of(1), deflateRawSync(json, { chunkSize })])
    : Buffer.concat([Buffer.of(0), json]);
}
const unpack = (bytes: Buffer): string =>
  (bytes[0] === 1
    ? inflateRawSync(bytes.subarray(1), { chunkSize, maxOutputLength: maxInflatedBytes })
    : bytes.subarray(1)
  ).toString();

/** Node skips characters that are not base64url, so a token changed there would pass. */
function decodeBase64Url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

function parseToken(
  token: string,
): { header: string; kid: string; iv: Buffer; sealed: Buffer; tag: Buffer } | undefined {
  const [header, key, iv, sealed, tag, more] = token.split('.');
  if (!header || key !== '' || !iv || !sealed || !tag || more !== undefined) return undefined;
  const parsed = headerSchema.safeParse(parseJson(Buffer.from(header, 'base64url').toString()));
  if (!parsed.success || header !== encodeHeader(parsed.data.kid)) return undefined;
  const [ivBytes, sealedBytes, tagBytes] = [decodeBase64Url(iv), decodeBase64Url(sealed), decodeBase64Url(tag)];
  if (ivBytes?.length !== 12 || tagBytes?.length !== 16 || sealedBytes === undefined) return undefined;
  return { header, kid: parsed.data.kid, iv: ivBytes, sealed: sealedBytes, tag: tagBytes };
}

/** AES-256-GCM with the ring's keys, deflated above 1 KB, for twelve hours. */
export function createStateSealer(deps: {
  readonly keys: DayKeyRing;
  readonly clock: Clock;
  readonly random: RandomSource;
}): StateSealer {
  return {
    async seal(state, person) {
      const { id, key } = await deps.keys.current();
      const header = encodeHeader(id);
      const expires = deps.clock().getTime() + stateLifetimeMs;
      const iv = Buffer.from(deps.random(12));
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      cipher.setAAD(Buffer.from(header));
      const plain = pack(JSON.stringify({ person: personTag(key, person), expires, state }));
      const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
      return [header, '', ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
    },
    async open(token, person) {
      const foreign = { kind: 'foreign' } as const;
      const parts = token.length > 2 * maxStateTokenLength ? undefined : parseToken(token);
      if (parts === undefined) return foreign;
      const found = await deps.keys.find(parts.kid);
      if (found === undefined) return foreign;
      let text: string;
      try {
        const decipher = createDecipheriv('aes-256-gcm', found.key, parts.iv, { authTagLength: 16 });
        decipher.setAAD(Buffer.from(parts.header));
        decipher.setAuthTag(parts.tag);
        text = unpack(Buffer.concat([decipher.update(parts.sealed), decipher.final()]));
      } catch {
        return foreign;
      }
      const content = contentSchema.safeParse(parseJson(text));
      if (!content.success || !timingSafeEqualText(content.data.person, personTag(found.key, person))) return foreign;
      return { kind: content.data.expires < deps.clock().getTime() ? 'expired' : 'valid', state: content.data.state };
    },
  };
}
