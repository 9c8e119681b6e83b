import { findShortRoles, type NeededRole } from '../../concerns/terms/directory.ts';
import { rolesIn } from './roles.ts';
import { type NamedSettings, type SettingName, settingsWhere } from './settings-schema.ts';

/** The settings that a server of development must be given. */
export const neededInDevelopment: readonly SettingName[] = [
  ...settingsWhere(({ needed }) => needed === 'always'),
  'TAB_CLIENT_ID',
];
/** The settings that a force's server must be given: development has nothing of them, or makes them by itself. */
export const neededInProduction = (settings: NamedSettings): readonly SettingName[] => [
  ...settingsWhere(({ needed }) => needed === 'always'),
  ...settingsWhere(({ needed }) => needed === 'production'),
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
