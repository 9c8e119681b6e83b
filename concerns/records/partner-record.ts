import { createHash } from 'node:crypto';
import { z } from 'zod';
import { partnerTypes } from '../terms/partner-types.ts';
import { daySchema } from './case-record.ts';

/** 128 bits that say nothing: drawn, or worked out under a secret of the servers. */
export const partnerIdSchema = z.string().regex(/^[0-9a-f]{32}$/u);
const digest = z.string().regex(/^[\w-]{43}$/u);

/** The longest name of an organisation, in characters. */
export const longestOrganisation = 80;

/** An organisation outside the force whose people may pass something on. Its name is typed by an admin. */
export const organisationSchema = z.object({
  id: partnerIdSchema,
  name: z.string().min(1).max(longestOrganisation),
  type: z.enum(partnerTypes),
  addedOn: daySchema,
  /** How many invitations it was given so far: each has a number by which people tell them apart. */
  invited: z.int().min(0),
});
export type Organisation = z.infer<typeof organisationSchema>;

/** A passkey as the server knows it. Nothing in it says on which device it is, or whose. */
const passkeySchema = z.object({
  kind: z.literal('passkey'),
  /** As the device names it, in base64url. */
  id: z.string().min(1).max(1_364),
  publicKey: z.string().min(1),
  counter: z.int().min(0),
});
/** Drawn words, by what they lead to: neither leads back to them. */
const wordsSchema = z.object({
  kind: z.literal('words'),
  id: z.string().regex(/^[0-9a-f]{32}$/u),
  /** The digest of the secret that they lead to. */
  verifier: digest,
});
const accessSchema = z.discriminatedUnion('kind', [passkeySchema, wordsSchema]);
export type Access = z.infer<typeof accessSchema>;

/** `open`: its link waits to be used. `used`: somebody signs in by it. `revoked`: nobody does any more. */
const invitationStates = ['open', 'used', 'revoked'] as const;

/**
 * An invitation: one link, used once, by which one person signs in from then on. It names nobody; of a visit it keeps
 * nothing, but for the counter of a device that counts.
 */
export const invitationSchema = z.object({
  id: partnerIdSchema,
  organisation: partnerIdSchema,
  /** From 1, within its organisation. */
  number: z.int().min(1),
  state: z.enum(invitationStates),
  /** How often it was given out. What was made by an earlier link is good no more. */
  round: z.int().min(1),
  madeOn: daySchema,
  /** The last day on which its link may be used. */
  until: daySchema,
  /** The digest of the link's secret, while it waits. */
  token: digest.optional(),
  access: accessSchema.optional(),
});
export type Invitation = z.infer<typeof invitationSchema>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** The digest that is kept of a link's secret: 256 drawn bits need no more. */
export const digestOfToken = (id: string, secret: string): string => sha256(`candour/1/invitation ${id} ${secret}`);

/** The digest that is kept of the secret that drawn words lead to. */
export const verifierOf = (id: string, secret: string): string => sha256(`candour/1/partner words ${id} ${secret}`);

/** The key by which an access is found where nobody names themselves: the digest of its name, which is random. */
export const signInKeyOf = ({ kind, id }: Pick<Access, 'kind' | 'id'>): string =>
  sha256(`candour/1/partner ${kind} ${id}`);
