import { z } from 'zod';
import { daySchema } from '../../core/model/case-record.ts';
import { fileSizeBounds } from '../../core/model/file-limits.ts';
import { signOffTerms } from '../../core/model/classification.ts';
import { languages } from '../../core/model/language.ts';
import { personIdSchema } from '../../core/model/roles.ts';
import { parseHolidayChanges, parseStaffedHours } from '../../core/model/staffed-hours.ts';
import { signedRecipientListPattern } from '../../crypto/recipient-list.ts';
import { weekDays } from '../../summary/sending-schedule.ts';
import { cloudNames } from './clouds.ts';
import {
  cosmosKeyFormat,
  atLeastOneFormat,
  certificateFileFormat,
  channelFormat,
  choiceFormat,
  clientSecretFormat,
  cosmosEndpointFormat,
  guidFormat,
  limitDaysFormat,
  listSchema,
  termsFormat,
  rangeFormat,
  optionalRangeFormat,
  peopleFormat,
  portFormat,
  publicHostFormat,
  recipientsFormat,
  secretFormat,
  serviceHostsFormat,
  type SettingFormat,
  signingKeyFormat,
  teamsAppIdFormat,
  tenantIdFormat,
  optionalTextFormat,
  yesOrNoFormat,
} from './setting-formats.ts';
import { tabHostNames } from './tab-hosts.ts';

/** `force` is the person who leads its use of Candour, `unit` the head of the unit; the ceremony makes the keys. */
export type Decider = 'force' | 'unit' | 'reserve' | 'ceremony' | 'operators' | 'counsel';

/** A setting that a force decides before people report; every other one may be left as it is. */
export interface Decision {
  /** A sentence after the description. */
  readonly why: string;
  /** A made-up value that is right; none for what is secret or made by a command. */
  readonly example?: string;
}

/**
 * In Azure: filled in by the template; given by the force in its parameter `settings` or the vault; only in the vault;
 * never, as it has no use there or would be a key beside the managed identity.
 */
export type AzureSource = 'template' | 'force' | 'vault' | 'never';

export interface SettingMetadata extends Omit<SettingFormat, 'schema'> {
  /** One line for `.env.example` and docs/settings.md, with its bounds. */
  readonly description: string;
  readonly decidedBy: Decider;
  readonly azure: AzureSource;
  readonly required?: 'always' | 'production';
  /** Allowed beside the other settings; `true` if that is the same as `expected`. */
  readonly crossFieldRule?: string | true;
  readonly development?: string;
  readonly example?: string;
  readonly decide?: Decision;
}

export const settingRegistry = z.registry<SettingMetadata>();

const defineSetting =
  (decidedBy: Decider, azure: AzureSource) =>
  <Schema extends z.ZodType>(
    { schema, ...kind }: SettingFormat<Schema>,
    about: Omit<SettingMetadata, 'decidedBy' | 'azure'>,
  ): Schema => {
    // Rows of one kind share its schema.
    const copy = schema.clone();
    settingRegistry.add(copy, { ...kind, ...about, decidedBy, azure });
    return copy;
  };

const forceSetting = defineSetting('force', 'force');
const unitSetting = defineSetting('unit', 'force');
const reserveSetting = defineSetting('reserve', 'force');
const counselSetting = defineSetting('counsel', 'force');
const ceremonySetting = defineSetting('ceremony', 'force');
const operatorSetting = defineSetting('operators', 'force');
const templateSetting = defineSetting('operators', 'template');
const nonAzureSetting = defineSetting('operators', 'never');
const operatorSecret = defineSetting('operators', 'vault');
const ceremonySecret = defineSetting('ceremony', 'vault');

