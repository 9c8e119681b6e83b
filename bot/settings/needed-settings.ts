import { findShortRoles, type NeededRole } from '../../concerns/terms/directory.ts';
import { rolesIn } from './roles.ts';
import type { NamedSettings, SettingName } from './settings-schema.ts';

/** The settings that any server must be given. */
const neededAlways = ['TENANT_ID', 'CARRIED_STATE_SECRET', 'ALERT_TARGET_ACU'] as const;
export const neededInDevelopment: readonly SettingName[] = [...neededAlways, 'TAB_CLIENT_ID'] as const;
/** The settings that a force's server must be given: development has nothing of them, or makes them by itself. */
export const neededInProduction = (settings: NamedSettings): readonly SettingName[] => [
  ...neededAlways,
  'BOT_APP_ID',
  'STORE',
  'RECIPIENTS_ACU',
  'RECIPIENTS_RECOVERY',
  'ROLE_HANDLERS',
  'ROLE_ADMINS',
  ...neededOfRoles.flatMap(({ role, names }) => (shortRolesIn(settings).includes(role) ? [] : names)),
  ...shownBy(settings),
];

/** The settings without which nobody of these roles can do their work: needed once enough people are named. */
const neededOfRoles = [
  { role: 'reserve', names: ['RECIPIENTS_RESERVE', 'ALERT_TARGET_RESERVE'] },
  { role: 'custodian', names: ['RECIPIENTS_CUSTODIANS'] },
] as const satisfies readonly { role: NeededRole; names: readonly SettingName[] }[];

/** The roles that too few people hold by the lists. */
export const shortRolesIn = (settings: NamedSettings): readonly NeededRole[] => findShortRoles(rolesIn(settings));

/**
 * The settings by which the bot shows itself. A managed identity cannot expose the API that the tab's tokens are made for: another
 * registration has to.
 */
function shownBy({ BOT_APP_TYPE: type, BOT_APP_CERTIFICATE: certificate }: NamedSettings): readonly SettingName[] {
  if (type === 'UserAssignedMSI') return ['TAB_CLIENT_ID'];
  return certificate === undefined ? ['BOT_APP_PASSWORD'] : [];
}

/** The settings by which the bot shows itself in another way than it is told to: one way only may be set. */
export function leftOverIdentity(settings: NamedSettings): readonly SettingName[] {
  const ways = (['BOT_APP_PASSWORD', 'BOT_APP_CERTIFICATE'] as const).filter((name) => settings[name] !== undefined);
  return settings.BOT_APP_TYPE === 'UserAssignedMSI' || ways.length > 1 ? ways : [];
}
