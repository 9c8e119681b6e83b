import type { Result } from '../../contract/operation-answers.ts';
import {
  type InvitationOutcome,
  invitePartner,
  type InvitePartnersDependencies,
  type OrganisationOutcome,
  addOrganisation,
  renameOrganisation,
  renewInvitation,
  revokeInvitation,
} from '../../core/partners/invitations.ts';
import type { Invitation, Organisation } from '../../core/model/partner-record.ts';
import type { SettingEntry } from '../../core/model/setting-entry.ts';
import { toDay } from '../../core/model/calendar.ts';
import type { PersonId } from '../../core/model/roles.ts';
import type {
  invitationOperations,
  InvitationView,
  InviteAnswer,
  OrganisationAnswer,
  PartnerHistoryEntry,
  RevocationAnswer,
  PartnersView,
} from '../../contract/invitations.ts';
import { success, type OperationHandlers, refusedResult } from './operation-results.ts';
import type { RoleHolders } from './role-holders.ts';
import { createHmac, hkdfSync } from 'node:crypto';

interface InvitationOperationsDependencies extends InvitePartnersDependencies {
  readonly people: Pick<RoleHolders, 'getNames'>;
  /** `undefined` if the force has no partners. */
  readonly page: string | undefined;
}

const maxShown = 50;

type PartnerEntryKind = PartnerHistoryEntry['kind'];
const partnerEntryKinds: readonly PartnerEntryKind[] = [
  'organisationNamed',
  'organisationRenamed',
  'partnerInvited',
  'invitationRenewed',
  'invitationRevoked',
];
const partnerEntryKind = ({ kind }: SettingEntry): PartnerEntryKind | undefined =>
  partnerEntryKinds.find((one) => one === kind);

export function createInvitationOperations(
  deps: InvitationOperationsDependencies,
): OperationHandlers<typeof invitationOperations> {
  const { partners, people, settings, clock, timeZone, page } = deps;

  function invitationView({ id, number, state, access, madeOn, until }: Invitation): InvitationView {
    const isOver = state === 'open' && toDay(clock(), timeZone) > until;
    return {
      id,
      number,
      state: isOver ? 'expired' : state,
      ...(state === 'used' && access && { by: access.kind }),
      madeOn,
      until,
    };
  }

  async function readHistory(): Promise<PartnersView['done']> {
    const entries = (await settings.all()).filter((entry) => partnerEntryKind(entry) !== undefined).slice(-maxShown);
    const known = await people.getNames(entries.flatMap(({ by }) => (typeof by === 'object' ? by.objectId : [])));
    const lookUpPerson = (objectId: PersonId) =>
      known.find((one) => one.objectId === objectId) ?? { objectId, name: '' };
    return entries
      .flatMap((entry): readonly PartnerHistoryEntry[] => {
        const kind = partnerEntryKind(entry);
        const { partner } = entry.detail;
        if (kind === undefined || partner === undefined || typeof entry.by !== 'object') return [];
        const { organisation, invitation } = partner;
        const on = toDay(new Date(entry.at), timeZone);
        return [
          {
            kind,
            by: lookUpPerson(entry.by.objectId),
            on,
            organisation,
            ...(invitation !== undefined && { invitation }),
          },
        ];
      })
      .toReversed();
  }

  async function view(): Promise<PartnersView> {
    const [organisations, invitations, done] = await Promise.all([
      partners.organisations(),
      partners.invitations(),
      readHistory(),
    ]);
    const organisationView = ({ id, name, type }: Organisation) => ({
      id,
      name,
      type,
      invitations: invitations
        .filter(({ value }) => value.organisation === id)
        .map(({ value }) => invitationView(value))
        .toSorted((one, other) => other.number - one.number),
    });
    return {
      organisations: organisations
        .map(({ value }) => organisationView(value))
        .toSorted((one, other) => one.name.localeCompare(other.name)),
      done,
    };
  }

  async function invitationResult(invited: InvitationOutcome): Promise<Result<InviteAnswer>> {
    if ('why' in invited || page === undefined) return success('why' in invited ? invited : { why: 'noSuch' });
    const { organisation, until } = invited.invitation;
    // Neither servers nor logs see it behind the `#`.
    return success({ view: await view(), link: `${page}#${invited.token}`, organisation, until });
  }
  const organisationResult = async (outcome: OrganisationOutcome): Promise<Result<OrganisationAnswer>> =>
    success('why' in outcome ? outcome : { view: await view(), named: outcome.organisation.id });
  const requirePartners = <Answer>(run: () => Promise<Result<Answer>>): Promise<Result<Answer>> =>
    page === undefined ? Promise.resolve(refusedResult) : run();

  return {
    'partners.list': () => requirePartners(async () => success(await view())),
    'partners.name': ({ objectId }, asked) =>
      requirePartners(async () => organisationResult(await addOrganisation(deps, objectId, asked))),
    'partners.rename': ({ objectId }, asked) =>
      requirePartners(async () => organisationResult(await renameOrganisation(deps, objectId, asked))),
    'partners.invite': ({ objectId }, asked) =>
      requirePartners(async () => invitationResult(await invitePartner(deps, objectId, asked))),
    'partners.renew': ({ objectId }, asked) =>
      requirePartners(async () => invitationResult(await renewInvitation(deps, objectId, asked))),
    'partners.revoke': ({ objectId }, asked) =>
      requirePartners<RevocationAnswer>(async () => {
        const revoked = await revokeInvitation(deps, objectId, asked);
        return success('why' in revoked ? revoked : { view: await view() });
      }),
  };
}

/** HMACs, so that the store refuses a name twice and the names are not revealed without the secret. */
export function createOrganisationIdDeriver(secret: string): (name: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), 'candour/1/organisations', 32));
  return (name) => createHmac('sha256', key).update(name).digest('hex').slice(0, 32);
}
