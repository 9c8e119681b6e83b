import { z } from 'zod';
import { linkDays } from '../concerns/access/invite-partners.ts';
import { longestOrganisation, partnerIdSchema } from '../concerns/records/partner-record.ts';
import { partnerTypes } from '../concerns/terms/partner-types.ts';

/** A name on one line: letters, numbers and the marks of names, nothing that could be drawn or run. */
const organisationName = z
  .string()
  .trim()
  .min(1)
  .max(longestOrganisation)
  .regex(/^\p{L}[\p{L}\p{M}\p{N} .,’'()&/+-]*$/u);
const days = z.literal([...linkDays]);

/** The bodies of the operations by which an admin looks after the access of partners. */
export const inviteRequests = {
  'partners.list': z.strictObject({}),
  'partners.name': z.strictObject({ name: organisationName, type: z.enum(partnerTypes) }),
  /** `was`: the name as whoever renames it has read it. Another may have given it a name meanwhile. */
  'partners.rename': z.strictObject({
    organisation: partnerIdSchema,
    was: z.string().min(1).max(longestOrganisation),
    name: organisationName,
  }),
  'partners.invite': z.strictObject({ organisation: partnerIdSchema, days }),
  /** Gives an invitation out anew: what was made by its earlier link is good no more. */
  'partners.renew': z.strictObject({ invitation: partnerIdSchema, days }),
  'partners.revoke': z.strictObject({ invitation: partnerIdSchema }),
} as const;
