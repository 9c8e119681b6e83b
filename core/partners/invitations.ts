import {
  recordPartnerChange,
  type PartnerSettingKind,
  type SettingsHistoryDependencies,
} from '../casework/settings-history.ts';
import { retryOnConflict } from '../casework/retry-on-conflict.ts';
import type { PartnerStore } from '../ports/store.ts';
import type { Versioned } from '../model/case-record.ts';
import {
  type PartnerCredential,
  invitationTokenDigest,
  type Invitation,
  type Organisation,
  signInLookupKey,
  passphraseVerifier,
} from '../model/partner-record.ts';
import { addDays, type Clock, toDay, type RandomSource } from '../model/calendar.ts';
import type { PartnerType } from '../model/report-routes.ts';
import type { PersonId } from '../model/roles.ts';
import { timingSafeEqualText } from '../model/digests.ts';

export interface InvitePartnersDependencies extends Omit<SettingsHistoryDependencies, 'targets'> {
  readonly partners: PartnerStore;
  readonly random: RandomSource;
  /** 32 hex digits, the same for the same text on every server, which tell nothing about it. */
  readonly deriveId: (text: string) => string;
  readonly timeZone: string;
}

export const invitationLifetimeDays = [1, 7, 14] as const;
type InvitationLifetimeDays = (typeof invitationLifetimeDays)[number];

/** `changed`: renamed since the page was read. `revoked`: it stays so. */
type InvitationRefusal = 'taken' | 'changed' | 'noSuch' | 'revoked';
export type OrganisationOutcome = { readonly organisation: Organisation } | { readonly why: InvitationRefusal };
export type InvitationOutcome =
  | { readonly invitation: Invitation; readonly token: string }
  | { readonly why: InvitationRefusal };

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');

function generateInvitationToken(random: RandomSource, id: string) {
  const secret = Buffer.from(random(32)).toString('base64url');
  return { token: `${id}.${secret}`, digest: invitationTokenDigest(id, secret) };
}

const recordChange = (
  deps: InvitePartnersDependencies,
  kind: PartnerSettingKind,
  by: PersonId,
  { id, type }: Organisation,
  invitation?: number,
) => recordPartnerChange(deps, kind, by, { organisation: id, type, ...(invitation !== undefined && { invitation }) });

async function findOrganisation(
  { partners }: Pick<InvitePartnersDependencies, 'partners'>,
  id: string,
): Promise<Versioned<Organisation> | undefined> {
  return (await partners.organisations()).find(({ value }) => value.id === id);
}

/** The id is derived from the name, so that of two at the same moment the store refuses one. Throws StoreError. */
export async function addOrganisation(
  deps: InvitePartnersDependencies,
  by: PersonId,
  { name, type }: { readonly name: string; readonly type: PartnerType },
): Promise<OrganisationOutcome> {
  const addedOn = toDay(deps.clock(), deps.timeZone);
  let nth = 0;
  return retryOnConflict(async () => {
    const organisations = await deps.partners.organisations();
    if (organisations.some(({ value }) => foldName(value.name) === foldName(name))) return { why: 'taken' } as const;
    const isFree = (id: string) => organisations.every(({ value }) => value.id !== id);
    let id = deps.deriveId(`${foldName(name)} ${(nth += 1)}`);
    while (!isFree(id)) id = deps.deriveId(`${foldName(name)} ${(nth += 1)}`);
    const organisation: Organisation = { id, name: name.trim(), type, addedOn, invited: 0 };
    await recordChange(deps, 'organisationNamed', by, organisation);
    return (await deps.partners.saveOrganisation(organisation, undefined)) === 'moved' ? 'conflict' : { organisation };
  });
}

/** The person has read the earlier name, which the history does not hold. Throws StoreError. */
export async function renameOrganisation(
  deps: InvitePartnersDependencies,
  by: PersonId,
  {
    organisation: id,
    was,
    name: typed,
  }: { readonly organisation: string; readonly was: string; readonly name: string },
): Promise<OrganisationOutcome> {
  const name = typed.trim();
  let isNoted = false;
  return retryOnConflict(async () => {
    const all = await deps.partners.organisations();
    const current = all.find(({ value }) => value.id === id);
    if (current === undefined) return { why: 'noSuch' } as const;
    if (current.value.name === name) return { organisation: current.value };
    if (current.value.name !== was) return { why: 'changed' } as const;
    if (all.some(({ value }) => value.id !== id && foldName(value.name) === foldName(name)))
      return { why: 'taken' } as const;
    if (!isNoted) await recordChange(deps, 'organisationRenamed', by, current.value);
    isNoted = true;
    const organisation = { ...current.value, name };
    return (await deps.partners.saveOrganisation(organisation, current.version)) === 'moved'
      ? 'conflict'
      : { organisation };
  });
}