const serverTable = {
  CANDOUR_ENVIRONMENT: templateSetting(choiceFormat(z.enum(['production', 'development']).default('production')), {
    description: '"production", or "development" on this machine only; each refuses a store that the other made.',
  }),
  HOST: templateSetting(
    { schema: z.string().default('127.0.0.1'), expected: 'an address of this machine' },
    {
      description: 'The address to listen on: 127.0.0.1 behind a proxy on the same machine, 0.0.0.0 in a container.',
      crossFieldRule: '"127.0.0.1" in development',
    },
  ),
  PORT: templateSetting(portFormat(3978), { description: 'The port to listen on.' }),
  HEALTH_HOST: templateSetting(
    { schema: z.string().default('127.0.0.1') },
    {
      description: 'The address of the health checks, /healthz and /readyz, if HEALTH_PORT is set.',
      crossFieldRule: '"127.0.0.1" in development',
    },
  ),
  HEALTH_PORT: templateSetting(optionalRangeFormat(0, 65_535), {
    description: 'A port for the health checks alone, so that nobody outside reaches them; by default PORT.',
  }),
  METRICS: operatorSetting(yesOrNoFormat('no'), {
    description:
      '"yes" serves metrics for Prometheus at /metrics on HEALTH_PORT, which must be set; no single report moves them.',
  }),
  MAX_CONNECTIONS: operatorSetting(atLeastOneFormat(2_000), {
    description: 'How many connections may be open at once; the server cuts off and logs further ones.',
  }),
  TIME_ZONE: forceSetting(
    { schema: z.string().default('Europe/London'), expected: 'a name such as "Europe/London"' },
    {
      description: 'The time zone of days, hours and weeks.',
      crossFieldRule: true,
    },
  ),
  CHECK_LINKS: operatorSetting(yesOrNoFormat('yes'), {
    description: `"no" on a server that cannot reach the internet: it then does not test links in a force's own guidance.`,
  }),
};

const registrationTable = {
  TENANT_ID: templateSetting(tenantIdFormat, {
    description: `Needed: the id of the force's Entra tenant; the server refuses activities from others.`,
    required: 'always',
    decide: { why: 'Only people in this tenant can reach Candour.', example: '00000000-0000-4000-8000-000000000001' },
  }),
  BOT_APP_ID: templateSetting(guidFormat('the id of the bot’s registration'), {
    description: `Needed, also by "npm run package": the id of the bot's registration in Entra.`,
    required: 'production',
    decide: { why: 'Teams knows the bot by this id.', example: '00000000-0000-4000-8000-000000000002' },
  }),
  BOT_APP_TYPE: templateSetting(choiceFormat(z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant')), {
    description: '"SingleTenant" with a secret or certificate, or "UserAssignedMSI" with a managed identity.',
  }),
  BOT_APP_PASSWORD: nonAzureSetting(clientSecretFormat, {
    description: `Needed for SingleTenant without a certificate: the registration's client secret.`,
    decide: { why: 'You can set a certificate instead. With a managed identity, as in Azure, set TAB_CLIENT_ID.' },
  }),
  BOT_APP_CERTIFICATE: nonAzureSetting(certificateFileFormat, {
    description:
      'Instead of a secret: the path of a PEM file with an RSA key without passphrase, its certificate and its chain.',
  }),
  BOT_CLOUD: nonAzureSetting(choiceFormat(z.enum(cloudNames).default('public')), {
    description: `The tenant's Microsoft cloud: "public", or the United States government's "usgov" or "usgovdod".`,
  }),
  BOT_SERVICE_HOSTS: operatorSetting(serviceHostsFormat, {
    description: `More hosts of Teams' connector, separated by commas or spaces; the server refuses calls from other hosts.`,
  }),
};

