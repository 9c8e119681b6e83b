import { z } from 'zod';
import { daySchema } from '../../core/model/case-record.ts';
import { languages } from '../../core/model/language.ts';
import { personIdSchema } from '../../core/model/directory.ts';
import { parseHolidayChanges, parseStaffedHours } from '../../core/model/staffed-hours.ts';
import { signedListPattern } from '../../crypto/recipient-list.ts';
import { weekDays } from '../../summary/weekly-delivery.ts';
import { cloudNames } from './clouds.ts';
import {
  accountKey,
  atLeastOne,
  certificateFile,
  channel,
  choice,
  clientSecret,
  endpoint,
  id,
  limitDays,
  list,
  numberInRange,
  optionalNumber,
  people,
  port,
  publicHost,
  recipients,
  secret,
  serviceHosts,
  type SettingKind,
  signingKey,
  teamsAppId,
  tenantId,
  text,
  yesOrNo,
} from './setting-kinds.ts';
import { tabHostNames } from './tab-hosts.ts';

/** Operators run the server; the force leads its use of Candour; the ceremony makes the keys. */
type Decider = 'operators' | 'force' | 'counsel' | 'ceremony';

/**
 * In Azure: filled in by the template; given by the force in its parameter `settings` or the vault; only in the vault;
 * never, since it has no use there or would be a key beside the managed identity.
 */
export type AzureSource = 'template' | 'force' | 'vault' | 'never';

export interface SettingMetadata extends Omit<SettingKind, 'schema'> {
  /** One line for `.env.example` and docs/settings.md, with its bounds: the former has no `takes`. */
  readonly says: string;
  readonly decidedBy: Decider;
  readonly azure: AzureSource;
  readonly needed?: 'always' | 'production';
  /** Allowed beside the other settings, if it is right by itself; `true` if that is the same as `takes`. */
  readonly beside?: string | true;
  readonly development?: string;
  readonly example?: string;
}

export const settingRegistry = z.registry<SettingMetadata>();

const defineSetting =
  (decidedBy: Decider, azure: AzureSource) =>
  <Schema extends z.ZodType>(
    { schema, ...kind }: SettingKind<Schema>,
    about: Omit<SettingMetadata, 'decidedBy' | 'azure'>,
  ): Schema => {
    // Rows of one kind share its schema.
    const copy = schema.clone();
    settingRegistry.add(copy, { ...kind, ...about, decidedBy, azure });
    return copy;
  };

// A row's function says who decides it and where it is set in Azure.
const forceSetting = defineSetting('force', 'force');
const counselSetting = defineSetting('counsel', 'force');
const ceremonySetting = defineSetting('ceremony', 'force');
const operatorSetting = defineSetting('operators', 'force');
const templateSetting = defineSetting('operators', 'template');
const nonAzureSetting = defineSetting('operators', 'never');
const operatorSecret = defineSetting('operators', 'vault');
const ceremonySecret = defineSetting('ceremony', 'vault');

const serverTable = {
  CANDOUR_ENVIRONMENT: templateSetting(choice(z.enum(['production', 'development']).default('production')), {
    says: '"production", or "development" on this machine alone; production refuses to start without what is needed, and each of the two a store that the other made.',
  }),
  HOST: templateSetting(
    { schema: z.string().default('127.0.0.1'), takes: 'an address of this machine' },
    {
      says: 'The address to listen on; behind a proxy on the same machine 127.0.0.1, in a container 0.0.0.0.',
      beside: '"127.0.0.1" in development',
    },
  ),
  PORT: templateSetting(port(3978), { says: 'The port to listen on.' }),
  HEALTH_HOST: templateSetting(
    { schema: z.string().default('127.0.0.1') },
    {
      says: 'The address of the health checks, /healthz and /readyz, where they have a port of their own.',
      beside: '"127.0.0.1" in development',
    },
  ),
  HEALTH_PORT: templateSetting(optionalNumber(0, 65_535), {
    says: 'A port of their own, so that nobody outside reaches them; they stand on PORT where left out.',
  }),
  METRICS: operatorSetting(yesOrNo('no'), {
    says: '"yes" hands out numbers for Prometheus at /metrics there, and needs HEALTH_PORT; they move with no single report.',
  }),
  MAX_CONNECTIONS: operatorSetting(atLeastOne(2_000), {
    says: 'How many connections may stand open at once; whoever comes then is cut off, and the log says so.',
  }),
  TIME_ZONE: forceSetting(
    { schema: z.string().default('Europe/London'), takes: 'a name such as "Europe/London"' },
    {
      says: 'The zone in which days, full hours and weeks are counted.',
      beside: true,
    },
  ),
  CHECK_LINKS: operatorSetting(yesOrNo('yes'), {
    says: `"no" on a server without a way out to the internet: links in a force's own guidance are then not tried.`,
  }),
};

