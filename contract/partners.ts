import { z } from 'zod';
import type { Day } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import type { PartnerType } from '../concerns/terms/partner-types.ts';
import { answer, type AnsweredBy, type Definitions, type SentTo } from './definition.ts';
import type { PlainRefusal } from './plain-refusals.ts';
import { reportOperations } from './reporting.ts';

/** Why an invitation opens nothing. `unknown`: no such one, or a part of its link is missing. */
type NotOpen = 'used' | 'revoked' | 'expired' | 'unknown';

/** How an invitation stands, as whoever has its link is told. */
export type LookedAt =
  | {
      readonly kind: 'open';
      readonly organisation: string;
      readonly partnerType: PartnerType;
      /** Its last day. */
      readonly until: Day;
    }
  | { readonly kind: NotOpen };

/** The session of somebody who is signed in, for the memory of one page. */
export interface PartnerSession {
  readonly token: string;
  /** By what they came in: words that somebody typed stay for the same invitation alone. */
  readonly invitation: string;
  readonly organisation: string;
  readonly partnerType: PartnerType;
  /** After how many minutes it is over, whatever is done. */
  readonly minutes: number;
}

/**
 * `notTaken`: what the device answered does not hold. `late`: the offer is over, or was answered before; ask for another.
 */
export type MadeAnswer =
  | { readonly kind: 'in'; readonly session: PartnerSession }
  | { readonly kind: NotOpen | 'notTaken' | 'late' };

/** Everything that a page needs to have a device make a passkey. */
export type PasskeyOffer =
  | {
      readonly kind: 'offer';
      readonly offer: string;
      readonly challenge: string;
      /** The host that the passkey is for. */
      readonly host: string;
      /** Random, in base64url: it says nobody. */
      readonly userHandle: string;
      /** The organisation, as the device lists the passkey. */
      readonly label: string;
    }
  | { readonly kind: NotOpen };

/** `unknown`: no such passkey or words, or not any more. `revoked`: the invitation that they were made by is. */
export type SignInAnswer =
  | { readonly kind: 'in'; readonly session: PartnerSession }
  | { readonly kind: 'unknown' | 'revoked' | 'notTaken' | 'late' };

/** The names and numbers of the force that the page says to anybody, and where whoever leaves it arrives. */
export interface PageBegin {
  readonly forceName: Readonly<Record<Language, string>>;
  readonly emergency: string;
  readonly helpline: Readonly<Record<Language, string>>;
  readonly helplinePhone: string;
  readonly exit: string;
}

/** The mark of an invitation, 128 bits, and its secret, 256 bits: they stand in the link behind its `#`, once. */
const token = z.string().regex(/^[0-9a-f]{32}\.[\w-]{43}$/u);
/** A challenge that the server sealed for itself: it keeps none. */
const offer = z.string().min(1).max(600);
/** Bytes as a page sends those of a passkey: base64url without padding. */
const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/u);
/** The longest name that a passkey may give itself: 1,023 bytes. */
const credentialId = bytes(1_364);
/** Drawn words lead to both: the name that they are found by, and the secret that shows them. Neither leads back. */
const passphrase = { id: z.string().regex(/^[0-9a-f]{32}$/u), secret: bytes(43).length(43) };

/** Whoever comes may ask, and it leaves nothing: no line, no time. */
const anybody = { roles: 'everybody', leaves: 'nothing' } as const;
const looks = { ...anybody, reads: true } as const;

/** The operations of whoever is not signed in yet. Nothing in them is a name, an address or a word. */
export const signInOperations = {
  /** The names and numbers that the page says to anybody. */
  'page.begin': { ...looks, body: z.strictObject({}), answer: answer<PageBegin>() },
  /** How an invitation stands. It is not used up by being looked at. */
  'invitation.look': { ...looks, body: z.strictObject({ token }), answer: answer<LookedAt>() },
  'passkey.offer': { ...looks, body: z.strictObject({ token }), answer: answer<PasskeyOffer>() },
  /** Uses an invitation up, for a passkey that answers an offer. */
  'passkey.make': {
    ...anybody,
    body: z.strictObject({
      token,
      offer,
      id: credentialId,
      response: z.strictObject({ clientDataJSON: bytes(2_000), attestationObject: bytes(8_000) }),
    }),
    answer: answer<MadeAnswer>(),
  },
  /** Uses an invitation up, for drawn words. */
  'passphrase.make': { ...anybody, body: z.strictObject({ token, ...passphrase }), answer: answer<MadeAnswer>() },
  'signIn.offer': {
    ...looks,
    body: z.strictObject({}),
    answer: answer<{ readonly offer: string; readonly challenge: string; readonly host: string }>(),
  },
  // Whoever is signed in once more has lost nothing.
  'signIn.passkey': {
    ...looks,
    body: z.strictObject({
      offer,
      id: credentialId,
      response: z.strictObject({
        clientDataJSON: bytes(2_000),
        authenticatorData: bytes(2_000),
        signature: bytes(2_000),
        userHandle: bytes(90),
      }),
    }),
    answer: answer<SignInAnswer>(),
  },
  'signIn.passphrase': { ...looks, body: z.strictObject(passphrase), answer: answer<SignInAnswer>() },
} as const satisfies Definitions;

/** Every operation of the partners' API: `POST /api/partners/<name>`. Once signed in, the same as for the staff's reporters. */
export const partnerOperations = { ...signInOperations, ...reportOperations } as const satisfies Definitions;

export type SignInOperation = keyof typeof signInOperations;
export type PartnerOperation = keyof typeof partnerOperations;
/** The body that the page sends for an operation. */
export type PartnerRequestOf<Name extends PartnerOperation> = SentTo<(typeof partnerOperations)[Name]>;
/** The answer to each operation. */
export type PartnerAnswerOf<Name extends PartnerOperation> = AnsweredBy<(typeof partnerOperations)[Name]>;

/**
 * Why an operation was not carried out. `over`: the session is, or is none; `ended`: its invitation was revoked or given
 * out anew.
 */
export type PartnerRefusal =
  | { readonly code: 'notSignedIn'; readonly why: 'over' | 'ended' }
  | { readonly code: PlainRefusal };
