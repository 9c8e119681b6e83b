import { z } from 'zod';
import { sha256 } from './digests.ts';
import { partnerTypes } from './report-routes.ts';
import { daySchema } from './case-record.ts';

/** 128 bits, random or derived under a secret of the servers: they tell nothing. */
export const partnerIdSchema = z.string().regex(/^[0-9a-f]{32}$/u);
const digestSchema = z.string().regex(/^[\w-]{43}$/u);

export const maxOrganisationNameLength = 80;

export const organisationSchema = z.object({
  id: partnerIdSchema,
  name: z.string().min(1).max(maxOrganisationNameLength),
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
const passphraseSchema = z.object({
  kind: z.literal('words'),
  id: z.string().regex(/^[0-9a-f]{32}$/u),
  verifier: digestSchema,
});
const credentialSchema = z.discriminatedUnion('kind', [passkeySchema, passphraseSchema]);
export type PartnerCredential = z.infer<typeof credentialSchema>;

const invitationStates = ['open', 'used', 'revoked'] as const;

/** A link that one person uses once. It names no one, and stores nothing of a visit except a device's counter. */
export const invitationSchema = z.object({
  id: partnerIdSchema,
  organisation: partnerIdSchema,
  number: z.int().min(1),
  state: z.enum(invitationStates),
  /** How often it was issued: anything made by an earlier link is void. */
  round: z.int().min(1),
  madeOn: daySchema,
  until: daySchema,
  token: digestSchema.optional(),
  access: credentialSchema.optional(),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** A plain digest is enough for 256 random bits. */
export const invitationTokenDigest = (id: string, secret: string): string =>
  sha256(`candour/1/invitation ${id} ${secret}`);

export const passphraseVerifier = (id: string, secret: string): string =>
  sha256(`candour/1/partner words ${id} ${secret}`);

/** The digest of a credential's random name, since no one names themselves. */
export const signInLookupKey = ({ kind, id }: Pick<PartnerCredential, 'kind' | 'id'>): string =>
  sha256(`candour/1/partner ${kind} ${id}`);
