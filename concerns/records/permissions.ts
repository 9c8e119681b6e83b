import type { PersonId } from '../terms/person-id.ts';
import type { Role } from '../terms/directory.ts';
import { alertChannels, type AlertTarget, type TargetName } from './alert-targets.ts';
import type { HandledBy } from '../terms/urgency.ts';

/** Who may handle a case: the unit's handlers its own, the reserve the reserved ones, nobody both by one role. */
export const mayHandle = (roles: ReadonlySet<Role>, handledBy: HandledBy): boolean =>
  roles.has(handledBy === 'reserve' ? 'reserve' : 'handler');

/** A person with a role, as a checked token says. */
export interface Actor {
  readonly objectId: PersonId;
  readonly roles: ReadonlySet<Role>;
}

const isShutOut = (by: Actor, record: { readonly excluded: readonly PersonId[] }): boolean =>
  record.excluded.includes(by.objectId);

/** Whether anything of a case is handed out to somebody: they handle its kind and are not shut out of it. */
export const maySee = (
  by: Actor,
  record: { readonly handledBy: HandledBy; readonly excluded: readonly PersonId[] },
): boolean => mayHandle(by.roles, record.handledBy) && !isShutOut(by, record);

/** Whether none of those who handle cases of its kind may see a case of which something is left. */
export const isSeenByNone = (
  record: { readonly excluded: readonly PersonId[]; readonly erasedOn?: string | undefined },
  holders: readonly PersonId[],
): boolean => record.erasedOn === undefined && holders.every((holder) => record.excluded.includes(holder));

/**
 * Whether somebody of the reserve may be told of what is done to a case: one of the unit, of which they are not shut out.
 * Of a case of which the reserve was told nothing they see nothing all the same.
 */
export const mayBeTold = (
  by: Actor,
  record: { readonly handledBy: HandledBy; readonly excluded: readonly PersonId[] },
): boolean => by.roles.has('reserve') && record.handledBy === 'acu' && !isShutOut(by, record);

/** Whether somebody may open the sealed identities of cases, the reserve's too: a custodian who is not shut out of it. */
export const maySeeIdentity = (by: Actor, record: { readonly excluded: readonly PersonId[] }): boolean =>
  by.roles.has('custodian') && !isShutOut(by, record);

/** Whether somebody may ask for the sealed identity of a case: who handles it, or a custodian, and is not shut out of it. */
export const mayAskIdentity = (
  by: Actor,
  record: { readonly handledBy: HandledBy; readonly excluded: readonly PersonId[] },
): boolean => maySee(by, record) || maySeeIdentity(by, record);

/** The role by which somebody says where alerts go; `undefined` where they may not. */
export const roleForTarget = (roles: ReadonlySet<Role>, target: TargetName): Role | undefined =>
  alertChannels[target].setBy.find((role) => roles.has(role));

/** Whether somebody may say where alerts go. */
export const maySetTarget = (roles: ReadonlySet<Role>, target: TargetName): boolean =>
  roleForTarget(roles, target) !== undefined;

/** Whose alerts a person may ask the health of. */
export const healthFor = (roles: ReadonlySet<Role>): readonly HandledBy[] => [
  ...(roles.has('handler') || roles.has('admin') ? (['acu'] as const) : []),
  ...(roles.has('reserve') ? (['reserve'] as const) : []),
];

/** Those whom a summary may be for, the fullest first. */
export const audiences = ['acu', 'reserve', 'wider'] as const;
export type Audience = (typeof audiences)[number];

/** The channel in which each audience is told of its summary. */
export const summaryTargets = {
  acu: 'summaryAcu',
  reserve: 'summaryReserve',
  wider: 'summaryWider',
} as const satisfies Readonly<Record<Audience, TargetName>>;

/** The audience whose summary a target is for, `undefined` where it is one of alerts. */
export const summaryOf = (target: TargetName): Audience | undefined =>
  (['acu', 'reserve', 'wider'] as const).find((audience) => summaryTargets[audience] === target);

/**
 * Whether the summary of an audience may be told of in a channel, among all that are set. A restricted one only where
 * alerts of the same cases come already: nobody but Teams knows who reads a channel.
 */
export const maySummariseIn = (
  audience: Audience,
  conversationId: string,
  all: readonly Pick<AlertTarget, 'name' | 'conversationId'>[],
): boolean => {
  const of = alertChannels[summaryTargets[audience]].of;
  const standing = all
    .filter((target) => target.conversationId === conversationId)
    .map(({ name }) => alertChannels[name]);
  if (audience === 'wider') return standing.every((channel) => channel.of === of);
  return standing.some(({ of: cases, takes }) => cases === of && (takes === 'each' || takes === 'urgentInTurn'));
};

/** The summaries of which somebody may ask how they are sent. */
export const summaryHealthFor = (roles: ReadonlySet<Role>): readonly Audience[] => {
  const pulled = summariesFor(roles);
  return [
    ...(pulled.includes('acu') || roles.has('handler') || roles.has('admin') ? (['acu'] as const) : []),
    ...(pulled.includes('reserve') ? (['reserve'] as const) : []),
    ...(pulled.includes('wider') || roles.has('admin') ? (['wider'] as const) : []),
  ];
};

/** The summaries a person may pull, the fullest first; empty where they may pull none. */
export const summariesFor = (roles: ReadonlySet<Role>): readonly Audience[] => [
  ...(roles.has('summaryAcu') ? (['acu'] as const) : []),
  ...(roles.has('reserve') ? (['reserve'] as const) : []),
  ...(roles.has('summaryWider') || roles.has('admin') ? (['wider'] as const) : []),
];
