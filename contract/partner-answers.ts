import type { Day } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import type { PartnerType } from '../concerns/terms/partner-types.ts';
import type { PlainRefusal } from './plain-refusals.ts';
import type { ReportAnswers } from './report-answers.ts';
import type { PartnerOperation } from './partner-requests.ts';

/** Why an invitation opens nothing. `unknown`: no such one, or a part of its link is missing. */
export type NotOpen = 'used' | 'revoked' | 'expired' | 'unknown';

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

interface SignInAnswers {
  'page.begin': PageBegin;
  'invitation.look': LookedAt;
  'passkey.offer': PasskeyOffer;
  'passkey.make': MadeAnswer;
  'passphrase.make': MadeAnswer;
  'signIn.offer': { readonly offer: string; readonly challenge: string; readonly host: string };
  'signIn.passkey': SignInAnswer;
  'signIn.passphrase': SignInAnswer;
}

/** The answer of each operation of the partners' page. */
export type PartnerAnswers = {
  readonly [Name in PartnerOperation]: (SignInAnswers & ReportAnswers)[Name];
};

/**
 * Why an operation was not carried out. `over`: the session is, or is none; `ended`: its invitation was revoked or given
 * out anew.
 */
export type PartnerRefusal =
  | { readonly code: 'notSignedIn'; readonly why: 'over' | 'ended' }
  | { readonly code: PlainRefusal };