const registrationTable = {
  TENANT_ID: templateSetting(tenantId, {
    says: `Needed: the id of the force's tenant in Entra; activities of any other are refused.`,
    needed: 'always',
  }),
  BOT_APP_ID: templateSetting(id('the id of the bot’s registration'), {
    says: `Needed, also by "npm run package": the id of the bot's registration in Entra.`,
    needed: 'production',
  }),
  BOT_APP_TYPE: templateSetting(choice(z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant')), {
    says: '"SingleTenant" with a secret or a certificate, or "UserAssignedMSI" with a managed identity and neither.',
  }),
  BOT_APP_PASSWORD: nonAzureSetting(clientSecret, {
    says: 'Needed for SingleTenant without a certificate: the value of a client secret of the registration.',
  }),
  BOT_APP_CERTIFICATE: nonAzureSetting(certificateFile, {
    says: 'In place of a secret: the path of a PEM file with an RSA key without passphrase, its certificate and its chain.',
  }),
  BOT_CLOUD: nonAzureSetting(choice(z.enum(cloudNames).default('public')), {
    says: `Microsoft's cloud that the tenant is in: "public", or the United States government's "usgov" or "usgovdod".`,
  }),
  BOT_SERVICE_HOSTS: operatorSetting(serviceHosts, {
    says: `Hosts of Teams' connector beside those that Candour knows, with commas or spaces; nobody is answered elsewhere.`,
  }),
};

const storeTable = {
  STORE: templateSetting(choice(z.enum(['sqlite', 'cosmos']).optional()), {
    says: 'Needed, also by commands that read cases: "sqlite" for one server, "cosmos" for as many as you like.',
    needed: 'production',
  }),
  SQLITE_PATH: nonAzureSetting(
    { schema: z.string().default('.data/candour.db') },
    {
      says: 'The file of the embedded store; its folder is made where there is none. What made it is marked in it.',
    },
  ),
  COSMOS_ENDPOINT: templateSetting(endpoint, {
    says: 'Needed for cosmos: the address of the account.',
  }),
  COSMOS_KEY: nonAzureSetting(accountKey, {
    says: 'A key of the account; leave it out to use the managed identity of the machine.',
  }),
  COSMOS_CLIENT_ID: templateSetting(id('the client id of a managed identity'), {
    says: 'The client id of a user-assigned managed identity, where there is more than one.',
  }),
  COSMOS_DATABASE: templateSetting(
    { schema: z.string().default('candour') },
    { says: 'The database that holds the containers.' },
  ),
  FILES: forceSetting(yesOrNo('yes'), {
    says: '"no" takes no files with reports. With "cosmos" none are taken until an account for them is named.',
  }),
  FILES_FOLDER: nonAzureSetting(
    {
      ...text,
      takes: 'left out where FILES_ACCOUNT is set, or STORE is "cosmos": several servers have one place for files',
    },
    {
      says: `The folder of sealed files beside the embedded store; the store's own path with ".files" where it is left out.`,
      beside: true,
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
      takes: 'the address of a storage account, such as "https://name.blob.core.windows.net"',
    },
    {
      says: 'Needed for files with cosmos: the address of a storage account, https://<name>.blob.core.windows.net.',
    },
  ),
  FILES_CONNECTION: nonAzureSetting(
    {
      ...text,
      takes: 'left out where FILES_ACCOUNT is set, and otherwise "DefaultEndpointsProtocol=…;AccountName=…;…"',
    },
    {
      says: `The account's connection string, in place of its address; leave it out to use the managed identity of the machine.`,
      beside: true,
    },
  ),
  FILES_CLIENT_ID: templateSetting(id('the client id of a managed identity'), {
    says: 'The client id of a user-assigned managed identity for the account, where there is more than one.',
  }),
  FILES_CONTAINER: templateSetting(
    { ...text, takes: '3 to 63 small letters, digits and single hyphens' },
    {
      says: 'The container in the account; the name of the database with "-files" where it is left out.',
      beside: true,
    },
  ),
};

