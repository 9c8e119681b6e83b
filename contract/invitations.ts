import { z } from 'zod';
import { invitationLifetimeDays } from '../core/partners/invitations.ts';
import { maxOrganisationNameLength, partnerIdSchema } from '../core/model/partner-record.ts';
import type { Day } from '../core/model/calendar.ts';
import { type PartnerType, partnerTypes } from '../core/model/report-routes.ts';
import { answerType, type OperationDefinitions } from './operation-definition.ts';
import type { PersonView } from './operation-answers.ts';

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

export interface PartnerHistoryEntry {
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
  readonly done: readonly PartnerHistoryEntry[];
}

/** `changed`: renamed since the page was read. */
interface InvitationRefusalAnswer {
  readonly why: 'taken' | 'changed' | 'noSuch' | 'revoked';
}

/** `link` is shown once: the server stores only a digest. */
export type InviteAnswer =
  | { readonly view: PartnersView; readonly link: string; readonly organisation: string; readonly until: Day }
  | InvitationRefusalAnswer;
export type RevocationAnswer = { readonly view: PartnersView } | InvitationRefusalAnswer;
export type OrganisationAnswer = { readonly view: PartnersView; readonly named: string } | InvitationRefusalAnswer;

/** One line, without markup. */
const organisationName = z
  .string()
  .trim()
  .min(1)
  .max(maxOrganisationNameLength)
  .regex(/^\p{L}[\p{L}\p{M}\p{N} .,’'()&/+-]*$/u);
const days = z.literal([...invitationLifetimeDays]);
const adminDefaults = { roles: ['admin'], auditTrail: 'log' } as const;

export const invitationOperations = {
  'partners.list': { ...adminDefaults, body: z.strictObject({}), answer: answerType<PartnersView>(), isReadOnly: true },
  'partners.name': {
    ...adminDefaults,
    body: z.strictObject({ name: organisationName, type: z.enum(partnerTypes) }),
    answer: answerType<OrganisationAnswer>(),
  },
  'partners.rename': {
    ...adminDefaults,
    body: z.strictObject({
      organisation: partnerIdSchema,
      was: z.string().min(1).max(maxOrganisationNameLength),
      name: organisationName,
    }),
    answer: answerType<OrganisationAnswer>(),
  },
  'partners.invite': {
    ...adminDefaults,
    body: z.strictObject({ organisation: partnerIdSchema, days }),
    answer: answerType<InviteAnswer>(),
  },
  'partners.renew': {
    ...adminDefaults,
    body: z.strictObject({ invitation: partnerIdSchema, days }),
    answer: answerType<InviteAnswer>(),
  },
  'partners.revoke': {
    ...adminDefaults,
    body: z.strictObject({ invitation: partnerIdSchema }),
    answer: answerType<RevocationAnswer>(),
  },
} as const satisfies OperationDefinitions;
