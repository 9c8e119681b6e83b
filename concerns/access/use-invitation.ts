import type { PartnerStore } from '../ports/store.ts';
import type { Versioned } from '../records/case-record.ts';
import {
  type Access,
  digestOfToken,
  type Invitation,
  type Organisation,
  signInKeyOf,
  verifierOf,
} from '../records/partner-record.ts';
import { type Clock, dayOf } from '../terms/calendar.ts';
import { sameTag } from '../terms/digests.ts';

export interface UseInvitationDependencies {
  readonly partners: PartnerStore;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** `unknown` also for a wrong secret: no one learns which. */
export type Closed = { readonly kind: 'used' | 'revoked' | 'expired' | 'unknown' };
export interface OpenInvitation {
  readonly kind: 'open';
  readonly standing: Versioned<Invitation>;
  readonly organisation: Organisation;
}
export interface Entered {
  readonly kind: 'entered';
  readonly invitation: Invitation;
  readonly organisation: Organisation;
}

async function organisationOf(partners: PartnerStore, { organisation }: Invitation): Promise<Organisation | undefined> {
  return (await partners.organisations()).find(({ value }) => value.id === organisation)?.value;
}

export async function lookAtInvitation(
  { partners, clock, timeZone }: UseInvitationDependencies,
  token: string,
): Promise<OpenInvitation | Closed> {
  const [id = '', secret = ''] = token.split('.');
  const standing = await partners.findInvitation({ id });
  if (standing === undefined) return { kind: 'unknown' };
  const { state, token: digest, until } = standing.value;
  if (state !== 'open') {
    // A used link has no digest any more: someone with its id learns no more than that.
    return { kind: state };
  }
  if (digest === undefined || !sameTag(digest, digestOfToken(id, secret))) return { kind: 'unknown' };
  if (dayOf(clock(), timeZone) > until) return { kind: 'expired' };
  const organisation = await organisationOf(partners, standing.value);
  return organisation === undefined ? { kind: 'unknown' } : { kind: 'open', standing, organisation };
}

/**
 * Uses a link up for a passkey or words; one of two people at once gets it. Throws StoreError: then no one knows
 * whether it was used.
 */
export async function takeInvitation(
  deps: UseInvitationDependencies,
  token: string,
  access: Access,
): Promise<Entered | Closed> {
  const looked = await lookAtInvitation(deps, token);
  if (looked.kind !== 'open') return looked;
  const { standing, organisation } = looked;
  // These words belong to another's access: no one is let in by them.
  if ((await deps.partners.findInvitation({ signIn: signInKeyOf(access) })) !== undefined) return { kind: 'used' };
  const { token: _token, ...rest } = standing.value;
  const invitation: Invitation = { ...rest, state: 'used', access };
  const saved = await deps.partners.saveInvitation(invitation, standing.version);
  return saved === 'saved' ? { kind: 'entered', invitation, organisation } : { kind: 'used' };
}

export async function accessOf<Kind extends Access['kind']>(
  { partners }: UseInvitationDependencies,
  named: { readonly kind: Kind; readonly id: string },
): Promise<
  | (Omit<Entered, 'kind'> & {
      readonly kind: 'found';
      readonly access: Extract<Access, { kind: Kind }>;
      readonly version: string;
    })
  | { readonly kind: 'unknown' | 'revoked' }
> {
  const standing = await partners.findInvitation({ signIn: signInKeyOf(named) });
  if (standing === undefined) return { kind: 'unknown' };
  const { value: invitation, version } = standing;
  if (invitation.state === 'revoked') return { kind: 'revoked' };
  const { access } = invitation;
  const organisation = await organisationOf(partners, invitation);
  if (!isOfKind(access, named.kind) || invitation.state !== 'used' || organisation === undefined)
    return { kind: 'unknown' };
  return { kind: 'found', invitation, organisation, access, version };
}

const isOfKind = <Kind extends Access['kind']>(
  access: Access | undefined,
  kind: Kind,
): access is Extract<Access, { kind: Kind }> => access?.kind === kind;

export async function enterByWords(
  deps: UseInvitationDependencies,
  { id, secret }: { readonly id: string; readonly secret: string },
): Promise<Entered | { readonly kind: 'unknown' | 'revoked' }> {
  const found = await accessOf(deps, { kind: 'words', id });
  if (found.kind !== 'found') return found;
  const { invitation, organisation, access } = found;
  return sameTag(access.verifier, verifierOf(id, secret))
    ? { kind: 'entered', invitation, organisation }
    : { kind: 'unknown' };
}

/**
 * Notes a device's counter. One that counts nothing leaves no trace; `moved` if it signed in elsewhere at the same
 * moment. Throws StoreError.
 */
export async function noteCounter(
  { partners }: UseInvitationDependencies,
  { value, version }: Versioned<Invitation>,
  counter: number,
): Promise<'saved' | 'moved'> {
  const { access } = value;
  if (access?.kind !== 'passkey' || access.counter === counter) return 'saved';
  return partners.saveInvitation({ ...value, access: { ...access, counter } }, version);
}

/** Whether a session's invitation is as it was at its start. Throws StoreError. */
export async function isStanding(
  { partners }: Pick<UseInvitationDependencies, 'partners'>,
  { id, round }: Pick<Invitation, 'id' | 'round'>,
): Promise<boolean> {
  const standing = await partners.findInvitation({ id });
  return standing?.value.state === 'used' && standing.value.round === round;
}