const keyTable = {
  CARRIED_STATE_SECRET: operatorSecret(secret, {
    says: 'Needed: at least 32 characters drawn at random, the same on every instance; seals what cards carry between steps.',
    needed: 'always',
    beside: '32 characters or more',
  }),
  CARRIED_STATE_SECRET_BEFORE: operatorSecret(secret, {
    says: 'The secret before, for two days after it was changed, so that open cards go on; then left out.',
    beside: '32 characters or more',
  }),
  RECIPIENTS_ACU: ceremonySetting(recipients, {
    says: 'Needed: the public recipient of the Anti-Corruption Unit.',
    needed: 'production',
  }),
  RECIPIENTS_RECOVERY: ceremonySetting(recipients, {
    says: 'Needed: the public recipient of the recovery key, which is kept offline.',
    needed: 'production',
  }),
  RECIPIENTS_RESERVE: ceremonySetting(recipients, {
    says: 'The public recipient of the reserve, who handle what concerns the unit itself; needed once ROLE_RESERVE names two.',
  }),
  RECIPIENTS_CUSTODIANS: ceremonySetting(recipients, {
    says: 'The public recipient of the identity custodians; needed once ROLE_CUSTODIANS names one.',
  }),
  RECIPIENTS_RETIRED: ceremonySetting(
    { schema: list, takes: 'whole "age1pq1…" lines that were in use before' },
    {
      says: 'Recipients that were in use before; cases sealed to them are no alarm in the tab.',
    },
  ),
  RECIPIENTS_SIGNED: ceremonySetting(
    {
      schema: z.string().regex(signedListPattern).optional(),
      takes: 'the line that "npm run keys" printed for the lines above it',
    },
    {
      says: `The ceremony's signature over the lines above, where the page was built with CEREMONY_SIGNER.`,
    },
  ),
};

const roleTable = {
  ROLE_HANDLERS: forceSetting(people, {
    says: 'Needed: those who handle cases in the unit; none of them may be a custodian or in the reserve.',
    needed: 'production',
  }),
  ROLE_CUSTODIANS: forceSetting(people, {
    says: 'Those who may open a sealed identity, with a recorded reason; without one no confidential report is taken.',
  }),
  ROLE_RESERVE: forceSetting(people, {
    says: 'Those outside the unit who handle what concerns it; with fewer than two no such report is taken.',
  }),
  ROLE_SUMMARY_ACU: forceSetting(people, {
    says: 'Those who may pull the full weekly summary.',
  }),
  ROLE_SUMMARY_WIDER: forceSetting(people, {
    says: 'Those who may pull the wider weekly summary, in which small counts are hidden.',
  }),
  ROLE_COMMUNICATIONS: forceSetting(people, {
    says: 'Those who write guidance and campaigns and see no case: at least two, since nobody approves what they wrote.',
  }),
  ROLE_ADMINS: forceSetting(people, {
    says: 'Needed: those who look after Candour in Teams and are told when a channel is lost.',
    needed: 'production',
  }),
};

