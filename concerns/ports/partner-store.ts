import type { Versioned } from '../records/case-record.ts';
import type { Invitation, Organisation } from '../records/partner-record.ts';

type InvitationBy = { readonly id: string } | { readonly signIn: string };

/** Organisations outside the force, and their invitations. */
export interface PartnerStore {
  organisations(): Promise<readonly Versioned<Organisation>[]>;
  saveOrganisation(organisation: Organisation, over: string | undefined): Promise<'saved' | 'moved'>;
  invitations(): Promise<readonly Versioned<Invitation>[]>;
  findInvitation(by: InvitationBy): Promise<Versioned<Invitation> | undefined>;
  saveInvitation(invitation: Invitation, over: string | undefined): Promise<'saved' | 'moved'>;
}
