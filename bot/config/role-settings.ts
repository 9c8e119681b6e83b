import { type RoleDirectory, type PersonId, type Role, roles, mutuallyExclusiveRoles } from '../../core/model/roles.ts';
import type { ParsedSettings } from './settings-schema.ts';

export const roleSettingNames = {
  handler: 'ROLE_HANDLERS',
  custodian: 'ROLE_CUSTODIANS',
  reserve: 'ROLE_RESERVE',
  supervisor: 'ROLE_SUPERVISORS',
  summaryAcu: 'ROLE_SUMMARY_ACU',
  summaryWider: 'ROLE_SUMMARY_WIDER',
  communications: 'ROLE_COMMUNICATIONS',
  admin: 'ROLE_ADMINS',
} as const satisfies Readonly<Record<Role, string>>;

type RoleSettings = Pick<ParsedSettings, (typeof roleSettingNames)[Role]>;

export type RoleLists = Readonly<Record<Role, readonly PersonId[]>>;

export const parseRoles = (settings: RoleSettings): RoleLists => ({
  handler: settings[roleSettingNames.handler],
  custodian: settings[roleSettingNames.custodian],
  reserve: settings[roleSettingNames.reserve],
  supervisor: settings[roleSettingNames.supervisor],
  summaryAcu: settings[roleSettingNames.summaryAcu],
  summaryWider: settings[roleSettingNames.summaryWider],
  communications: settings[roleSettingNames.communications],
  admin: settings[roleSettingNames.admin],
});

/** Pairs of settings whose roles must stay apart but share someone. */
export const findIncompatibleRoles = (settings: RoleSettings): readonly (readonly [string, string])[] =>
  mutuallyExclusiveRoles
    .map(([one, other]) => [roleSettingNames[one], roleSettingNames[other]] as const)
    .filter(([one, other]) => settings[one].some((person) => settings[other].includes(person)));

export const createRoleDirectory = (lists: RoleLists): RoleDirectory => ({
  getRoles: async (objectId) => new Set(roles.filter((role) => lists[role].includes(objectId))),
  getHolders: async (role) => lists[role],
});
