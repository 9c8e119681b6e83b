import { languages } from '../../../concerns/terms/language.ts';
import { weekDays } from '../../../summary/weeks-to-send.ts';
import { channelsMayBe } from '../channel-settings.ts';
import { cloudNames } from '../clouds.ts';
import { filesMayBe } from '../files-settings.ts';
import { tabHostNames } from '../tab-hosts.ts';

const oneOf = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(' or ');
const yesOrNo = oneOf(['yes', 'no']);
const days = 'a whole number of days, 0 or more';
const port = 'a whole number from 0 to 65535';
const atLeastOne = 'a whole number, 1 or more';
const people = 'object ids of people in Entra, with commas or spaces between them';
const recipient = 'a whole "age1pq1…" line that "npm run keys" made';
const channel = 'the id of a channel, such as "19:…@thread.tacv2"';
const guid = (which: string): string => `${which}, as in "00000000-0000-0000-0000-000000000000"`;
const secret = '32 characters or more, drawn at random';

/** The sense of each setting, where that is said in a few words; for the others .env.example has it. */
const takes: Readonly<Record<string, string>> = {
  ...filesMayBe,
  CANDOUR_ENVIRONMENT: oneOf(['production', 'development']),
  HOST: 'an address of this machine',
  PORT: port,
  HEALTH_PORT: port,
  MAX_CONNECTIONS: atLeastOne,
  WORKERS: 'a whole number from 1 to 64',
  METRICS: yesOrNo,
  TIME_ZONE: 'a name such as "Europe/London"',
  TENANT_ID: guid('the id of the force’s tenant'),
  BOT_APP_ID: guid('the id of the bot’s registration'),
  BOT_APP_TYPE: oneOf(['SingleTenant', 'UserAssignedMSI']),
  BOT_APP_PASSWORD: 'the value of a client secret of the registration',
  BOT_APP_CERTIFICATE: 'the path of a PEM file with a key, its certificate and those that vouch for it',
  BOT_CLOUD: oneOf(cloudNames),
  BOT_SERVICE_HOSTS: 'names of hosts, without "http:" and without a path, with commas or spaces between them',
  STORE: oneOf(['sqlite', 'cosmos']),
  COSMOS_ENDPOINT: 'the address of the account, such as "https://name.documents.azure.com"',
  COSMOS_KEY: 'a key of the account, 88 characters long',
  COSMOS_CLIENT_ID: guid('the client id of a managed identity'),
  FILES: yesOrNo,
  FILES_ACCOUNT: 'the address of a storage account, such as "https://name.blob.core.windows.net"',
  FILES_CLIENT_ID: guid('the client id of a managed identity'),
  CARRIED_STATE_SECRET: secret,
  CARRIED_STATE_SECRET_BEFORE: secret,
  RECIPIENTS_ACU: recipient,
  RECIPIENTS_RECOVERY: recipient,
  RECIPIENTS_RESERVE: recipient,
  RECIPIENTS_CUSTODIANS: recipient,
  RECIPIENTS_RETIRED: 'whole "age1pq1…" lines that were in use before',
  RECIPIENTS_SIGNED: 'the line that "npm run keys" printed for the lines above it',
  ROLE_HANDLERS: people,
  ROLE_CUSTODIANS: people,
  ROLE_RESERVE: people,
  ROLE_SUMMARY_ACU: people,
  ROLE_SUMMARY_WIDER: people,
  ROLE_COMMUNICATIONS: people,
  ROLE_ADMINS: people,
  ALERT_TARGET_ACU: channel,
  ALERT_TARGET_ACU_SECOND: channel,
  ALERT_TARGET_ACU_ON_CALL: channel,
  ALERT_TARGET_RESERVE_ON_CALL: `${channel}, that no setting of the unit’s or the admins’ alerts names`,
  ALERT_TARGET_ADMINS: channel,
  ALERT_TARGET_OFFICE: channel,
  ALERT_TARGET_RESERVE: `${channel}, that no other setting of alerts names`,
  SUMMARY_TARGET_ACU: channelsMayBe.SUMMARY_TARGET_ACU,
  SUMMARY_TARGET_RESERVE: channelsMayBe.SUMMARY_TARGET_RESERVE,
  SUMMARY_TARGET_WIDER: channelsMayBe.SUMMARY_TARGET_WIDER,
  ALERT_SERVICE_URL: 'an address of Teams’ connector in the cloud that BOT_CLOUD names',
  ALERT_TARGET_LANGUAGE: oneOf(languages),
  ALERT_DETAIL: oneOf(['reference', 'kind']),
  ALERT_TIMING: oneOf(['fullHour', 'atOnce']),
  ALERT_POLL_SECONDS: atLeastOne,
  WAITING_LINES: yesOrNo,
  STAFFED_HOURS:
    'days and hours such as "mon-fri 08:00-18:00; sat 09:00-12:00; holidays 10:00-12:00", each day from mon to sun or holidays, none over midnight',
  HOLIDAYS_CHANGED: 'days such as "+2027-06-07 -2027-05-03", with commas or spaces between them',
  URGENT_REPEAT_MINUTES: atLeastOne,
  URGENT_REPEATS: atLeastOne,
  URGENT_OPEN_MINUTES: 'a whole number from 1 to 60',
  ACKNOWLEDGE_TARGET_DAYS: days,
  TRIAGE_TARGET_DAYS: days,
  UPDATE_TARGET_DAYS: days,
  REFERRAL_TARGET_DAYS: days,
  REVIEW_YEARS: atLeastOne,
  IDENTITY_CUSTODIANS: oneOf(['1', '2']),
  IDENTITY_WITHOUT_REQUEST: `${yesOrNo}, and "no" where IDENTITY_CUSTODIANS is 2`,
  MESSAGES_TO_REPORTERS: yesOrNo,
  DAILY_COUNT_HOUR: 'a whole number from 0 to 23',
  EXPORT_SIGNING_KEY: 'the key that "npm run keys -- signing" made',
  PUBLIC_HOST: 'the bare name of the server, such as "candour.example.org", without "https:", port and path',
  PARTNERS: yesOrNo,
  TAB_CLIENT_ID: guid('the client id of the registration that has the tab’s API'),
  TAB_HOSTS: oneOf(tabHostNames),
  TAB_CLIENTS: 'client ids, each a GUID, with commas or spaces between them',
  TAB_GUESTS: yesOrNo,
  TEAMS_APP_ID: guid('the app’s own id'),
  SUMMARY_SMALL_COUNT: 'a whole number from 5 to 10',
  SUMMARY_HIDE_ZERO: yesOrNo,
  SUMMARY_SINCE: 'a day such as "2026-01-31"',
  SUMMARY_DAY: oneOf(weekDays),
  SUMMARY_HOUR: 'a whole number from 1 to 23',
  CHECK_LINKS: yesOrNo,
  FORCE_NAME_EN: 'the force’s name in English, as cards and pages say it',
  FORCE_NAME_CY: 'the force’s name in Welsh, as cards and pages say it',
  VICTIMS_NAME_EN: 'the name of the service for victims in English, as cards and pages say it',
  VICTIMS_NAME_CY: 'the name of the service for victims in Welsh, as cards and pages say it',
};

const sense = (name: string): string | undefined => (Object.hasOwn(takes, name) ? takes[name] : undefined);

/** The sentence of a setting that must be there and is not. */
export function isMissing(name: string): string {
  const what = sense(name);
  return what === undefined ? 'is missing: .env.example says what it takes.' : `is missing: it takes ${what}.`;
}

/** The sentence of a setting that cannot be right, where nothing more is known of what is wrong. */
export function cannotBeRight(name: string): string {
  const what = sense(name);
  return what === undefined
    ? 'cannot be right: .env.example says what it takes.'
    : `cannot be right: it takes ${what}.`;
}
