import { hash } from 'node:crypto';
import type { ConnectorKey } from './connector-keys.ts';

export interface ProvenToken {
  readonly kid: string;
  /** The same object: a key published anew is another. */
  readonly by: ConnectorKey;
  /** Seconds since 1970. */
  readonly notBefore: number;
  readonly expires: number;
  readonly serviceUrl: string;
}

/** Verified tokens, by digest only. */
export interface ProvenTokens {
  of(token: string): ProvenToken | undefined;
  keep(token: string, proven: ProvenToken): void;
}

/** More than the senders of Teams at a time; a token lasts an hour. */
const usuallyMost = 256;

/** First in, first out: only tokens signed for us are kept. */
export function createProvenTokens(most = usuallyMost): ProvenTokens {
  const known = new Map<string, ProvenToken>();
  const digestOf = (token: string): string => hash('sha256', token, 'base64url');
  return {
    of: (token) => known.get(digestOf(token)),
    keep(token, proven) {
      known.set(digestOf(token), proven);
      const [first] = known.keys();
      if (known.size > most && first !== undefined) known.delete(first);
    },
  };
}
