import { hash } from 'node:crypto';
import type { ConnectorKey } from './connector-keys.ts';

/** The facts of a token whose signature was found right: when it is good, for which address, and by which key. */
export interface ProvenToken {
  readonly kid: string;
  /** The very key that it was checked with: one that was published anew is another. */
  readonly by: ConnectorKey;
  /** Seconds since 1970. */
  readonly notBefore: number;
  readonly expires: number;
  readonly serviceUrl: string;
}

/** The tokens that were proven, by their digests alone. */
export interface ProvenTokens {
  /** The facts of a token, `undefined` where it was never proven or was pushed out. */
  of(token: string): ProvenToken | undefined;
  keep(token: string, proven: ProvenToken): void;
}

/** Each sender of Teams' has a token for an hour: far more than come at a time, and a few kilobytes in all. */
const usuallyMost = 256;

/** Keeps so many tokens at most, and lets the one go first that came first: only what somebody signed for us comes in. */
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
