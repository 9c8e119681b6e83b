import type { Day } from '../concerns/terms/calendar.ts';
import type { PartnerType } from '../concerns/terms/partner-types.ts';
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

export interface InviteAnswers {
  'partners.list': PartnersView;
  'partners.name': NamedOutcome;
  'partners.rename': NamedOutcome;
  'partners.invite': InviteOutcome;
  'partners.renew': InviteOutcome;
  'partners.revoke': PartnersOutcome;
}
