import type { Result } from '../../contract/answers.ts';
import {
  type Invited,
  invitePartner,
  type InvitePartnersDependencies,
  type Named,
  nameOrganisation,
  renameOrganisation,
  renewInvitation,
  revokeInvitation,
} from '../../core/partners/invitations.ts';
import type { Invitation, Organisation } from '../../core/model/partner-record.ts';
import type { SettingEntry } from '../../core/model/setting-record.ts';
import { dayOf } from '../../core/model/calendar.ts';
import type { PersonId } from '../../core/model/directory.ts';
import type {
  invitationOperations,
  InvitationView,
  InviteOutcome,
  NamedOutcome,
  PartnerEntry,
  PartnersOutcome,
  PartnersView,
} from '../../contract/invitations.ts';
import { done, type Handlers, refused } from './operation.ts';
import type { RoleHolders } from './role-holders.ts';
import { createHmac, hkdfSync } from 'node:crypto';

interface InviteOperationsDependencies extends InvitePartnersDependencies {
  readonly people: Pick<RoleHolders, 'named'>;
  /** `undefined` if the force has no partners: no one is invited. */
  readonly page: string | undefined;
}

const mostShown = 50;

type Kind = PartnerEntry['kind'];
const kinds: readonly Kind[] = [
  'organisationNamed',
  'organisationRenamed',
  'partnerInvited',
  'invitationRenewed',
  'invitationRevoked',
];
const kindOf = ({ kind }: SettingEntry): Kind | undefined => kinds.find((one) => one === kind);

/** None of them reads a case. */
export function createInviteOperations(deps: InviteOperationsDependencies): Handlers<typeof invitationOperations> {
  const { partners, people, settings, clock, timeZone, page } = deps;

  function shown({ id, number, state, access, madeOn, until }: Invitation): InvitationView {
    const isOver = state === 'open' && dayOf(clock(), timeZone) > until;
    return {
      id,
      number,
      state: isOver ? 'expired' : state,
      ...(state === 'used' && access && { by: access.kind }),
      madeOn,
      until,
    };
  }

  async function acts(): Promise<PartnersView['done']> {
    const entries = (await settings.all()).filter((entry) => kindOf(entry) !== undefined).slice(-mostShown);
    const known = await people.named(entries.flatMap(({ by }) => (typeof by === 'object' ? by.objectId : [])));
    const named = (objectId: PersonId) => known.find((one) => one.objectId === objectId) ?? { objectId, name: '' };
    return entries
      .flatMap((entry): readonly PartnerEntry[] => {
        const kind = kindOf(entry);
        const { partner } = entry.detail;
        if (kind === undefined || partner === undefined || typeof entry.by !== 'object') return [];
        const { organisation, invitation } = partner;
        const on = dayOf(new Date(entry.at), timeZone);
        return [
          { kind, by: named(entry.by.objectId), on, organisation, ...(invitation !== undefined && { invitation }) },
        ];
      })
      .toReversed();
  }

  async function view(): Promise<PartnersView> {
    const [organisations, invitations, done] = await Promise.all([
      partners.organisations(),
      partners.invitations(),
      acts(),
    ]);
    const ofOrganisation = ({ id, name, type }: Organisation) => ({
      id,
      name,
      type,
      invitations: invitations
        .filter(({ value }) => value.organisation === id)
        .map(({ value }) => shown(value))
        .toSorted((one, other) => other.number - one.number),
    });
    return {
      organisations: organisations
        .map(({ value }) => ofOrganisation(value))
        .toSorted((one, other) => one.name.localeCompare(other.name)),
      done,
    };
  }

  async function told(invited: Invited): Promise<Result<InviteOutcome>> {
    if ('why' in invited || page === undefined) return done('why' in invited ? invited : { why: 'noSuch' });
    const { organisation, until } = invited.invitation;
    // Behind the `#`, neither servers nor logs see it.
    return done({ view: await view(), link: `${page}#${invited.token}`, organisation, until });
  }
  const named = async (outcome: Named): Promise<Result<NamedOutcome>> =>
    done('why' in outcome ? outcome : { view: await view(), named: outcome.organisation.id });
  const ifThereArePartners = <Answer>(run: () => Promise<Result<Answer>>): Promise<Result<Answer>> =>
    page === undefined ? Promise.resolve(refused) : run();

  return {
    'partners.list': () => ifThereArePartners(async () => done(await view())),
    'partners.name': ({ objectId }, asked) =>
      ifThereArePartners(async () => named(await nameOrganisation(deps, objectId, asked))),
    'partners.rename': ({ objectId }, asked) =>
      ifThereArePartners(async () => named(await renameOrganisation(deps, objectId, asked))),
    'partners.invite': ({ objectId }, asked) =>
      ifThereArePartners(async () => told(await invitePartner(deps, objectId, asked))),
    'partners.renew': ({ objectId }, asked) =>
      ifThereArePartners(async () => told(await renewInvitation(deps, objectId, asked))),
    'partners.revoke': ({ objectId }, asked) =>
      ifThereArePartners<PartnersOutcome>(async () => {
        const revoked = await revokeInvitation(deps, objectId, asked);
        return done('why' in revoked ? revoked : { view: await view() });
      }),
  };
}

/**
 * Ids by HMAC of the name: the same on every server, so that the store refuses a second of one name; they say nothing
 * without the secret.
 */
export function organisationIds(secret: string): (name: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), 'candour/1/organisations', 32));
  return (name) => createHmac('sha256', key).update(name).digest('hex').slice(0, 32);
}