const alertTable = {
  ALERT_TARGET_ACU: forceSetting(channel, {
    says: `Needed: the id of the channel that takes the unit's alerts, such as 19:...@thread.tacv2.`,
    needed: 'always',
  }),
  ALERT_TARGET_ACU_SECOND: forceSetting(channel, {
    says: 'A second channel, tried for urgent alerts that nobody acknowledges.',
  }),
  ALERT_TARGET_ACU_ON_CALL: forceSetting(channel, {
    says: 'The channel of whoever is on call for the unit: urgent alerts come there as well outside STAFFED_HOURS.',
  }),
  ALERT_TARGET_RESERVE: forceSetting(
    { ...channel, takes: `${channel.takes}, that no other setting of alerts names` },
    {
      says: `The id of the reserve's own channel, where nothing else is posted; needed once ROLE_RESERVE names two.`,
      beside: 'a channel that no other setting of alerts names',
    },
  ),
  ALERT_TARGET_RESERVE_ON_CALL: forceSetting(
    { ...channel, takes: `${channel.takes}, that no setting of the unit’s or the admins’ alerts names` },
    {
      says: 'The channel of whoever of the reserve is on call; it may be that of ALERT_TARGET_RESERVE, and none that others read.',
      beside: 'a channel that no setting of the unit’s or the admins’ alerts names',
    },
  ),
  ALERT_TARGET_ADMINS: forceSetting(channel, {
    says: 'The channel in which admins are told that alerts cannot be posted.',
  }),
  ALERT_TARGET_OFFICE: forceSetting(
    { ...text, takes: channel.takes },
    {
      says: 'The channel of an office that is told if nobody of the reserve may see a case of theirs; nothing else is posted there.',
      beside: 'a channel that no other setting of alerts names',
    },
  ),
  ALERT_SERVICE_URL: operatorSetting(
    { schema: z.url().optional(), takes: 'an address of Teams’ connector in the cloud that BOT_CLOUD names' },
    {
      says: `The address of Teams' connector for these channels, that of the cloud where left out; Teams may name a better one.`,
    },
  ),
  ALERT_TARGET_LANGUAGE: forceSetting(choice(z.enum(languages).default('en')), {
    says: 'The language of the alerts in these channels, "en" or "cy"; a channel set by mention takes that of the one who set it.',
  }),
  ALERT_DETAIL: forceSetting(choice(z.enum(['reference', 'kind']).default('reference')), {
    says: '"reference" for the reference alone, "kind" to name the kind of concern as well.',
  }),
  ALERT_TIMING: forceSetting(choice(z.enum(['fullHour', 'atOnce']).default('fullHour')), {
    says: '"fullHour" so that an alert that is not urgent does not say when somebody typed, or "atOnce"; development is atOnce.',
    development: 'atOnce',
    example: '',
  }),
  WAITING_LINES: forceSetting(yesOrNo('yes'), {
    says: '"no" so that the bot tells nobody, in their own chat with it, that something waits for them in the tab.',
    // The Playground's one chat is not that of the tab's people.
    development: 'no',
  }),
  ALERT_POLL_SECONDS: operatorSetting(atLeastOne(5), {
    says: 'How often the server looks for alerts that are due, in seconds.',
    development: '1',
  }),
  STAFFED_HOURS: forceSetting(
    {
      schema: z
        .string()
        .refine((hours) => parseStaffedHours(hours) !== undefined)
        .optional(),
      takes:
        'days and hours such as "mon-fri 08:00-18:00; sat 09:00-12:00; holidays 10:00-12:00", each day from mon to sun or holidays, none over midnight',
    },
    {
      says: 'When the unit and the reserve look at reports, such as "mon-fri 08:00-18:00; holidays 10:00-12:00"; cards say it.',
    },
  ),
  HOLIDAYS_CHANGED: forceSetting(
    {
      schema: list.refine((changes) => parseHolidayChanges(changes) !== undefined),
      takes: 'days such as "+2027-06-07 -2027-05-03", with commas or spaces between them',
    },
    {
      says: 'Bank holidays that the rule for England and Wales does not know, and days that are none: "+2027-06-07 -2027-05-03".',
    },
  ),
  URGENT_REPEAT_MINUTES: forceSetting(atLeastOne(15), {
    says: 'How long until an urgent alert that nobody acknowledged is posted again, in minutes.',
  }),
  URGENT_REPEATS: forceSetting(atLeastOne(12), {
    says: `How often it is posted again like that. Then the admins' channel is told once, and it comes once a day.`,
  }),
  URGENT_OPEN_MINUTES: forceSetting(optionalNumber(1, 60), {
    says: 'How long after it was acknowledged an urgent alert is posted again if nobody has opened its case, in minutes: 60 at most. As long as URGENT_REPEAT_MINUTES says where nothing is set.',
  }),
};