const storeTable = {
  STORE: templateSetting(choiceFormat(z.enum(['sqlite', 'cosmos']).optional()), {
    description: 'Needed, also by commands that read cases: "sqlite" for one server, "cosmos" for several.',
    required: 'production',
    decide: { why: 'A later change takes an export, an import and a pause.', example: 'sqlite' },
  }),
  SQLITE_PATH: nonAzureSetting(
    { schema: z.string().default('.data/candour.db') },
    {
      description: 'The file of the embedded store; the server makes a missing folder.',
    },
  ),
  COSMOS_ENDPOINT: templateSetting(cosmosEndpointFormat, {
    description: 'Needed for cosmos: the address of the account.',
  }),
  COSMOS_KEY: nonAzureSetting(cosmosKeyFormat, {
    description: `A key of the account; without it the server uses the machine's managed identity.`,
  }),
  COSMOS_CLIENT_ID: templateSetting(guidFormat('the client id of a managed identity'), {
    description: 'The client id of a user-assigned managed identity, if there are several.',
  }),
  COSMOS_DATABASE: templateSetting(
    { schema: z.string().default('candour') },
    { description: 'The database that holds the containers.' },
  ),
  FILES: forceSetting(yesOrNoFormat('yes'), {
    description:
      '"no": Candour takes no files with reports. With "cosmos" files need FILES_ACCOUNT or FILES_CONNECTION.',
  }),
  MAX_FILE_MB: forceSetting(rangeFormat(fileSizeBounds.file.min, fileSizeBounds.file.max, 25), {
    description: 'How large a file with a report may be, in megabytes of 1,000,000 bytes.',
  }),
  MAX_VIDEO_MB: forceSetting(rangeFormat(fileSizeBounds.video.min, fileSizeBounds.video.max, 100), {
    description: 'How large the one video of a report may be, in megabytes. A minute from a phone has 60 to 130.',
  }),
  FILES_FOLDER: nonAzureSetting(
    {
      ...optionalTextFormat,
      expected: 'left out if FILES_ACCOUNT is set, or STORE is "cosmos": several servers share one place for files',
    },
    {
      description: `The folder of encrypted files beside the embedded store; by default the store's path with ".files".`,
      crossFieldRule: true,
    },
  ),
  FILES_ACCOUNT: templateSetting(
    {
      schema: z
        .url({ protocol: /^https$/u })
        .refine(
          (address) => URL.canParse(address) && new URL(address).pathname === '/' && new URL(address).search === '',
        )
        .optional(),
      expected: 'the address of a storage account, such as "https://name.blob.core.windows.net"',
    },
    {
      description:
        'Needed for files with cosmos: the address of a storage account, https://<name>.blob.core.windows.net.',
    },
  ),
  FILES_CONNECTION: nonAzureSetting(
    {
      ...optionalTextFormat,
      expected: 'left out if FILES_ACCOUNT is set, and otherwise "DefaultEndpointsProtocol=…;AccountName=…;…"',
    },
    {
      description: `The account's connection string, instead of its address and the machine's managed identity.`,
      crossFieldRule: true,
    },
  ),
  FILES_CLIENT_ID: templateSetting(guidFormat('the client id of a managed identity'), {
    description: 'The client id of a user-assigned managed identity for the account, if there are several.',
  }),
  FILES_CONTAINER: templateSetting(
    { ...optionalTextFormat, expected: '3 to 63 small letters, digits and single hyphens' },
    {
      description: `The container in the account; by default the database's name with "-files".`,
      crossFieldRule: true,
    },
  ),
};

const keyTable = {
  CARRIED_STATE_SECRET: operatorSecret(secretFormat, {
    description: 'Needed: at least 32 random characters, the same on every server; encrypts the state in cards.',
    required: 'always',
    crossFieldRule: '32 characters or more',
    decide: { why: 'Draw it on the server, so that nobody has seen it.' },
  }),
  CARRIED_STATE_SECRET_BEFORE: operatorSecret(secretFormat, {
    description: 'The previous secret, for two days after a change, so that open cards still work.',
    crossFieldRule: '32 characters or more',
  }),
  RECIPIENTS_ACU: ceremonySetting(recipientsFormat, {
    description: 'Needed: the public key of the Anti-Corruption Unit.',
    required: 'production',
    decide: { why: 'The unit opens with its private key what is encrypted to this one.' },
  }),
  RECIPIENTS_RECOVERY: ceremonySetting(recipientsFormat, {
    description: 'Needed: the public key for recovery; the private key is kept offline.',
    required: 'production',
    decide: { why: 'Without the recovery key, a group that loses its key loses its reports.' },
  }),
  RECIPIENTS_RESERVE: ceremonySetting(recipientsFormat, {
    description: 'The public key of the reserve officers; needed once ROLE_RESERVE names two.',
    decide: { why: 'The unit cannot open what is encrypted to it.' },
  }),
  RECIPIENTS_CUSTODIANS: ceremonySetting(recipientsFormat, {
    description: 'The public key of the identity custodians; needed once ROLE_CUSTODIANS names one.',
    decide: { why: 'Candour encrypts a confidential name to it, so that the unit alone cannot open the name.' },
  }),
  RECIPIENTS_RETIRED: ceremonySetting(
    { schema: listSchema, expected: 'whole "age1pq1…" keys that were in use before' },
    {
      description: 'Former public keys; cases encrypted to them raise no alarm in the tab.',
    },
  ),
  RECIPIENTS_SIGNED: ceremonySetting(
    {
      schema: z.string().regex(signedRecipientListPattern).optional(),
      expected: 'the line that "npm run keys -- sign-list" printed for the keys above',
    },
    {
      description: `The ceremony's signature over the keys above, if the page was built with CEREMONY_SIGNER.`,
    },
  ),
};

