import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject, decodeClientDataJSON, isoBase64URL } from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import type { PartnerCredential } from '../../core/model/partner-record.ts';
import type { Clock, RandomSource } from '../../core/model/calendar.ts';
import type { ParsedBody } from '../../contract/operation-definition.ts';
import type { signInOperations } from '../../contract/partner-operations.ts';
import type { SealedTokens, TokenUse } from './sealed-tokens.ts';

type PasskeyRequest<Name extends 'passkey.make' | 'signIn.passkey'> = ParsedBody<(typeof signInOperations)[Name]>;
type Passkey = Extract<PartnerCredential, { kind: 'passkey' }>;
type OfferUse = Exclude<TokenUse, 'session'>;

/** `late`: the offer expired or was answered before. */
type PasskeyVerificationResult<T> =
  | { readonly kind: 'holds'; readonly value: T }
  | { readonly kind: 'notTaken' | 'late' };

interface Offer {
  readonly offer: string;
  readonly challenge: string;
  readonly host: string;
}

/** Remembers only which offers were answered. */
export interface Passkeys {
  /** Throws StoreError, as do the others. Without `of` the offer is for anyone who signs in. */
  createOffer(use: OfferUse, of?: string): Promise<Offer>;
  verifyRegistration(
    answer: Omit<PasskeyRequest<'passkey.make'>, 'token'>,
    invitation: string,
  ): Promise<PasskeyVerificationResult<Passkey>>;
  verifyAuthentication(
    answer: PasskeyRequest<'signIn.passkey'>,
    passkey: Passkey,
    invitation: string,
  ): Promise<PasskeyVerificationResult<{ readonly counter: number }>>;
}

/** Time to find a finger or a PIN. */
const offerTtlMs = 5 * 60_000;
const offerSchema = z.object({ challenge: z.string(), of: z.string() });
const noOwner = '';

/**
 * Whether a device attests for itself alone, or not at all: otherwise the library would fetch addresses out of its
 * certificates.
 */
function isSelfAttested(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get('fmt');
  return format === 'none' || (format === 'packed' && decoded.get('attStmt').get('x5c') === undefined);
}

export function createPasskeys(deps: {
  readonly tokens: SealedTokens;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly host: string;
  readonly isAllowedOrigin: (origin: string) => boolean;
}): Passkeys {
  const { tokens, clock, random, host } = deps;
  /** Until their offers expire. */
  const usedChallenges = new Map<string, number>();

  function dropExpired(now: number): void {
    for (const [challenge, until] of usedChallenges) {
      if (until > now) return;
      usedChallenges.delete(challenge);
    }
  }
  const readChallenge = async (use: OfferUse, offer: string, of: string): Promise<string | undefined> => {
    const opened = offerSchema.safeParse(await tokens.open(use, offer)).data;
    if (opened === undefined || opened.of !== of || usedChallenges.has(opened.challenge)) return undefined;
    return opened.challenge;
  };
  function consumeChallenge(challenge: string): boolean {
    const now = clock().getTime();
    dropExpired(now);
    if (usedChallenges.has(challenge)) return false;
    usedChallenges.set(challenge, now + offerTtlMs);
    return true;
  }
  const parseOrigin = (clientDataJSON: string): string | undefined => {
    const { origin } = decodeClientDataJSON(clientDataJSON);
    return deps.isAllowedOrigin(origin) ? origin : undefined;
  };

  return {
    async createOffer(use, of = noOwner) {
      const challenge = Buffer.from(random(32)).toString('base64url');
      return { offer: await tokens.seal(use, { challenge, of }, offerTtlMs), challenge, host };
    },

    async verifyRegistration({ offer, id, response }, invitation) {
      const challenge = await readChallenge('passkey.make', offer, invitation);
      if (challenge === undefined) return { kind: 'late' };
      try {
        const origin = parseOrigin(response.clientDataJSON);
        if (origin === undefined || !isSelfAttested(response.attestationObject)) return { kind: 'notTaken' };
        const whole: RegistrationResponseJSON = { ...credentialFields(id), response };
        const checked = await verifyRegistrationResponse({
          response: whole,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: host,
          expectedType: 'webauthn.create',
          requireUserVerification: true,
        });
        if (!checked.verified) return { kind: 'notTaken' };
        const { credential } = checked.registrationInfo;
        if (credential.id !== id) return { kind: 'notTaken' };
        if (!consumeChallenge(challenge)) return { kind: 'late' };
        const publicKey = isoBase64URL.fromBuffer(credential.publicKey);
        return { kind: 'holds', value: { kind: 'passkey', id, publicKey, counter: credential.counter } };
      } catch {
        // The library throws for anything that a device should not send.
        return { kind: 'notTaken' };
      }
    },

    async verifyAuthentication({ offer, id, response }, passkey, invitation) {
      const challenge = await readChallenge('signIn.passkey', offer, noOwner);
      if (challenge === undefined) return { kind: 'late' };
      try {
        const origin = parseOrigin(response.clientDataJSON);
        // The device names its passkey's owner: a different handle beside it is forged.
        const isTheirs = isoBase64URL.toUTF8String(response.userHandle) === invitation;
        if (origin === undefined || !isTheirs || id !== passkey.id) return { kind: 'notTaken' };
        const whole: AuthenticationResponseJSON = { ...credentialFields(id), response };
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response: whole,
          expectedChallenge: challenge,
          expectedOrigin: origin,
          expectedRPID: host,
          expectedType: 'webauthn.get',
          requireUserVerification: true,
          credential: {
            id: passkey.id,
            publicKey: isoBase64URL.toBuffer(passkey.publicKey),
            counter: passkey.counter,
          },
        });
        if (!verified) return { kind: 'notTaken' };
        if (!consumeChallenge(challenge)) return { kind: 'late' };
        return { kind: 'holds', value: { counter: authenticationInfo.newCounter } };
      } catch {
        return { kind: 'notTaken' };
      }
    },
  };
}

const credentialFields = (id: string) => ({ id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} });
