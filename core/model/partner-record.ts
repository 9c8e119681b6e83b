import { z } from 'zod';
import { sha256 } from './digests.ts';
import { partnerTypes } from './routes.ts';
import { daySchema } from './case-record.ts';

/** 128 bits, drawn or derived under a secret of the servers: they say nothing. */
export const partnerIdSchema = z.string().regex(/^[0-9a-f]{32}$/u);
const digest = z.string().regex(/^[\w-]{43}$/u);

export const longestOrganisation = 80;

/** An organisation outside the force. An admin types its name. */
export const organisationSchema = z.object({
  id: partnerIdSchema,
  name: z.string().min(1).max(longestOrganisation),
  type: z.enum(partnerTypes),
  addedOn: daySchema,
  invited: z.int().min(0),
});
export type Organisation = z.infer<typeof organisationSchema>;

const passkeySchema = z.object({
  kind: z.literal('passkey'),
  id: z.string().min(1).max(1_364),
  publicKey: z.string().min(1),
  counter: z.int().min(0),
});
const wordsSchema = z.object({
  kind: z.literal('words'),
  id: z.string().regex(/^[0-9a-f]{32}$/u),
  verifier: digest,
});
const accessSchema = z.discriminatedUnion('kind', [passkeySchema, wordsSchema]);
export type Access = z.infer<typeof accessSchema>;

const invitationStates = ['open', 'used', 'revoked'] as const;

/**
 * One link, used once, by which one person signs in from then on. It names no one, and keeps nothing of a visit except
 * a device's counter.
 */
export const invitationSchema = z.object({
  id: partnerIdSchema,
  organisation: partnerIdSchema,
  number: z.int().min(1),
  state: z.enum(invitationStates),
  /** How often it was given out: anything made by an earlier link is void. */
  round: z.int().min(1),
  madeOn: daySchema,
  until: daySchema,
  token: digest.optional(),
  access: accessSchema.optional(),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** A plain digest is enough for 256 drawn bits. */
export const digestOfToken = (id: string, secret: string): string => sha256(`candour/1/invitation ${id} ${secret}`);

export const verifierOf = (id: string, secret: string): string => sha256(`candour/1/partner words ${id} ${secret}`);

/** Finds an access when no one names themselves: the digest of its random name. */
export const signInKeyOf = ({ kind, id }: Pick<Access, 'kind' | 'id'>): string =>
  sha256(`candour/1/partner ${kind} ${id}`);
