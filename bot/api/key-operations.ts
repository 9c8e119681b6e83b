import type { keyOperations } from '../../contract/keys.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import { type Clock, toDay } from '../../core/model/calendar.ts';
import type { PersonId, Role } from '../../core/model/roles.ts';
import type { PersonRecord } from '../../core/ports/person-store.ts';
import type { KeyGroup, Recipients } from '../../core/model/public-keys.ts';
import type { EventLog } from '../runtime/event-log.ts';
import type { RoleHolders } from './role-holders.ts';
import { success, type OperationHandlers, failure, malformedResult, refusedResult } from './operation-results.ts';

/** No role has the recovery key, which is offline. */
const groupsByRole = { handler: 'acu', reserve: 'reserve', custodian: 'custodians' } as const satisfies Partial<
  Record<Role, KeyGroup>
>;
type KeyRole = keyof typeof groupsByRole;
const keyRoles: readonly KeyRole[] = ['handler', 'reserve', 'custodian'];

const permittedKeyGroups = (roles: ReadonlySet<Role>): readonly KeyGroup[] =>
  keyRoles.filter((role) => roles.has(role)).map((role) => groupsByRole[role]);
const keyRole = (group: KeyGroup): KeyRole | undefined => keyRoles.find((role) => groupsByRole[role] === group);

type Envelope = PersonRecord['envelopes'][number];

/** A bad envelope must lock no one out. */
const mayReplaceEnvelope = (envelope: Envelope, group: KeyGroup, by: PersonId): boolean =>
  envelope.group === group && envelope.by === by && envelope.openedOn === undefined;

/** One in an hour is for a new colleague; admins hear of more. */
const maxUnreported = 1;

/** Stores public keys and envelopes, which only their person can open. Decides who may leave one and who gets one. */
export function createKeyOperations(deps: {
  readonly people: RoleHolders;
  readonly recipients: Recipients;
  readonly retired: readonly string[];
  readonly signedList: string | undefined;
  readonly isRecipient: (line: string) => boolean;
  /** How many the person wrapped in an hour: before these, and with them. */
  readonly recordKeyWrap: (
    by: PersonId,
    wrapped: { readonly group: KeyGroup; readonly people: readonly PersonId[] },
  ) => Promise<{ readonly before: number; readonly now: number }>;
  readonly onManyWrapped: (group: KeyGroup, count: number) => void;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: EventLog;
}): OperationHandlers<typeof keyOperations> {
  const { people, recipients, retired, signedList, isRecipient, clock, timeZone, log } = deps;
  const today = () => toDay(clock(), timeZone);

  async function holders(): Promise<ReadonlyMap<KeyRole, ReadonlySet<PersonId>>> {
    const known = await Promise.all(keyRoles.map(async (role) => [role, new Set(await people.holders(role))] as const));
    return new Map(known);
  }

  return {
    'keys.mine': async ({ objectId, roles }) => {
      const person = (await people.all()).find((one) => one.objectId === objectId);
      const groups = permittedKeyGroups(roles);
      return success({
        ...(person?.recipient !== undefined && { recipient: person.recipient }),
        envelopes: (person?.envelopes ?? [])
          .filter(({ group }) => groups.includes(group))
          .map(({ group, sealed, by, on, openedOn }) => ({
            group,
            sealed,
            by,
            on,
            ...(openedOn !== undefined && { opened: true as const }),
          })),
        recipients,
        retired,
        ...(signedList !== undefined && { signed: signedList }),
        groups,
      });
    },

    'keys.publish': async ({ objectId }, { recipient }) => {
      if (!isRecipient(recipient)) return malformedResult;
      // The new identity does not open old envelopes.
      const published = await people.change(objectId, (person) =>
        person.recipient === recipient ? undefined : { ...person, recipient, recipientOn: today(), envelopes: [] },
      );
      return published === 'absent' ? refusedResult : success({ published: true });
    },

    'keys.people': async ({ roles }) => {
      const held = await holders();
      const seen = keyRoles.filter((role) => roles.has(role) || roles.has('admin'));
      const shares = ({ objectId }: PersonRecord) => seen.some((role) => held.get(role)?.has(objectId));
      const shown = (await people.all()).filter(shares);
      return success({
        people: shown.map(({ objectId, name, roles, recipient, recipientOn, envelopes }) => ({
          objectId,
          name,
          roles,
          ...(recipient !== undefined && { recipient }),
          ...(recipientOn !== undefined && { recipientOn }),
          envelopes: envelopes.map(({ group, by, on, vouch }) => ({
            group,
            by,
            on,
            ...(vouch !== undefined && { vouch }),
          })),
        })),
      });
    },

    'keys.wrap': async ({ objectId: by, roles }, { envelopes }) => {
      const groups = permittedKeyGroups(roles);
      if (envelopes.some(({ group }) => !groups.includes(group))) return refusedResult;
      const held = await holders();
      const known = new Map((await people.all()).map((person) => [person.objectId, person]));
      for (const { objectId, group } of envelopes) {
        const role = keyRole(group);
        const person = known.get(objectId);
        if (role === undefined || person === undefined || !held.get(role)?.has(person.objectId))
          return failure({ code: 'notAllowed', why: 'noSuchPerson' });
        if (person.recipient === undefined) return failure({ code: 'notAllowed', why: 'noKey' });
      }
      // Before the write: no one gives a key away unseen.
      for (const group of new Set(envelopes.map((envelope) => envelope.group))) {
        const wrapped = envelopes.filter((envelope) => envelope.group === group).map(({ objectId }) => objectId);
        const { before, now } = await deps.recordKeyWrap(by, { group, people: wrapped });
        if (before <= maxUnreported && now > maxUnreported) deps.onManyWrapped(group, now);
      }
      for (const { objectId, group, sealed, vouch } of envelopes) {
        await people.change(objectId, (person) => ({
          ...person,
          envelopes: [
            ...person.envelopes.filter((one) => !mayReplaceEnvelope(one, group, by)),
            { group, sealed, by, on: today(), vouch },
          ],
        }));
        log({ event: 'keyWrapped', group });
      }
      return success({ wrapped: envelopes.length });
    },

    /** Drops the envelopes before the one that opened a case. */
    'keys.opened': async ({ objectId }, { group, of }) => {
      let isKnown = false;
      await people.change(objectId, (person) => {
        const at = person.envelopes.findIndex((one) => one.group === group && digestOfSeal(one.sealed) === of);
        const opened = person.envelopes[at];
        isKnown = opened !== undefined;
        if (opened === undefined || opened.openedOn !== undefined) return undefined;
        return {
          ...person,
          envelopes: person.envelopes.flatMap((one, place) => {
            if (place === at) return [{ ...opened, openedOn: today() }];
            // A later one may hold a newer key.
            return one.group === group && place < at ? [] : [one];
          }),
        };
      });
      return success({ noted: isKnown });
    },
  };
}
