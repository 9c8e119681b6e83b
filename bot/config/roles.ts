import { type Directory, type PersonId, type Role, roles, mutuallyExclusiveRoles } from '../../core/model/roles.ts';
import type { ParsedSettings } from './schema.ts';

export const roleSettings = {
  handler: 'ROLE_HANDLERS',
  custodian: 'ROLE_CUSTODIANS',
  reserve: 'ROLE_RESERVE',
  summaryAcu: 'ROLE_SUMMARY_ACU',
  summaryWider: 'ROLE_SUMMARY_WIDER',
  communications: 'ROLE_COMMUNICATIONS',
  admin: 'ROLE_ADMINS',
} as const satisfies Readonly<Record<Role, string>>;

type RoleSettings = Pick<ParsedSettings, (typeof roleSettings)[Role]>;

export type RoleLists = Readonly<Record<Role, readonly PersonId[]>>;

export const parseRoles = (settings: RoleSettings): RoleLists => ({
  handler: settings[roleSettings.handler],
  custodian: settings[roleSettings.custodian],
  reserve: settings[roleSettings.reserve],
  summaryAcu: settings[roleSettings.summaryAcu],
  summaryWider: settings[roleSettings.summaryWider],
  communications: settings[roleSettings.communications],
  admin: settings[roleSettings.admin],
});

/** Pairs of settings whose roles must stay apart but share someone. */
export const findIncompatibleRoles = (settings: RoleSettings): readonly (readonly [string, string])[] =>
  mutuallyExclusiveRoles
    .map(([one, other]) => [roleSettings[one], roleSettings[other]] as const)
    .filter(([one, other]) => settings[one].some((person) => settings[other].includes(person)));

export const createDirectory = (lists: RoleLists): Directory => ({
  rolesOf: async (objectId) => new Set(roles.filter((role) => lists[role].includes(objectId))),
  holdersOf: async (role) => lists[role],
});