const roleTable = {
  ROLE_HANDLERS: forceSetting(peopleFormat, {
    description: `Needed: the unit's case handlers; none of them may be a custodian or a reserve officer.`,
    required: 'production',
    decide: {
      why: `They alone open the unit's reports.`,
      example: '00000000-0000-4000-8000-000000000003 00000000-0000-4000-8000-000000000004',
    },
  }),
  ROLE_CUSTODIANS: forceSetting(peopleFormat, {
    description:
      'Custodians, who may open an encrypted identity with a reason; without one, Candour takes no confidential report.',
    decide: {
      why: 'Choose them outside the unit: they judge whether the unit needs a name.',
      example: '00000000-0000-4000-8000-000000000005',
    },
  }),
  ROLE_RESERVE: forceSetting(peopleFormat, {
    description:
      'Reserve officers, outside the unit, who handle reports about it; with fewer than two, Candour takes no such report.',
    decide: {
      why: 'Choose them outside the unit and professional standards.',
      example: '00000000-0000-4000-8000-000000000006 00000000-0000-4000-8000-000000000007',
    },
  }),
  ROLE_SUPERVISORS: forceSetting(peopleFormat, {
    description:
      "The unit's supervisors, who see its load and its acts, and no report; none is a custodian or a reserve officer.",
  }),
  ROLE_SUMMARY_ACU: forceSetting(peopleFormat, {
    description: 'Readers of the full weekly summary.',
  }),
  ROLE_SUMMARY_WIDER: forceSetting(peopleFormat, {
    description: 'Readers of the wider weekly summary, which does not show small counts.',
  }),
  ROLE_COMMUNICATIONS: forceSetting(peopleFormat, {
    description:
      'Writers of guidance and campaigns, who see no case: at least two, because nobody approves their own text.',
  }),
  ROLE_ADMINS: forceSetting(peopleFormat, {
    description: 'Needed: the admins, who look after Candour in Teams and are told if a channel is lost.',
    required: 'production',
    decide: { why: 'They see no case by this role.', example: '00000000-0000-4000-8000-000000000008' },
  }),
};

