import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject, decodeClientDataJSON, isoBase64URL } from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import type { Access } from '../../core/model/partner-record.ts';
import type { Clock, Random } from '../../core/model/calendar.ts';
import type { ReadBy } from '../../contract/definition.ts';
import type { signInOperations } from '../../contract/partners.ts';
import type { SealedTokens, TokenUse } from './sealed-tokens.ts';

type AnswerTo<Name extends 'passkey.make' | 'signIn.passkey'> = ReadBy<(typeof signInOperations)[Name]>;
type Passkey = Extract<Access, { kind: 'passkey' }>;
type OfferUse = Exclude<TokenUse, 'session'>;

/** `late`: the offer is over, or was answered before. */
type Checked<T> = { readonly kind: 'holds'; readonly value: T } | { readonly kind: 'notTaken' | 'late' };

interface Offer {
  readonly offer: string;
  readonly challenge: string;
  readonly host: string;
}

/** The server's half of passkeys. It keeps nothing between two requests but which offers were answered. */
export interface Passkeys {
  /** Every method throws StoreError. Without `of` the offer is for anyone who signs in. */
  offer(use: OfferUse, of?: string): Promise<Offer>;
  made(answer: Omit<AnswerTo<'passkey.make'>, 'token'>, invitation: string): Promise<Checked<Passkey>>;
  used(
    answer: AnswerTo<'signIn.passkey'>,
    passkey: Passkey,
    invitation: string,
  ): Promise<Checked<{ readonly counter: number }>>;
}

/** The time to find a finger or a PIN. */
const offerLastsMs = 5 * 60_000;
const offerSchema = z.object({ challenge: z.string(), of: z.string() });
/** Someone who signs in is named by their passkey: the offer is for no one. */
const forAnybody = '';

/**
 * Whether a device attests for itself alone, or not at all. Nothing else was asked for, and the library would fetch
 * addresses out of its certificates.
 */
function isPlain(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get('fmt');
  return format === 'none' || (format === 'packed' && decoded.get('attStmt').get('x5c') === undefined);
}

export function createPasskeys(deps: {
  readonly tokens: SealedTokens;
  readonly clock: Clock;
  readonly random: Random;
  readonly host: string;
  readonly isOurs: (origin: string) => boolean;
}): Passkeys {
  const { tokens, clock, random, host } = deps;
  /** Until their offers are over, on this server alone. */
  const answered = new Map<string, number>();

  function forgetTheOld(now: number): void {
    for (const [challenge, until] of answered) {
      if (until > now) return;
      answered.delete(challenge);
    }
  }
  const challengeOf = async (use: OfferUse, offer: string, of: string): Promise<string | undefined> => {
    const opened = offerSchema.safeParse(await tokens.open(use, offer)).data;
    if (opened === undefined || opened.of !== of || answered.has(opened.challenge)) return undefined;
    return opened.challenge;
  };
  function isFirst(challenge: string): boolean {
    const now = clock().getTime();
    forgetTheOld(now);
    if (answered.has(challenge)) return false;
    answered.set(challenge, now + offerLastsMs);
    return true;
  }
  const originIn = (clientDataJSON: string): string | undefined => {
    const { origin } = decodeClientDataJSON(clientDataJSON);
    return deps.isOurs(origin) ? origin : undefined;
  };

  return {
    async offer(use, of = forAnybody) {
      const challenge = Buffer.from(random(32)).toString('base64url');
      return { offer: await tokens.seal(use, { challenge, of }, offerLastsMs), challenge, host };
    },

    async made({ offer, id, response }, invitation) {
      const challenge = await challengeOf('passkey.make', offer, invitation);
      if (challenge === undefined) return { kind: 'late' };
      try {
        const origin = originIn(response.clientDataJSON);
        if (origin === undefined || !isPlain(response.attestationObject)) return { kind: 'notTaken' };
        const whole: RegistrationResponseJSON = { ...sent(id), response };
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
        if (!isFirst(challenge)) return { kind: 'late' };
        const publicKey = isoBase64URL.fromBuffer(credential.publicKey);
        return { kind: 'holds', value: { kind: 'passkey', id, publicKey, counter: credential.counter } };
      } catch {
        // The library throws for anything that a device should not say.
        return { kind: 'notTaken' };
      }
    },

    async used({ offer, id, response }, passkey, invitation) {
      const challenge = await challengeOf('signIn.passkey', offer, forAnybody);
      if (challenge === undefined) return { kind: 'late' };
      try {
        const origin = originIn(response.clientDataJSON);
        // The device says whose passkey it is: another's handle beside it was put there.
        const isTheirs = isoBase64URL.toUTF8String(response.userHandle) === invitation;
        if (origin === undefined || !isTheirs || id !== passkey.id) return { kind: 'notTaken' };
        const whole: AuthenticationResponseJSON = { ...sent(id), response };
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
        if (!isFirst(challenge)) return { kind: 'late' };
        return { kind: 'holds', value: { counter: authenticationInfo.newCounter } };
      } catch {
        return { kind: 'notTaken' };
      }
    },
  };
}

const sent = (id: string) => ({ id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} });
