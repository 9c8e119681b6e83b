import { findShortRoles, type NeededRole } from '../../concerns/terms/directory.ts';
import { rolesIn } from './roles.ts';
import { type NamedSettings, type SettingName, settingsWhere } from './settings-schema.ts';

export const neededInDevelopment: readonly SettingName[] = [
  ...settingsWhere(({ needed }) => needed === 'always'),
  'TAB_CLIENT_ID',
];
export const neededInProduction = (settings: NamedSettings): readonly SettingName[] => [
  ...settingsWhere(({ needed }) => needed === 'always'),
  ...settingsWhere(({ needed }) => needed === 'production'),
  ...neededOfRoles.flatMap(({ role, names }) => (shortRolesIn(settings).includes(role) ? [] : names)),
  ...shownBy(settings),
];

/** Needed once enough people hold the role. */
const neededOfRoles = [
  { role: 'reserve', names: ['RECIPIENTS_RESERVE', 'ALERT_TARGET_RESERVE'] },
  { role: 'custodian', names: ['RECIPIENTS_CUSTODIANS'] },
] as const satisfies readonly { role: NeededRole; names: readonly SettingName[] }[];

export const shortRolesIn = (settings: NamedSettings): readonly NeededRole[] => findShortRoles(rolesIn(settings));

/** A managed identity cannot expose the API of the tab: another registration has to. */
function shownBy({ BOT_APP_TYPE: type, BOT_APP_CERTIFICATE: certificate }: NamedSettings): readonly SettingName[] {
  if (type === 'UserAssignedMSI') return ['TAB_CLIENT_ID'];
  return certificate === undefined ? ['BOT_APP_PASSWORD'] : [];
}

/** Settings for another way to authenticate: only one may be set. */
export function leftOverIdentity(settings: NamedSettings): readonly SettingName[] {
  const ways = (['BOT_APP_PASSWORD', 'BOT_APP_CERTIFICATE'] as const).filter((name) => settings[name] !== undefined);
  return settings.BOT_APP_TYPE === 'UserAssignedMSI' || ways.length > 1 ? ways : [];
}