const caseTable = {
  ACKNOWLEDGE_TARGET_DAYS: forceSetting(limitDays, {
    says: 'Within how many days of receipt a case should be acknowledged; without a limit no deadline runs for it.',
    development: '2',
  }),
  TRIAGE_TARGET_DAYS: forceSetting(limitDays, {
    says: 'Within how many days of receipt a case should be triaged.',
    development: '5',
  }),
  UPDATE_TARGET_DAYS: forceSetting(limitDays, {
    says: 'Within how many days whoever reported should be able to see something new.',
    development: '14',
  }),
  REFERRAL_TARGET_DAYS: forceSetting(limitDays, {
    says: 'Within how many days of the decision a case should be referred to the IOPC. SI 2020/2 (regulation 7 for conduct matters, 4 for complaints) says by when: have whoever decides on referrals confirm the limit before you write it here.',
  }),
  REVIEW_YEARS: forceSetting(atLeastOne(6), {
    says: 'After how many years without any action it is looked at whether a case is still needed.',
  }),
  IDENTITY_CUSTODIANS: forceSetting(choice(z.enum(['1', '2']).default('1')), {
    says: '"2" so that a second custodian agrees before the first is given a sealed identity; 1 where left out.',
  }),
  IDENTITY_WITHOUT_REQUEST: forceSetting(
    {
      schema: z.enum(['yes', 'no']).optional(),
      takes: '"yes" or "no", and "no" where IDENTITY_CUSTODIANS is 2',
    },
    {
      says: '"no" so that no custodian opens an identity without a request, not even if a life is at risk; always so with two.',
      beside: '"no" where IDENTITY_CUSTODIANS is 2',
    },
  ),
  MESSAGES_TO_REPORTERS: counselSetting(yesOrNo('no'), {
    says: `"yes" once the force's counsel has agreed that the unit may write to those who reported; until then nobody can.`,
    development: 'yes',
    example: '',
  }),
  DAILY_COUNT_HOUR: forceSetting(optionalNumber(0, 23), {
    says: `The hour of the day at which the unit's channel is told how many cases are overdue; without it nothing is posted.`,
  }),
  EXPORT_SIGNING_KEY: ceremonySecret(signingKey, {
    says: 'The private key, PKCS #8 in base64, that exported cases are signed with; without it cases cannot be exported.',
  }),
};

const tabTable = {
  TAB_CLIENT_ID: operatorSetting(id('the client id of the registration that has the tab’s API'), {
    says: `The client id that the tab's tokens are made for, also in the package; the bot's own. Needed for UserAssignedMSI.`,
  }),
  TAB_HOSTS: forceSetting(choice(z.enum(tabHostNames).default('teams')), {
    says: 'Where the tab is offered: "teams", or "microsoft365" for Outlook and Microsoft 365 as well; frames and tokens alike.',
  }),
  TAB_CLIENTS: operatorSetting(
    {
      schema: list.pipe(z.array(z.guid().toLowerCase())),
      takes: 'client ids, each a GUID, with commas or spaces between them',
    },
    {
      says: `The apps that may ask for the tab's tokens, by client id; Microsoft's of TAB_HOSTS where left out.`,
    },
  ),
  TAB_GUESTS: forceSetting(yesOrNo('no'), {
    says: '"yes" to let guests of the tenant into the tab.',
  }),
};

