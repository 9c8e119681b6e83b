import { notePartner, type PartnerSetting, type SettingsHistoryDependencies } from '../casework/settings-history.ts';
import { retried } from '../casework/repeats.ts';
import type { PartnerStore } from '../ports/store.ts';
import type { Versioned } from '../records/case-record.ts';
import { digestOfToken, type Invitation, type Organisation } from '../records/partner-record.ts';
import { addDays, dayOf, type Random } from '../terms/calendar.ts';
import type { PartnerType } from '../terms/routes.ts';
import type { PersonId } from '../terms/directory.ts';

export interface InvitePartnersDependencies extends Omit<SettingsHistoryDependencies, 'targets'> {
  readonly partners: PartnerStore;
  readonly random: Random;
  /** 32 hex digits, the same for the same text on every server, which tell nothing about it. */
  readonly idFor: (text: string) => string;
  readonly timeZone: string;
}

export const linkDays = [1, 7, 14] as const;
export type LinkDays = (typeof linkDays)[number];

/** `changed`: renamed since the page was read. `revoked`: it stays so. */
export type NotInvited = 'taken' | 'changed' | 'noSuch' | 'revoked';
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
  { partners }: InvitePartnersDependencies,
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
