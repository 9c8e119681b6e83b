import type { JsonObject } from '../../../deploy/azure/json.ts';

const id = (digit: string): string => `${digit.repeat(8)}-aaaa-4aaa-8aaa-${digit.repeat(12)}`;

/** Settings of a force as it gives them to the template. */
export const sampleSettings: JsonObject = {
  TAB_CLIENT_ID: id('5'),
  TEAMS_APP_ID: id('6'),
  ROLE_HANDLERS: `${id('7')} ${id('8')}`,
  ROLE_RESERVE: id('9'),
  ROLE_ADMINS: id('a'),
  ALERT_TARGET_ACU: '19:acu@thread.tacv2',
  ALERT_TARGET_RESERVE: '19:reserve@thread.tacv2',
  FORCE_NAME_EN: 'Example Police',
  FORCE_NAME_CY: 'Heddlu Enghraifft',
  VICTIMS_NAME_EN: 'Example Victims’ Service',
  VICTIMS_NAME_CY: 'Gwasanaeth Dioddefwyr Enghraifft',
};

/** Parameters with which everything is made. */
export const fullParameters: JsonObject = {
  alertMail: 'operators@example.org',
  publicHost: 'candour.example.org',
  certificate: 'candour-example-org',
  imageDigest: `sha256:${'0'.repeat(64)}`,
  vaultOfficer: id('b'),
  secrets: ['CARRIED_STATE_SECRET', 'EXPORT_SIGNING_KEY', 'ROLE_HANDLERS'],
  settings: sampleSettings,
};
