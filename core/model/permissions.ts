import type { PersonId, Role } from './roles.ts';
import { targetDefinitions, type AlertTarget, type TargetName } from './alert-targets.ts';
import type { HandledBy } from './handled-by.ts';

export const mayHandle = (roles: ReadonlySet<Role>, handledBy: HandledBy): boolean =>
  roles.has(handledBy === 'reserve' ? 'reserve' : 'handler');

export interface Actor {
  readonly objectId: PersonId;
  readonly roles: ReadonlySet<Role>;
}

const isExcluded = (by: Actor, record: { readonly excluded: readonly PersonId[] }): boolean =>
  record.excluded.includes(by.objectId);

/** They handle the case's kind and are not excluded. */
export const maySee = (
  by: Actor,
  record: { readonly handledBy: HandledBy; readonly excluded: readonly PersonId[] },
): boolean => mayHandle(by.roles, record.handledBy) && !isExcluded(by, record);

/** False for an erased case. */
export const hasNoPermittedHandler = (
  record: { readonly excluded: readonly PersonId[]; readonly erasedOn?: string | undefined },
  holders: readonly PersonId[],
): boolean => record.erasedOn === undefined && holders.every((holder) => record.excluded.includes(holder));

/** Without a notification they see nothing of the case. */
export const mayOversee = (
  by: Actor,
  record: { readonly handledBy: HandledBy; readonly excluded: readonly PersonId[] },
): boolean => by.roles.has('reserve') && record.handledBy === 'acu' && !isExcluded(by, record);

/** The unit's load, and acts on its cases, but no seal. Never of a case that concerns them or the unit. */
export const maySupervise = (
  by: Actor,
  record: { readonly handledBy: HandledBy; readonly excluded: readonly PersonId[] },
): boolean => by.roles.has('supervisor') && record.handledBy === 'acu' && !isExcluded(by, record);

export const maySeeIdentity = (by: Actor, record: { readonly excluded: readonly PersonId[] }): boolean =>
  by.roles.has('custodian') && !isExcluded(by, record);

/** Any handler of the case, or a custodian, who is not excluded. */
export const mayRequestIdentity = (
  by: Actor,
  record: { readonly handledBy: HandledBy; readonly excluded: readonly PersonId[] },
): boolean => maySee(by, record) || maySeeIdentity(by, record);

export const roleForTarget = (roles: ReadonlySet<Role>, target: TargetName): Role | undefined =>
  targetDefinitions[target].setBy.find((role) => roles.has(role));

export const maySetTarget = (roles: ReadonlySet<Role>, target: TargetName): boolean =>
  roleForTarget(roles, target) !== undefined;

export const permittedAlertHealthGroups = (roles: ReadonlySet<Role>): readonly HandledBy[] => [
  ...(roles.has('handler') || roles.has('admin') ? (['acu'] as const) : []),
  ...(roles.has('reserve') ? (['reserve'] as const) : []),
];

export const audiences = ['acu', 'reserve', 'wider'] as const;
export type Audience = (typeof audiences)[number];

export const summaryTargetByAudience = {
  acu: 'summaryAcu',
  reserve: 'summaryReserve',
  wider: 'summaryWider',
} as const satisfies Readonly<Record<Audience, TargetName>>;

export const summaryAudience = (target: TargetName): Audience | undefined =>
  (['acu', 'reserve', 'wider'] as const).find((audience) => summaryTargetByAudience[audience] === target);

/**
 * A restricted summary goes only to a channel with alerts of the same cases, since only Teams knows who reads a
 * channel.
 */
export const mayPostSummary = (
  audience: Audience,
  conversationId: string,
  all: readonly Pick<AlertTarget, 'name' | 'conversationId'>[],
): boolean => {
  const handledBy = targetDefinitions[summaryTargetByAudience[audience]].handledBy;
  const currentChannels = all
    .filter((target) => target.conversationId === conversationId)
    .map(({ name }) => targetDefinitions[name]);
  if (audience === 'wider') return currentChannels.every((channel) => channel.handledBy === handledBy);
  return currentChannels.some(
    ({ handledBy: cases, accepts }) => cases === handledBy && (accepts === 'each' || accepts === 'urgentInTurn'),
  );
};

export const permittedSummaryHealthAudiences = (roles: ReadonlySet<Role>): readonly Audience[] => {
  const permitted = permittedSummaryAudiences(roles);
  return [
    ...(permitted.includes('acu') || roles.has('handler') || roles.has('admin') ? (['acu'] as const) : []),
    ...(permitted.includes('reserve') ? (['reserve'] as const) : []),
    ...(permitted.includes('wider') || roles.has('admin') ? (['wider'] as const) : []),
  ];
};

export const permittedSummaryAudiences = (roles: ReadonlySet<Role>): readonly Audience[] => [
  ...(roles.has('summaryAcu') ? (['acu'] as const) : []),
  ...(roles.has('reserve') ? (['reserve'] as const) : []),
  ...(roles.has('summaryWider') || roles.has('admin') ? (['wider'] as const) : []),
];