/** Throws StoreError: then no link was shown, and every working one still works. */
export async function invitePartner(
  deps: InvitePartnersDependencies,
  by: PersonId,
  { organisation: of, days }: { readonly organisation: string; readonly days: InvitationLifetimeDays },
): Promise<InvitationOutcome> {
  const today = toDay(deps.clock(), deps.timeZone);
  const counted = await retryOnConflict(async () => {
    const current = await findOrganisation(deps, of);
    if (current === undefined) return { why: 'noSuch' } as const;
    const organisation = { ...current.value, invited: current.value.invited + 1 };
    const saved = await deps.partners.saveOrganisation(organisation, current.version);
    return saved === 'moved' ? 'conflict' : organisation;
  });
  if ('why' in counted) return counted;
  await recordChange(deps, 'partnerInvited', by, counted, counted.invited);
  const id = toHex(deps.random(16));
  const { token, digest } = generateInvitationToken(deps.random, id);
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
  kind: PartnerSettingKind,
  change: (current: Invitation) => Invitation,
): Promise<Invitation | { readonly why: InvitationRefusal }> {
  let isNoted = false;
  return retryOnConflict(async () => {
    const current = await deps.partners.findInvitation({ id });
    const organisation = current && (await findOrganisation(deps, current.value.organisation));
    if (current === undefined || organisation === undefined) return { why: 'noSuch' } as const;
    if (current.value.state === 'revoked') return { why: 'revoked' } as const;
    if (!isNoted) await recordChange(deps, kind, by, organisation.value, current.value.number);
    isNoted = true;
    const changed = change(current.value);
    return (await deps.partners.saveInvitation(changed, current.version)) === 'moved' ? 'conflict' : changed;
  });
}

/** Anything made by an earlier link, sessions too, ends. Throws StoreError. */
export async function renewInvitation(
  deps: InvitePartnersDependencies,
  by: PersonId,
  { invitation: id, days }: { readonly invitation: string; readonly days: InvitationLifetimeDays },
): Promise<InvitationOutcome> {
  const { token, digest } = generateInvitationToken(deps.random, id);
  const today = toDay(deps.clock(), deps.timeZone);
  const renewed = await changeInvitation(deps, by, id, 'invitationRenewed', ({ access: _access, ...current }) => ({
    ...current,
    state: 'open',
    round: current.round + 1,
    until: addDays(today, days),
    token: digest,
  }));
  return 'why' in renewed ? renewed : { invitation: renewed, token };
}

/** Ends link, passkey or words, and sessions for good. Throws StoreError. */
export async function revokeInvitation(
  deps: InvitePartnersDependencies,
  by: PersonId,
  { invitation: id }: { readonly invitation: string },
): Promise<{ readonly invitation: Invitation } | { readonly why: InvitationRefusal }> {
  const revoked = await changeInvitation(
    deps,
    by,
    id,
    'invitationRevoked',
    // The key of its passkey or words stays, so that someone who tries it learns why.
    ({ token: _token, ...current }) => ({ ...current, state: 'revoked', round: current.round + 1 }),
  );
  return 'why' in revoked ? revoked : { invitation: revoked };
}

