import { z } from 'zod';
import type { Day } from '../core/model/calendar.ts';
import type { Language } from '../core/model/language.ts';
import type { PartnerType } from '../core/model/report-routes.ts';
import {
  answerType,
  type AnswerValue,
  type OperationDefinition,
  type OperationDefinitions,
  type BodyInput,
} from './operation-definition.ts';
import type { PlainRefusal } from './operation-answers.ts';
import { reportOperations } from './reports.ts';

/** As the admin sees it. It names no one. */
export interface PartnerAccess {
  readonly number: number;
  readonly madeOn: Day;
}

type InvitationClosedReason = 'used' | 'revoked' | 'expired' | 'unknown';

export type InvitationAnswer =
  | {
      readonly kind: 'open';
      readonly organisation: string;
      readonly partnerType: PartnerType;
      readonly until: Day;
      /** Older servers do not say it. */
      readonly access?: PartnerAccess;
    }
  | { readonly kind: InvitationClosedReason };

export interface PartnerSession {
  readonly token: string;
  readonly invitation: string;
  readonly organisation: string;
  readonly partnerType: PartnerType;
  /** Older servers do not say it. */
  readonly access?: PartnerAccess;
  /** The session ends after so many, even if in use. */
  readonly minutes: number;
}

/** `notTaken`: the device's answer is not valid. `late`: the offer has expired or was used. */
export type SignUpAnswer =
  | { readonly kind: 'in'; readonly session: PartnerSession }
  | { readonly kind: InvitationClosedReason | 'notTaken' | 'late' };

export type PasskeyOffer =
  | {
      readonly kind: 'offer';
      readonly offer: string;
      readonly challenge: string;
      readonly host: string;
      /** Random base64url that identifies no person. */
      readonly userHandle: string;
      readonly label: string;
    }
  | { readonly kind: InvitationClosedReason };

/** `unknown`: no such passkey or words, or no longer. `revoked`: their invitation is. */
export type SignInAnswer =
  | { readonly kind: 'in'; readonly session: PartnerSession }
  | { readonly kind: 'unknown' | 'revoked' | 'notTaken' | 'late' };

export interface PageBeginAnswer {
  readonly forceName: Readonly<Record<Language, string>>;
  readonly emergency: string;
  readonly helpline: Readonly<Record<Language, string>>;
  readonly helplinePhone: string;
  readonly exit: string;
}

/** The id (128 bits) and the secret (256 bits) after the `#` of the link. */
const token = z.string().regex(/^[0-9a-f]{32}\.[\w-]{43}$/u);
/** A challenge that the server sealed to itself and does not store. */
const offer = z.string().min(1).max(600);
const base64urlSchema = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w-]+$/u);
/** WebAuthn's limit of 1,023 bytes. */
const credentialId = base64urlSchema(1_364);
/** Derived from the random words, which neither reveals: the name to find them by and the secret that proves them. */
const passphrase = { id: z.string().regex(/^[0-9a-f]{32}$/u), secret: base64urlSchema(43).length(43) };

/** A log line would have the time of anyone who comes. */
const publicDefaults = { roles: 'everybody', auditTrail: 'nothing' } as const;
const readDefaults = { ...publicDefaults, isReadOnly: true } as const satisfies Partial<OperationDefinition>;

export const signInOperations = {
  'page.begin': { ...readDefaults, body: z.strictObject({}), answer: answerType<PageBeginAnswer>() },
  'invitation.look': { ...readDefaults, body: z.strictObject({ token }), answer: answerType<InvitationAnswer>() },
  'passkey.offer': { ...readDefaults, body: z.strictObject({ token }), answer: answerType<PasskeyOffer>() },
  'passkey.make': {
    ...publicDefaults,
    body: z.strictObject({
      token,
      offer,
      id: credentialId,
      response: z.strictObject({ clientDataJSON: base64urlSchema(2_000), attestationObject: base64urlSchema(8_000) }),
    }),
    answer: answerType<SignUpAnswer>(),
  },
  'passphrase.make': {
    ...publicDefaults,
    body: z.strictObject({ token, ...passphrase }),
    answer: answerType<SignUpAnswer>(),
  },
  'signIn.offer': {
    ...readDefaults,
    body: z.strictObject({}),
    answer: answerType<{ readonly offer: string; readonly challenge: string; readonly host: string }>(),
  },
  'signIn.passkey': {
    ...readDefaults,
    body: z.strictObject({
      offer,
      id: credentialId,
      response: z.strictObject({
        clientDataJSON: base64urlSchema(2_000),
        authenticatorData: base64urlSchema(2_000),
        signature: base64urlSchema(2_000),
        userHandle: base64urlSchema(90),
      }),
    }),
    answer: answerType<SignInAnswer>(),
  },
  'signIn.passphrase': { ...readDefaults, body: z.strictObject(passphrase), answer: answerType<SignInAnswer>() },
} as const satisfies OperationDefinitions;

/** `POST /api/partners/<name>`. After sign-in, the reporting operations of staff. */
export const partnerOperations = { ...signInOperations, ...reportOperations } as const satisfies OperationDefinitions;

export type SignInOperation = keyof typeof signInOperations;
export type PartnerOperation = keyof typeof partnerOperations;
export type PartnerRequest<Name extends PartnerOperation> = BodyInput<(typeof partnerOperations)[Name]>;
export type PartnerAnswer<Name extends PartnerOperation> = AnswerValue<(typeof partnerOperations)[Name]>;

/** `over`: no session, or an expired one. `ended`: its invitation was revoked or renewed. */
export type PartnerRefusal =
  | { readonly code: 'notSignedIn'; readonly why: 'over' | 'ended' }
  | { readonly code: PlainRefusal };