const alertTable = {
  ALERT_TARGET_ACU: unitSetting(channelFormat, {
    description: `Needed: the id of the channel for the unit's alerts, such as 19:...@thread.tacv2.`,
    required: 'always',
    decide: { why: 'It tells the unit that a report came.', example: '19:unit@thread.tacv2' },
  }),
  ALERT_TARGET_ACU_SECOND: unitSetting(channelFormat, {
    description: 'A second channel for urgent alerts that nobody acknowledges.',
  }),
  ALERT_TARGET_ACU_ON_CALL: unitSetting(channelFormat, {
    description: 'The channel of the person on call for the unit: urgent alerts also go there outside STAFFED_HOURS.',
    decide: {
      why: 'Without it, cards say that nobody looks before the next staffed hours.',
      example: '19:unit-on-call@thread.tacv2',
    },
  }),
  ALERT_TARGET_RESERVE: reserveSetting(
    { ...channelFormat, expected: `${channelFormat.expected}, that no other setting of alerts names` },
    {
      description: `The id of the reserve officers' own channel, for nothing else; needed once ROLE_RESERVE names two.`,
      crossFieldRule: 'a channel that no other setting of alerts names',
      decide: { why: 'Nobody in the unit may read it.', example: '19:reserve@thread.tacv2' },
    },
  ),
  ALERT_TARGET_RESERVE_ON_CALL: reserveSetting(
    {
      ...channelFormat,
      expected: `${channelFormat.expected}, that no setting of the unit’s or the admins’ alerts names`,
    },
    {
      description: `The channel of the reserve officer on call; it may be that of ALERT_TARGET_RESERVE, but not one that others read.`,
      crossFieldRule: 'a channel that no setting of the unit’s or the admins’ alerts names',
      decide: {
        why: 'Without it, cards say that nobody looks before the next staffed hours.',
        example: '19:reserve-on-call@thread.tacv2',
      },
    },
  ),
  ALERT_TARGET_ADMINS: forceSetting(channelFormat, {
    description: 'The channel in which Candour tells admins if alerts cannot be posted.',
  }),
  ALERT_TARGET_OFFICE: forceSetting(
    { ...optionalTextFormat, expected: channelFormat.expected },
    {
      description: 'The channel of an office that is told only if no reserve officer may see a case of theirs.',
      crossFieldRule: 'a channel that no other setting of alerts names',
    },
  ),
  ALERT_SERVICE_URL: operatorSetting(
    { schema: z.url().optional(), expected: 'an address of Teams’ connector in the cloud that BOT_CLOUD names' },
    {
      description: `The address of Teams' connector for these channels; by default the cloud's. Teams may name another.`,
    },
  ),
  ALERT_TARGET_LANGUAGE: forceSetting(choiceFormat(z.enum(languages).default('en')), {
    description: `The language of alerts in these channels, "en" or "cy"; a channel set by mention takes its setter's.`,
  }),
  ALERT_DETAIL: unitSetting(choiceFormat(z.enum(['reference', 'kind']).default('reference')), {
    description: '"reference" for only the reference, "kind" for the kind of concern as well.',
  }),
  ALERT_TIMING: forceSetting(choiceFormat(z.enum(['fullHour', 'atOnce']).default('fullHour')), {
    description:
      'When an alert that is not urgent is posted: "fullHour" hides when someone typed; development uses "atOnce".',
    development: 'atOnce',
    example: '',
  }),
  WAITING_LINES: forceSetting(yesOrNoFormat('yes'), {
    description: '"no": the bot does not tell people in their own chat that something waits for them in the tab.',
    // The Playground's one chat is not that of the tab's people.
    development: 'no',
  }),
  ALERT_POLL_SECONDS: operatorSetting(atLeastOneFormat(5), {
    description: 'How often the server looks for due alerts, in seconds.',
    development: '1',
  }),
  STAFFED_HOURS: unitSetting(
    {
      schema: z
        .string()
        .refine((hours) => parseStaffedHours(hours) !== undefined)
        .optional(),
      expected:
        'days and hours such as "mon-fri 08:00-18:00; sat 09:00-12:00; holidays 10:00-12:00", each day from mon to sun or holidays, no hours over midnight',
    },
    {
      description:
        'When the unit and the reserve officers look at reports, as cards say, such as "mon-fri 08:00-18:00; holidays 10:00-12:00".',
      decide: {
        why: 'Without this, cards say that it is not known when someone looks.',
        example: 'mon-fri 08:00-18:00; holidays 10:00-12:00',
      },
    },
  ),
  HOLIDAYS_CHANGED: unitSetting(
    {
      schema: listSchema.refine((changes) => parseHolidayChanges(changes) !== undefined),
      expected: 'days such as "+2027-06-07 -2027-05-03", separated by commas or spaces',
    },
    {
      description: 'Bank holidays added to or removed from the rule for England and Wales: "+2027-06-07 -2027-05-03".',
    },
  ),
  URGENT_REPEAT_MINUTES: unitSetting(atLeastOneFormat(15), {
    description: 'After how many minutes Candour posts an urgent alert again that nobody has acknowledged.',
  }),
  URGENT_REPEATS: unitSetting(atLeastOneFormat(12), {
    description: `How often Candour posts it again. Then it tells the admins' channel once, and repeats the alert daily.`,
  }),
  URGENT_OPEN_MINUTES: unitSetting(optionalRangeFormat(1, 60), {
    description:
      'After how many minutes Candour posts an acknowledged urgent alert again if nobody has opened its case: 60 at most; by default URGENT_REPEAT_MINUTES.',
  }),
};