export interface RedeemInvitationDependencies {
  readonly partners: PartnerStore;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** `unknown` also for a wrong secret: no one learns which. */
export type UnusableInvitation = { readonly kind: 'used' | 'revoked' | 'expired' | 'unknown' };
interface OpenInvitation {
  readonly kind: 'open';
  readonly current: Versioned<Invitation>;
  readonly organisation: Organisation;
}
export interface PartnerSignIn {
  readonly kind: 'entered';
  readonly invitation: Invitation;
  readonly organisation: Organisation;
}

export async function checkInvitation(
  { partners, clock, timeZone }: RedeemInvitationDependencies,
  token: string,
): Promise<OpenInvitation | UnusableInvitation> {
  const [id = '', secret = ''] = token.split('.');
  const current = await partners.findInvitation({ id });
  if (current === undefined) return { kind: 'unknown' };
  const { state, token: digest, until } = current.value;
  if (state !== 'open') {
    // A used link has no digest any more: someone with its id learns no more than that.
    return { kind: state };
  }
  if (digest === undefined || !timingSafeEqualText(digest, invitationTokenDigest(id, secret)))
    return { kind: 'unknown' };
  if (toDay(clock(), timeZone) > until) return { kind: 'expired' };
  const organisation = (await findOrganisation({ partners }, current.value.organisation))?.value;
  return organisation === undefined ? { kind: 'unknown' } : { kind: 'open', current, organisation };
}

/**
 * Uses a link up for a passkey or words; one of two people at once gets it. Throws StoreError: then no one knows
 * whether it was used.
 */
export async function redeemInvitation(
  deps: RedeemInvitationDependencies,
  token: string,
  access: PartnerCredential,
): Promise<PartnerSignIn | UnusableInvitation> {
  const checked = await checkInvitation(deps, token);
  if (checked.kind !== 'open') return checked;
  const { current, organisation } = checked;
  // These words belong to another invitation, so they let no one in.
  if ((await deps.partners.findInvitation({ signIn: signInLookupKey(access) })) !== undefined) return { kind: 'used' };
  const { token: _token, ...rest } = current.value;
  const invitation: Invitation = { ...rest, state: 'used', access };
  const saved = await deps.partners.saveInvitation(invitation, current.version);
  return saved === 'saved' ? { kind: 'entered', invitation, organisation } : { kind: 'used' };
}

export async function findPartnerCredential<Kind extends PartnerCredential['kind']>(
  { partners }: RedeemInvitationDependencies,
  named: { readonly kind: Kind; readonly id: string },
): Promise<
  | (Omit<PartnerSignIn, 'kind'> & {
      readonly kind: 'found';
      readonly access: Extract<PartnerCredential, { kind: Kind }>;
      readonly version: string;
    })
  | { readonly kind: 'unknown' | 'revoked' }
> {
  const current = await partners.findInvitation({ signIn: signInLookupKey(named) });
  if (current === undefined) return { kind: 'unknown' };
  const { value: invitation, version } = current;
  if (invitation.state === 'revoked') return { kind: 'revoked' };
  const { access } = invitation;
  const organisation = (await findOrganisation({ partners }, invitation.organisation))?.value;
  if (!isOfKind(access, named.kind) || invitation.state !== 'used' || organisation === undefined)
    return { kind: 'unknown' };
  return { kind: 'found', invitation, organisation, access, version };
}

const isOfKind = <Kind extends PartnerCredential['kind']>(
  access: PartnerCredential | undefined,
  kind: Kind,
): access is Extract<PartnerCredential, { kind: Kind }> => access?.kind === kind;

export async function signInWithPassphrase(
  deps: RedeemInvitationDependencies,
  { id, secret }: { readonly id: string; readonly secret: string },
): Promise<PartnerSignIn | { readonly kind: 'unknown' | 'revoked' }> {
  const found = await findPartnerCredential(deps, { kind: 'words', id });
  if (found.kind !== 'found') return found;
  const { invitation, organisation, access } = found;
  return timingSafeEqualText(access.verifier, passphraseVerifier(id, secret))
    ? { kind: 'entered', invitation, organisation }
    : { kind: 'unknown' };
}

/**
 * Saves a device's counter, unless it counts nothing; `moved` if it signed in elsewhere at the same moment. Throws
 * StoreError.
 */
export async function savePasskeyCounter(
  { partners }: RedeemInvitationDependencies,
  { value, version }: Versioned<Invitation>,
  counter: number,
): Promise<'saved' | 'moved'> {
  const { access } = value;
  if (access?.kind !== 'passkey' || access.counter === counter) return 'saved';
  return partners.saveInvitation({ ...value, access: { ...access, counter } }, version);
}

/** Whether a session's invitation is as it was at its start. Throws StoreError. */
export async function isSessionInvitationValid(
  { partners }: Pick<RedeemInvitationDependencies, 'partners'>,
  { id, round }: Pick<Invitation, 'id' | 'round'>,
): Promise<boolean> {
  const current = await partners.findInvitation({ id });
  return current?.value.state === 'used' && current.value.round === round;
}
