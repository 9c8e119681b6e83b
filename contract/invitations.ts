import { z } from 'zod';
import { linkDays } from '../core/partners/invitations.ts';
import { maxOrganisationNameLength, partnerIdSchema } from '../core/model/partner-record.ts';
import type { Day } from '../core/model/calendar.ts';
import { type PartnerType, partnerTypes } from '../core/model/routes.ts';
import { answer, type OperationDefinitions } from './operation-definition.ts';
import type { PersonView } from './answers.ts';

/** Never says when, where or by whom an invitation was used. */
export interface InvitationView {
  readonly id: string;
  readonly number: number;
  readonly state: 'open' | 'expired' | 'used' | 'revoked';
  readonly by?: 'passkey' | 'words';
  readonly madeOn: Day;
  readonly until: Day;
}

export interface OrganisationView {
  readonly id: string;
  readonly name: string;
  readonly type: PartnerType;
  readonly invitations: readonly InvitationView[];
}

export interface PartnerEntry {
  readonly kind:
    | 'organisationNamed'
    | 'organisationRenamed'
    | 'partnerInvited'
    | 'invitationRenewed'
    | 'invitationRevoked';
  readonly by: PersonView;
  readonly on: Day;
  readonly organisation: string;
  readonly invitation?: number;
}

export interface PartnersView {
  readonly organisations: readonly OrganisationView[];
  readonly done: readonly PartnerEntry[];
}

/** `changed`: renamed since the page was read. */
interface InvitationRefusal {
  readonly why: 'taken' | 'changed' | 'noSuch' | 'revoked';
}

/** `link` is shown once: the server stores only a digest. */
export type InviteOutcome =
  | { readonly view: PartnersView; readonly link: string; readonly organisation: string; readonly until: Day }
  | InvitationRefusal;
export type PartnersOutcome = { readonly view: PartnersView } | InvitationRefusal;
export type OrganisationAnswer = { readonly view: PartnersView; readonly named: string } | InvitationRefusal;

/** One line, without markup. */
const organisationName = z
  .string()
  .trim()
  .min(1)
  .max(maxOrganisationNameLength)
  .regex(/^\p{L}[\p{L}\p{M}\p{N} .,’'()&/+-]*$/u);
const days = z.literal([...linkDays]);
const admin = { roles: ['admin'], leaves: 'log' } as const;

export const invitationOperations = {
  'partners.list': { ...admin, body: z.strictObject({}), answer: answer<PartnersView>(), isReadOnly: true },
  'partners.name': {
    ...admin,
    body: z.strictObject({ name: organisationName, type: z.enum(partnerTypes) }),
    answer: answer<OrganisationAnswer>(),
  },
  'partners.rename': {
    ...admin,
    body: z.strictObject({
      organisation: partnerIdSchema,
      was: z.string().min(1).max(maxOrganisationNameLength),
      name: organisationName,
    }),
    answer: answer<OrganisationAnswer>(),
  },
  'partners.invite': {
    ...admin,
    body: z.strictObject({ organisation: partnerIdSchema, days }),
    answer: answer<InviteOutcome>(),
  },
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
} as const satisfies OperationDefinitions;
