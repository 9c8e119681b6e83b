import { z } from 'zod';
import { linkDays } from '../concerns/access/invite-partners.ts';
import { longestOrganisation, partnerIdSchema } from '../concerns/records/partner-record.ts';
import type { Day } from '../concerns/terms/calendar.ts';
import { type PartnerType, partnerTypes } from '../concerns/terms/partner-types.ts';
import { answer, type Definitions } from './definition.ts';
import type { ShownPerson } from './shown-person.ts';

/** An invitation as an admin sees it: whether it was used, and never when, from where or by whom. */
export interface InvitationView {
  readonly id: string;
  readonly number: number;
  /** `expired`: its link waits, and its last day is over. */
  readonly state: 'open' | 'expired' | 'used' | 'revoked';
  readonly by?: 'passkey' | 'words';
  readonly madeOn: Day;
  readonly until: Day;
}

/** An organisation with its invitations, the newest first. */
export interface OrganisationView {
  readonly id: string;
  readonly name: string;
  readonly type: PartnerType;
  readonly invitations: readonly InvitationView[];
}

/** An act of an admin on a partner, as the history of the settings has it. */
export interface PartnerEntry {
  readonly kind:
    | 'organisationNamed'
    | 'organisationRenamed'
    | 'partnerInvited'
    | 'invitationRenewed'
    | 'invitationRevoked';
  readonly by: ShownPerson;
  readonly on: Day;
  readonly organisation: string;
  readonly invitation?: number;
}

export interface PartnersView {
  readonly organisations: readonly OrganisationView[];
  /** The last ones first. */
  readonly done: readonly PartnerEntry[];
}

/** Why nothing was done. `changed`: the organisation has another name than the one that was sent as read. */
interface NothingDone {
  readonly why: 'taken' | 'changed' | 'noSuch' | 'revoked';
}

/** `link` is told this once: the server keeps a digest of it. Nothing was done where there is a `why`. */
export type InviteOutcome =
  | { readonly view: PartnersView; readonly link: string; readonly organisation: string; readonly until: Day }
  | NothingDone;
export type PartnersOutcome = { readonly view: PartnersView } | NothingDone;
/** An organisation that has its name now. */
export type NamedOutcome = { readonly view: PartnersView; readonly named: string } | NothingDone;

/** A name on one line: letters, numbers and the marks of names, nothing that could be drawn or run. */
const organisationName = z
  .string()
  .trim()
  .min(1)
  .max(longestOrganisation)
  .regex(/^\p{L}[\p{L}\p{M}\p{N} .,’'()&/+-]*$/u);
const days = z.literal([...linkDays]);
const admin = { roles: ['admin'], leaves: 'log' } as const;

/** The operations by which an admin looks after the access of partners. */
export const invitationOperations = {
  'partners.list': { ...admin, body: z.strictObject({}), answer: answer<PartnersView>(), reads: true },
  'partners.name': {
    ...admin,
    body: z.strictObject({ name: organisationName, type: z.enum(partnerTypes) }),
    answer: answer<NamedOutcome>(),
  },
  /** `was`: the name as whoever renames it has read it. Another may have given it a name meanwhile. */
  'partners.rename': {
    ...admin,
    body: z.strictObject({
      organisation: partnerIdSchema,
      was: z.string().min(1).max(longestOrganisation),
      name: organisationName,
    }),
    answer: answer<NamedOutcome>(),
  },
  'partners.invite': {
    ...admin,
    body: z.strictObject({ organisation: partnerIdSchema, days }),
    answer: answer<InviteOutcome>(),
  },
  /** Gives an invitation out anew: what was made by its earlier link is good no more. */
  'partners.renew': {
    ...admin,
    body: z.strictObject({ invitation: partnerIdSchema, days }),
    answer: answer<InviteOutcome>(),
  },
  'partners.revoke': {
    ...admin,
    body: z.strictObject({ invitation: partnerIdSchema }),
    answer: answer<PartnersOutcome>(),
  },
} as const satisfies Definitions;