const summaryTable = {
  SUMMARY_SMALL_COUNT: forceSetting(numberInRange(5, 10, 5), {
    says: 'Counts under this are hidden from wider readers, from 5 to 10.',
  }),
  SUMMARY_HIDE_ZERO: forceSetting(yesOrNo('no'), {
    says: '"yes" to hide zeros from wider readers as well.',
  }),
  SUMMARY_SINCE: forceSetting(
    { schema: z.iso.date().pipe(daySchema).optional(), takes: 'a day such as "2026-01-31"' },
    {
      says: 'The day on which Candour went live, such as 2026-01-31; without it summaries say that weeks before count as none.',
    },
  ),
  SUMMARY_DAY: forceSetting(choice(z.enum(weekDays).default('monday')), {
    says: 'The day of the week on which the summary of the week before is sent, "monday" to "sunday".',
  }),
  SUMMARY_HOUR: forceSetting(numberInRange(1, 23, 9), {
    says: 'The hour of that day from which it is sent, 1 to 23; where no server runs then, it is sent later.',
  }),
  SUMMARY_TARGET_ACU: forceSetting(
    { ...channel, takes: 'the channel of ALERT_TARGET_ACU or of ALERT_TARGET_ACU_SECOND' },
    {
      says: `The channel told that the unit's summary is ready: that of ALERT_TARGET_ACU or _ACU_SECOND; none where left out.`,
      beside: true,
    },
  ),
  SUMMARY_TARGET_RESERVE: forceSetting(
    { ...channel, takes: 'the channel of ALERT_TARGET_RESERVE' },
    {
      says: 'The same for the reserve: the channel of ALERT_TARGET_RESERVE.',
      beside: true,
    },
  ),
  SUMMARY_TARGET_WIDER: forceSetting(
    { ...channel, takes: 'any channel but that of ALERT_TARGET_RESERVE' },
    {
      says: `The channel for the summary of other readers, small counts hidden: any but the reserve's; none where left out.`,
      beside: true,
    },
  ),
};

const partnerTable = {
  PARTNERS: forceSetting(yesOrNo('no'), {
    says: `"yes" gives victims' services and other partners a page at /partners/, for the name in PUBLIC_HOST.`,
    development: 'yes',
  }),
};

const packageTable = {
  TEAMS_APP_ID: operatorSetting(teamsAppId, {
    says: `The app's own GUID: make one once, and keep it for every later version. The bot's first card links to the page by it.`,
  }),
  PUBLIC_HOST: templateSetting(publicHost, {
    says: 'The name of the server, such as candour.example.org: no scheme, port or path. Sheets and invitations lead there.',
  }),
};

const developmentTable = {
  OPEN_REPORT_AS: nonAzureSetting(
    { schema: personIdSchema.optional() },
    {
      says: 'Who opens a report in a terminal where nobody is named; the one who sits at the Playground.',
    },
  ),
};

/** No server reads these: the Playground's port, and the contract tests of Cosmos DB. */
export const toolSettings = {
  PLAYGROUND_PORT: nonAzureSetting(port(56_150), {
    says: 'The port of the Agents Playground.',
  }),
  COSMOS_TEST_DATABASE: nonAzureSetting(text, {
    says: '"npm run test:cosmos" only: a database with "test" in its name, of which everything is removed.',
  }),
  COSMOS_MANAGED_IDENTITY: nonAzureSetting(text, {
    says: '"npm run test:cosmos" only: "true" to use a managed identity and no key.',
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
