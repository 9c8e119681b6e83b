import type { Versioned } from '../records/case-record.ts';
import type { Invitation, Organisation } from '../records/partner-record.ts';

/** Where an invitation is looked for: by its id, or by the key of the passkey or words that were made by it. */
type InvitationBy = { readonly id: string } | { readonly signIn: string };

/** Organisations outside the force, and the invitations that they were given. Throws StoreError. */
export interface PartnerStore {
  /** All organisations that can be read, in no order. */
  organisations(): Promise<readonly Versioned<Organisation>[]>;
  /**
   * Puts an organisation in the place of the one at a version, or of none. `moved` where another stands there: nothing is
   * written, read again.
   */
  saveOrganisation(organisation: Organisation, over: string | undefined): Promise<'saved' | 'moved'>;
  /** All invitations that can be read, in no order. */
  invitations(): Promise<readonly Versioned<Invitation>[]>;
  /** An invitation, `undefined` where there is none. Throws StoreError `broken` where it cannot be read. */
  findInvitation(by: InvitationBy): Promise<Versioned<Invitation> | undefined>;
  /** Puts an invitation in the place of the one at a version, or of none; `moved` as above. */
  saveInvitation(invitation: Invitation, over: string | undefined): Promise<'saved' | 'moved'>;
}