const caseTable = {
  ACKNOWLEDGE_TARGET_DAYS: unitSetting(limitDaysFormat, {
    description: 'Within how many days of receipt a case should be acknowledged; without it there is no deadline.',
    development: '2',
    decide: { why: 'It shows the unit which reports wait too long.', example: '2' },
  }),
  TRIAGE_TARGET_DAYS: unitSetting(limitDaysFormat, {
    description: 'Within how many days of receipt a case should be triaged.',
    development: '5',
  }),
  UPDATE_TARGET_DAYS: unitSetting(limitDaysFormat, {
    description: 'Within how many days the reporter should see something new.',
    development: '14',
  }),
  REFERRAL_TARGET_DAYS: forceSetting(limitDaysFormat, {
    description:
      'Within how many days of the decision a case should be referred to the IOPC. The person who decides on referrals confirms it first against SI 2020/2 (regulation 7 for conduct matters, 4 for complaints).',
  }),
  SAFETY_TARGET_DAYS: unitSetting(limitDaysFormat, {
    description:
      'Within how many days of first opening a report someone should record what is known about danger; 0: on the same day. Without it there is no deadline, and Today still counts those without a record.',
    development: '0',
  }),
  CRIME_TARGET_DAYS: forceSetting(limitDaysFormat, {
    description:
      'Within how many days of receipt someone should say whether a crime was recorded; it runs once the report was opened. The force crime registrar confirms it first.',
  }),
  CONDUCT_TARGET_DAYS: forceSetting(limitDaysFormat, {
    description:
      'Within how many days of receipt someone should say whether a conduct matter or complaint was recorded; it runs once the report was opened. The appropriate authority confirms it first.',
  }),
  REVIEW_YEARS: forceSetting(atLeastOneFormat(6), {
    description: 'After how many years without any action a case is reviewed.',
  }),
  SIGN_OFF: forceSetting(termsFormat(signOffTerms), {
    description:
      'Categories and flags whose "no further action", "the same as another case" or "not to be referred" a supervisor signs off; none by default.',
  }),
  IDENTITY_CUSTODIANS: forceSetting(choiceFormat(z.enum(['1', '2']).default('1')), {
    description: '"2": a second custodian must agree before an identity is released; by default 1.',
  }),
  IDENTITY_WITHOUT_REQUEST: forceSetting(
    {
      schema: z.enum(['yes', 'no']).optional(),
      expected: '"yes" or "no", and "no" if IDENTITY_CUSTODIANS is 2',
    },
    {
      description:
        '"no": no custodian opens an identity without a request, even if a life is at risk; always so with two.',
      crossFieldRule: '"no" if IDENTITY_CUSTODIANS is 2',
    },
  ),
  MESSAGES_TO_REPORTERS: counselSetting(yesOrNoFormat('no'), {
    description: `"yes" once the force's counsel has agreed that the unit may write to reporters; until then nobody can.`,
    development: 'yes',
    example: '',
  }),
  PRINT_REPORTS: forceSetting(yesOrNoFormat('yes'), {
    description:
      '"no": the page prints no opened report; otherwise it asks first, records the printing, and stamps each page.',
  }),
  PERSON_GROUPS: forceSetting(yesOrNoFormat('no'), {
    description: '"yes" once the impact assessment covers groups: reports confirmed to be about one person.',
    development: 'yes',
    example: '',
  }),
  DAILY_COUNT_HOUR: unitSetting(optionalRangeFormat(0, 23), {
    description: `The hour of the day at which Candour tells the unit's channel how many cases are overdue; without it, it posts nothing.`,
  }),
  EXPORT_SIGNING_KEY: ceremonySecret(signingKeyFormat, {
    description: 'The private key (PKCS #8 in base64) that signs exported cases; without it nobody can export a case.',
  }),
};

const tabTable = {
  TAB_CLIENT_ID: operatorSetting(guidFormat('the client id of the registration that has the tab’s API'), {
    description: `The client id for the tab's tokens, also in the package; by default the bot's. Needed for UserAssignedMSI.`,
  }),
  TAB_HOSTS: forceSetting(choiceFormat(z.enum(tabHostNames).default('teams')), {
    description: 'Where the tab works: "teams", or "microsoft365" for Outlook and Microsoft 365 as well.',
  }),
  TAB_CLIENTS: operatorSetting(
    {
      schema: listSchema.pipe(z.array(z.guid().toLowerCase())),
      expected: 'client ids, each a GUID, separated by commas or spaces',
    },
    {
      description: `The client ids of apps that may ask for the tab's tokens; by default Microsoft's for TAB_HOSTS.`,
    },
  ),
  TAB_GUESTS: forceSetting(yesOrNoFormat('no'), {
    description: '"yes" to let guests of the tenant into the tab.',
  }),
};

