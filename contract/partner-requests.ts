import { z } from 'zod';
import { reportRequests } from './report-requests.ts';

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

/** The bodies of what is asked before anybody is signed in. Nothing in them is a name, an address or a word. */
export const signInRequests = {
  /** The names and numbers that the page says to anybody. */
  'page.begin': z.strictObject({}),
  /** How an invitation stands. It is not used up by being looked at. */
  'invitation.look': z.strictObject({ token }),
  'passkey.offer': z.strictObject({ token }),
  /** Uses an invitation up, for a passkey that answers an offer. */
  'passkey.make': z.strictObject({
    token,
    offer,
    id: credentialId,
    response: z.strictObject({ clientDataJSON: bytes(2_000), attestationObject: bytes(8_000) }),
  }),
  /** Uses an invitation up, for drawn words. */
  'passphrase.make': z.strictObject({ token, ...passphrase }),
  'signIn.offer': z.strictObject({}),
  'signIn.passkey': z.strictObject({
    offer,
    id: credentialId,
    response: z.strictObject({
      clientDataJSON: bytes(2_000),
      authenticatorData: bytes(2_000),
      signature: bytes(2_000),
      userHandle: bytes(90),
    }),
  }),
  'signIn.passphrase': z.strictObject(passphrase),
} as const;

/** The bodies of everything that the partners' page asks for; once signed in, the same as the page of the staff. */
export const partnerRequests = { ...signInRequests, ...reportRequests } as const;

export type SignInOperation = keyof typeof signInRequests;
export type PartnerOperation = keyof typeof partnerRequests;
/** The body that the page sends for an operation. */
export type PartnerRequestOf<Name extends PartnerOperation> = z.input<(typeof partnerRequests)[Name]>;
/** The same body as the server reads it. */
export type ParsedPartnerRequest<Name extends PartnerOperation> = z.output<(typeof partnerRequests)[Name]>;
