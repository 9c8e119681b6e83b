import { notePartner, type PartnerSetting, type SettingsHistoryDependencies } from '../casework/settings-history.ts';
import { retried } from '../casework/idempotency.ts';
import type { PartnerStore } from '../ports/store.ts';
import type { Versioned } from '../model/case-record.ts';
import {
  type Access,
  digestOfToken,
  type Invitation,
  type Organisation,
  signInKeyOf,
  verifierOf,
} from '../model/partner-record.ts';
import { addDays, type Clock, dayOf, type Random } from '../model/calendar.ts';
import type { PartnerType } from '../model/routes.ts';
import type { PersonId } from '../model/directory.ts';
import { sameTag } from '../model/digests.ts';

export interface InvitePartnersDependencies extends Omit<SettingsHistoryDependencies, 'targets'> {
  readonly partners: PartnerStore;
  readonly random: Random;
  /** 32 hex digits, the same for the same text on every server, which tell nothing about it. */
  readonly idFor: (text: string) => string;
  readonly timeZone: string;
}

export const linkDays = [1, 7, 14] as const;
type LinkDays = (typeof linkDays)[number];

/** `changed`: renamed since the page was read. `revoked`: it stays so. */
type NotInvited = 'taken' | 'changed' | 'noSuch' | 'revoked';
export type Named = { readonly organisation: Organisation } | { readonly why: NotInvited };
export type Invited = { readonly invitation: Invitation; readonly token: string } | { readonly why: NotInvited };

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const foldedName = (name: string): string => name.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');

function drawnLink(random: Random, id: string) {
  const secret = Buffer.from(random(32)).toString('base64url');
  return { token: `${id}.${secret}`, digest: digestOfToken(id, secret) };
}

const noting = (
  deps: InvitePartnersDependencies,
  kind: PartnerSetting,
  by: PersonId,
  { id, type }: Organisation,
  invitation?: number,
) => notePartner(deps, kind, by, { organisation: id, type, ...(invitation !== undefined && { invitation }) });

async function organisationOf(
  { partners }: Pick<InvitePartnersDependencies, 'partners'>,
  id: string,
): Promise<Versioned<Organisation> | undefined> {
  return (await partners.organisations()).find(({ value }) => value.id === id);
}

/**
 * Names an organisation that may be invited. The id is derived from the name, so that of two at the same moment the
 * store refuses one. Throws StoreError.
 */
export async function nameOrganisation(
  deps: InvitePartnersDependencies,
  by: PersonId,
  { name, type }: { readonly name: string; readonly type: PartnerType },
): Promise<Named> {
  const addedOn = dayOf(deps.clock(), deps.timeZone);
  let nth = 0;
  return retried(async () => {
    const standing = await deps.partners.organisations();
    if (standing.some(({ value }) => foldedName(value.name) === foldedName(name))) return { why: 'taken' } as const;
    const isFree = (id: string) => standing.every(({ value }) => value.id !== id);
    let id = deps.idFor(`${foldedName(name)} ${(nth += 1)}`);
    while (!isFree(id)) id = deps.idFor(`${foldedName(name)} ${(nth += 1)}`);
    const organisation: Organisation = { id, name: name.trim(), type, addedOn, invited: 0 };
    await noting(deps, 'organisationNamed', by, organisation);
    return (await deps.partners.saveOrganisation(organisation, undefined)) === 'moved' ? 'conflict' : { organisation };
  });
}

/**
 * Renames an organisation from the name that someone has read. The earlier name is kept nowhere; the history has the
 * organisation, person and time. Throws StoreError.
 */
export async function renameOrganisation(
  deps: InvitePartnersDependencies,
  by: PersonId,
  {
    organisation: id,
    was,
    name: typed,
  }: { readonly organisation: string; readonly was: string; readonly name: string },
): Promise<Named> {
  const name = typed.trim();
  let isNoted = false;
  return retried(async () => {
    const all = await deps.partners.organisations();
    const standing = all.find(({ value }) => value.id === id);
    if (standing === undefined) return { why: 'noSuch' } as const;
    if (standing.value.name === name) return { organisation: standing.value };
    if (standing.value.name !== was) return { why: 'changed' } as const;
    if (all.some(({ value }) => value.id !== id && foldedName(value.name) === foldedName(name)))
      return { why: 'taken' } as const;
    if (!isNoted) await noting(deps, 'organisationRenamed', by, standing.value);
    isNoted = true;
    const organisation = { ...standing.value, name };
    return (await deps.partners.saveOrganisation(organisation, standing.version)) === 'moved'
      ? 'conflict'
      : { organisation };
  });
}