const summaryTable = {
  SUMMARY_SMALL_COUNT: forceSetting(rangeFormat(5, 10, 5), {
    description: 'Wider readers do not see counts below this, from 5 to 10.',
  }),
  SUMMARY_HIDE_ZERO: forceSetting(yesOrNoFormat('no'), {
    description: '"yes": wider readers do not see zeros either.',
  }),
  SUMMARY_SINCE: forceSetting(
    { schema: z.iso.date().pipe(daySchema).optional(), expected: 'a day such as "2026-01-31"' },
    {
      description:
        'The day on which Candour went live, such as 2026-01-31; without it summaries count earlier weeks as empty, and say so.',
    },
  ),
  SUMMARY_DAY: forceSetting(choiceFormat(z.enum(weekDays).default('monday')), {
    description: `The weekday on which Candour sends last week's summary, "monday" to "sunday".`,
  }),
  SUMMARY_HOUR: forceSetting(rangeFormat(1, 23, 9), {
    description: 'The hour from which Candour sends it, 1 to 23; if no server runs then, it sends it later.',
  }),
  SUMMARY_TARGET_ACU: unitSetting(
    { ...channelFormat, expected: 'the channel of ALERT_TARGET_ACU or of ALERT_TARGET_ACU_SECOND' },
    {
      description: `The channel in which Candour says that the unit's summary is ready: that of ALERT_TARGET_ACU or _ACU_SECOND; by default none.`,
      crossFieldRule: true,
    },
  ),
  SUMMARY_TARGET_RESERVE: reserveSetting(
    { ...channelFormat, expected: 'the channel of ALERT_TARGET_RESERVE' },
    {
      description: 'The same for the reserve officers: the channel of ALERT_TARGET_RESERVE.',
      crossFieldRule: true,
    },
  ),
  SUMMARY_TARGET_WIDER: forceSetting(
    { ...channelFormat, expected: 'any channel but that of ALERT_TARGET_RESERVE' },
    {
      description: `The channel for the summary of wider readers, without small counts: any but the reserve officers'; by default none.`,
      crossFieldRule: true,
    },
  ),
};

const partnerTable = {
  PARTNERS: forceSetting(yesOrNoFormat('no'), {
    description: `"yes" gives victims' services and other partners a page at /partners/ on PUBLIC_HOST.`,
    development: 'yes',
  }),
};

const packageTable = {
  TEAMS_APP_ID: operatorSetting(teamsAppIdFormat, {
    description: `The app's own GUID, the same for every version. Without it the package has BOT_APP_ID, and the bot's cards do not link to the page.`,
  }),
  PUBLIC_HOST: templateSetting(publicHostFormat, {
    description: `The server's name, such as candour.example.org: no scheme, port or path. Links on sheets and in invitations lead there.`,
    decide: {
      why: 'The app package and printed sheets have it, so it should not change.',
      example: 'candour.example.org',
    },
  }),
};

const developmentTable = {
  OPEN_REPORT_AS: nonAzureSetting(
    { schema: personIdSchema.optional() },
    {
      description: 'The person who opens a report in a terminal if nobody is named; the one at the Playground.',
    },
  ),
};

/** Read by no server, only by tools. */
export const toolSettings = {
  PLAYGROUND_PORT: nonAzureSetting(portFormat(56_150), {
    description: 'The port of the Agents Playground.',
  }),
  COSMOS_TEST_DATABASE: nonAzureSetting(optionalTextFormat, {
    description:
      'For "npm run test:cosmos" in the sources only: a database with "test" in its name, which the tests empty.',
  }),
};

export const settingsBySubject = {
  server: serverTable,
  registration: registrationTable,
  store: storeTable,
  keys: keyTable,
  roles: roleTable,
  alerts: alertTable,
  cases: caseTable,
  tab: tabTable,
  summary: summaryTable,
  partners: partnerTable,
  package: packageTable,
  development: developmentTable,
};

export const settingsTable = {
  ...serverTable,
  ...registrationTable,
  ...storeTable,
  ...keyTable,
  ...roleTable,
  ...alertTable,
  ...caseTable,
  ...tabTable,
  ...summaryTable,
  ...partnerTable,
  ...packageTable,
  ...developmentTable,
};