/** Throws StoreError: then no link was shown, and no working one is lost. */
export async function invitePartner(
  deps: InvitePartnersDependencies,
  by: PersonId,
  { organisation: of, days }: { readonly organisation: string; readonly days: LinkDays },
): Promise<Invited> {
  const today = dayOf(deps.clock(), deps.timeZone);
  const counted = await retried(async () => {
    const standing = await organisationOf(deps, of);
    if (standing === undefined) return { why: 'noSuch' } as const;
    const organisation = { ...standing.value, invited: standing.value.invited + 1 };
    const saved = await deps.partners.saveOrganisation(organisation, standing.version);
    return saved === 'moved' ? 'conflict' : organisation;
  });
  if ('why' in counted) return counted;
  await noting(deps, 'partnerInvited', by, counted, counted.invited);
  const id = hexOf(deps.random(16));
  const { token, digest } = drawnLink(deps.random, id);
  const invitation: Invitation = {
    id,
    organisation: of,
    number: counted.invited,
    state: 'open',
    round: 1,
    madeOn: today,
    until: addDays(today, days),
    token: digest,
  };
  await deps.partners.saveInvitation(invitation, undefined);
  return { invitation, token };
}

async function changeInvitation(
  deps: InvitePartnersDependencies,
  by: PersonId,
  id: string,
  kind: PartnerSetting,
  change: (standing: Invitation) => Invitation,
): Promise<Invitation | { readonly why: NotInvited }> {
  let isNoted = false;
  return retried(async () => {
    const standing = await deps.partners.findInvitation({ id });
    const organisation = standing && (await organisationOf(deps, standing.value.organisation));
    if (standing === undefined || organisation === undefined) return { why: 'noSuch' } as const;
    if (standing.value.state === 'revoked') return { why: 'revoked' } as const;
    if (!isNoted) await noting(deps, kind, by, organisation.value, standing.value.number);
    isNoted = true;
    const changed = change(standing.value);
    return (await deps.partners.saveInvitation(changed, standing.version)) === 'moved' ? 'conflict' : changed;
  });
}

/**
 * Gives an invitation out anew, after a lost passkey or link or known words. Anything made by an earlier link, sessions
 * too, ends. Throws StoreError.
 */
export async function renewInvitation(
  deps: InvitePartnersDependencies,
  by: PersonId,
  { invitation: id, days }: { readonly invitation: string; readonly days: LinkDays },
): Promise<Invited> {
  const { token, digest } = drawnLink(deps.random, id);
  const today = dayOf(deps.clock(), deps.timeZone);
  const renewed = await changeInvitation(deps, by, id, 'invitationRenewed', ({ access: _access, ...standing }) => ({
    ...standing,
    state: 'open',
    round: standing.round + 1,
    until: addDays(today, days),
    token: digest,
  }));
  return 'why' in renewed ? renewed : { invitation: renewed, token };
}

/** For good: link, passkey or words, and sessions. Throws StoreError. */
export async function revokeInvitation(
  deps: InvitePartnersDependencies,
  by: PersonId,
  { invitation: id }: { readonly invitation: string },
): Promise<{ readonly invitation: Invitation } | { readonly why: NotInvited }> {
  const revoked = await changeInvitation(
    deps,
    by,
    id,
    'invitationRevoked',
    // The key of its passkey or words stays, so that someone who tries it is told.
    ({ token: _token, ...standing }) => ({ ...standing, state: 'revoked', round: standing.round + 1 }),
  );
  return 'why' in revoked ? revoked : { invitation: revoked };
}

export interface UseInvitationDependencies {
  readonly partners: PartnerStore;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** `unknown` also for a wrong secret: no one learns which. */
export type Closed = { readonly kind: 'used' | 'revoked' | 'expired' | 'unknown' };
interface OpenInvitation {
  readonly kind: 'open';
  readonly standing: Versioned<Invitation>;
  readonly organisation: Organisation;
}
export interface Entered {
  readonly kind: 'entered';
  readonly invitation: Invitation;
  readonly organisation: Organisation;
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
  const organisation = (await organisationOf({ partners }, standing.value.organisation))?.value;
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
  const organisation = (await organisationOf({ partners }, invitation.organisation))?.value;
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
