import { z } from 'zod';
import { daySchema } from '../../concerns/records/case-record.ts';
import { languages } from '../../concerns/terms/language.ts';
import { personIdSchema } from '../../concerns/terms/person-id.ts';
import { parseHolidayChanges, parseStaffedHours } from '../../concerns/terms/staffed-hours.ts';
import { signedListPattern } from '../../seals/signed-recipients.ts';
import { weekDays } from '../../summary/weeks-to-send.ts';
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
  listed,
  numberFrom,
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

/**
 * Who decides what a setting says: those who run the server, those who lead the force's use of Candour, the force's
 * counsel, or the ceremony that makes the keys.
 */
export type Decider = 'operators' | 'force' | 'counsel' | 'ceremony';

/**
 * Where a setting comes from in Azure. `template`: the template fills it in. `force`: its parameter `settings`, or the
 * vault. `vault`: the vault alone. `never`: it has no use there, or would be a key beside the managed identity.
 */
export type SettingPlace = 'template' | 'force' | 'vault' | 'never';

/** A setting's row without its name, its schema and its default. */
export interface AboutSetting extends Omit<SettingKind, 'schema'> {
  /** Its meaning, as `.env.example` and docs/settings.md say it. */
  readonly says: string;
  readonly decidedBy: Decider;
  readonly azure: SettingPlace;
  /** Which servers do not start without it, whatever else is set. `needed-settings.ts` has what others ask for. */
  readonly needed?: 'always' | 'production';
  /** The values that are allowed beside the other settings, if it is right by itself; `true` if that is the same as `takes`. */
  readonly beside?: string | true;
  /** The value that development sets if nobody does. */
  readonly development?: string;
  /** The value in `.env.example`, if it is not the default. */
  readonly example?: string;
}

/** The rest of each row, by the schema in it. */
export const aboutSettings = z.registry<AboutSetting>();

function row<Schema extends z.ZodType>({ schema, ...kind }: SettingKind<Schema>, about: AboutSetting): Schema {
  // Rows of one kind share its schema.
  const own = schema.clone();
  aboutSettings.add(own, { ...kind, ...about });
  return own;
}

const ofServer = {
  CANDOUR_ENVIRONMENT: row(choice(z.enum(['production', 'development']).default('production')), {
    says: '"production", or "development" on this machine alone; production refuses to start without what is needed, and each of the two a store that the other made.',
    decidedBy: 'operators',
    azure: 'template',
  }),
  HOST: row(
    { schema: z.string().default('127.0.0.1'), takes: 'an address of this machine' },
    {
      says: 'The address to listen on; behind a proxy on the same machine 127.0.0.1, in a container 0.0.0.0.',
      decidedBy: 'operators',
      azure: 'template',
      beside: '"127.0.0.1" in development',
    },
  ),
  PORT: row(port(3978), { says: 'The port to listen on.', decidedBy: 'operators', azure: 'template' }),
  HEALTH_HOST: row(
    { schema: z.string().default('127.0.0.1') },
    {
      says: 'The address of the health checks, /healthz and /readyz, where they have a port of their own.',
      decidedBy: 'operators',
      azure: 'template',
      beside: '"127.0.0.1" in development',
    },
  ),
  HEALTH_PORT: row(optionalNumber(0, 65_535), {
    says: 'A port of their own, so that nobody outside reaches them; they stand on PORT where left out.',
    decidedBy: 'operators',
    azure: 'template',
  }),
  METRICS: row(yesOrNo('no'), {
    says: '"yes" hands out numbers for Prometheus at /metrics there, and needs HEALTH_PORT; they move with no single report.',
    decidedBy: 'operators',
    azure: 'force',
  }),
  MAX_CONNECTIONS: row(atLeastOne(2_000), {
    says: 'How many connections may stand open at once; whoever comes then is cut off, and the log says so.',
    decidedBy: 'operators',
    azure: 'force',
  }),
  TIME_ZONE: row(
    { schema: z.string().default('Europe/London'), takes: 'a name such as "Europe/London"' },
    {
      says: 'The zone in which days, full hours and weeks are counted.',
      decidedBy: 'force',
      azure: 'force',
      beside: true,
    },
  ),
  CHECK_LINKS: row(yesOrNo('yes'), {
    says: `"no" on a server without a way out to the internet: links in a force's own guidance are then not tried.`,
    decidedBy: 'operators',
    azure: 'force',
  }),
};

const ofRegistration = {
  TENANT_ID: row(tenantId, {
    says: `Needed: the id of the force's tenant in Entra; activities of any other are refused.`,
    decidedBy: 'operators',
    azure: 'template',
    needed: 'always',
  }),
  BOT_APP_ID: row(id('the id of the bot’s registration'), {
    says: `Needed, also by "npm run package": the id of the bot's registration in Entra.`,
    decidedBy: 'operators',
    azure: 'template',
    needed: 'production',
  }),
  BOT_APP_TYPE: row(choice(z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant')), {
    says: '"SingleTenant" with a secret or a certificate, or "UserAssignedMSI" with a managed identity and neither.',
    decidedBy: 'operators',
    azure: 'template',
  }),
  BOT_APP_PASSWORD: row(clientSecret, {
    says: 'Needed for SingleTenant without a certificate: the value of a client secret of the registration.',
    decidedBy: 'operators',
    azure: 'never',
  }),
  BOT_APP_CERTIFICATE: row(certificateFile, {
    says: 'In place of a secret: the path of a PEM file with an RSA key without passphrase, its certificate and its chain.',
    decidedBy: 'operators',
    azure: 'never',
  }),
  BOT_CLOUD: row(choice(z.enum(cloudNames).default('public')), {
    says: `Microsoft's cloud that the tenant is in: "public", or the United States government's "usgov" or "usgovdod".`,
    decidedBy: 'operators',
    azure: 'never',
  }),
  BOT_SERVICE_HOSTS: row(serviceHosts, {
    says: `Hosts of Teams' connector beside those that Candour knows, with commas or spaces; nobody is answered elsewhere.`,
    decidedBy: 'operators',
    azure: 'force',
  }),
};

const ofStore = {
  STORE: row(choice(z.enum(['sqlite', 'cosmos']).optional()), {
    says: 'Needed, also by commands that read cases: "sqlite" for one server, "cosmos" for as many as you like.',
    decidedBy: 'operators',
    azure: 'template',
    needed: 'production',
  }),
  SQLITE_PATH: row(
    { schema: z.string().default('.data/candour.db') },
    {
      says: 'The file of the embedded store; its folder is made where there is none. What made it is marked in it.',
      decidedBy: 'operators',
      azure: 'never',
    },
  ),
  COSMOS_ENDPOINT: row(endpoint, {
    says: 'Needed for cosmos: the address of the account.',
    decidedBy: 'operators',
    azure: 'template',
  }),
  COSMOS_KEY: row(accountKey, {
    says: 'A key of the account; leave it out to use the managed identity of the machine.',
    decidedBy: 'operators',
    azure: 'never',
  }),
  COSMOS_CLIENT_ID: row(id('the client id of a managed identity'), {
    says: 'The client id of a user-assigned managed identity, where there is more than one.',
    decidedBy: 'operators',
    azure: 'template',
  }),
  COSMOS_DATABASE: row(
    { schema: z.string().default('candour') },
    { says: 'The database that holds the containers.', decidedBy: 'operators', azure: 'template' },
  ),
  FILES: row(yesOrNo('yes'), {
    says: '"no" takes no files with reports. With "cosmos" none are taken until an account for them is named.',
    decidedBy: 'force',
    azure: 'force',
  }),
  FILES_FOLDER: row(
    {
      ...text,
      takes: 'left out where FILES_ACCOUNT is set, or STORE is "cosmos": several servers have one place for files',
    },
    {
      says: `The folder of sealed files beside the embedded store; the store's own path with ".files" where it is left out.`,
      decidedBy: 'operators',
      azure: 'never',
      beside: true,
    },
  ),
  FILES_ACCOUNT: row(
    {
      schema: z
        .url({ protocol: /^https$/u })
        // What is no address at all is looked at here as well.
        .refine(
          (address) => URL.canParse(address) && new URL(address).pathname === '/' && new URL(address).search === '',
        )
        .optional(),
      takes: 'the address of a storage account, such as "https://name.blob.core.windows.net"',
    },
    {
      says: 'Needed for files with cosmos: the address of a storage account, https://<name>.blob.core.windows.net.',
      decidedBy: 'operators',
      azure: 'template',
    },
  ),
  FILES_CONNECTION: row(
    {
      ...text,
      takes: 'left out where FILES_ACCOUNT is set, and otherwise "DefaultEndpointsProtocol=…;AccountName=…;…"',
    },
    {
      says: `The account's connection string, in place of its address; leave it out to use the managed identity of the machine.`,
      decidedBy: 'operators',
      azure: 'never',
      beside: true,
    },
  ),
  FILES_CLIENT_ID: row(id('the client id of a managed identity'), {
    says: 'The client id of a user-assigned managed identity for the account, where there is more than one.',
    decidedBy: 'operators',
    azure: 'template',
  }),
  FILES_CONTAINER: row(
    { ...text, takes: '3 to 63 small letters, digits and single hyphens' },
    {
      says: 'The container in the account; the name of the database with "-files" where it is left out.',
      decidedBy: 'operators',
      azure: 'template',
      beside: true,
    },
  ),
};

const ofKeys = {
  CARRIED_STATE_SECRET: row(secret, {
    says: 'Needed: at least 32 characters drawn at random, the same on every instance; seals what cards carry between steps.',
    decidedBy: 'operators',
    azure: 'vault',
    needed: 'always',
    beside: '32 characters or more',
  }),
  CARRIED_STATE_SECRET_BEFORE: row(secret, {
    says: 'The secret before, for two days after it was changed, so that open cards go on; then left out.',
    decidedBy: 'operators',
    azure: 'vault',
    beside: '32 characters or more',
  }),
  RECIPIENTS_ACU: row(recipients, {
    says: 'Needed: the public recipient of the Anti-Corruption Unit.',
    decidedBy: 'ceremony',
    azure: 'force',
    needed: 'production',
  }),
  RECIPIENTS_RECOVERY: row(recipients, {
    says: 'Needed: the public recipient of the recovery key, which is kept offline.',
    decidedBy: 'ceremony',
    azure: 'force',
    needed: 'production',
  }),
  RECIPIENTS_RESERVE: row(recipients, {
    says: 'The public recipient of the reserve, who handle what concerns the unit itself; needed once ROLE_RESERVE names two.',
    decidedBy: 'ceremony',
    azure: 'force',
  }),
  RECIPIENTS_CUSTODIANS: row(recipients, {
    says: 'The public recipient of the identity custodians; needed once ROLE_CUSTODIANS names one.',
    decidedBy: 'ceremony',
    azure: 'force',
  }),
  RECIPIENTS_RETIRED: row(
    { schema: listed, takes: 'whole "age1pq1…" lines that were in use before' },
    {
      says: 'Recipients that were in use before; cases sealed to them are no alarm in the tab.',
      decidedBy: 'ceremony',
      azure: 'force',
    },
  ),
  RECIPIENTS_SIGNED: row(
    {
      schema: z.string().regex(signedListPattern).optional(),
      takes: 'the line that "npm run keys" printed for the lines above it',
    },
    {
      says: `The ceremony's signature over the lines above, where the page was built with CEREMONY_SIGNER.`,
      decidedBy: 'ceremony',
      azure: 'force',
    },
  ),
};

const ofRoles = {
  ROLE_HANDLERS: row(people, {
    says: 'Needed: those who handle cases in the unit; none of them may be a custodian or in the reserve.',
    decidedBy: 'force',
    azure: 'force',
    needed: 'production',
  }),
  ROLE_CUSTODIANS: row(people, {
    says: 'Those who may open a sealed identity, with a recorded reason; without one no confidential report is taken.',
    decidedBy: 'force',
    azure: 'force',
  }),
  ROLE_RESERVE: row(people, {
    says: 'Those outside the unit who handle what concerns it; with fewer than two no such report is taken.',
    decidedBy: 'force',
    azure: 'force',
  }),
  ROLE_SUMMARY_ACU: row(people, {
    says: 'Those who may pull the full weekly summary.',
    decidedBy: 'force',
    azure: 'force',
  }),
  ROLE_SUMMARY_WIDER: row(people, {
    says: 'Those who may pull the wider weekly summary, in which small counts are hidden.',
    decidedBy: 'force',
    azure: 'force',
  }),
  ROLE_COMMUNICATIONS: row(people, {
    says: 'Those who write guidance and campaigns and see no case: at least two, since nobody approves what they wrote.',
    decidedBy: 'force',
    azure: 'force',
  }),
  ROLE_ADMINS: row(people, {
    says: 'Needed: those who look after Candour in Teams and are told when a channel is lost.',
    decidedBy: 'force',
    azure: 'force',
    needed: 'production',
  }),
};

const ofAlerts = {
  ALERT_TARGET_ACU: row(channel, {
    says: `Needed: the id of the channel that takes the unit's alerts, such as 19:...@thread.tacv2.`,
    decidedBy: 'force',
    azure: 'force',
    needed: 'always',
  }),
  ALERT_TARGET_ACU_SECOND: row(channel, {
    says: 'A second channel, tried for urgent alerts that nobody acknowledges.',
    decidedBy: 'force',
    azure: 'force',
  }),
  ALERT_TARGET_ACU_ON_CALL: row(channel, {
    says: 'The channel of whoever is on call for the unit: urgent alerts come there as well outside STAFFED_HOURS.',
    decidedBy: 'force',
    azure: 'force',
  }),
  ALERT_TARGET_RESERVE: row(
    { ...channel, takes: `${channel.takes}, that no other setting of alerts names` },
    {
      says: `The id of the reserve's own channel, where nothing else is posted; needed once ROLE_RESERVE names two.`,
      decidedBy: 'force',
      azure: 'force',
      beside: 'a channel that no other setting of alerts names',
    },
  ),
  ALERT_TARGET_RESERVE_ON_CALL: row(
    { ...channel, takes: `${channel.takes}, that no setting of the unit’s or the admins’ alerts names` },
    {
      says: 'The channel of whoever of the reserve is on call; it may be that of ALERT_TARGET_RESERVE, and none that others read.',
      decidedBy: 'force',
      azure: 'force',
      beside: 'a channel that no setting of the unit’s or the admins’ alerts names',
    },
  ),
  ALERT_TARGET_ADMINS: row(channel, {
    says: 'The channel in which admins are told that alerts cannot be posted.',
    decidedBy: 'force',
    azure: 'force',
  }),
  ALERT_TARGET_OFFICE: row(
    { ...text, takes: channel.takes },
    {
      says: 'The channel of an office that is told if nobody of the reserve may see a case of theirs; nothing else is posted there.',
      decidedBy: 'force',
      azure: 'force',
      beside: 'a channel that no other setting of alerts names',
    },
  ),
  ALERT_SERVICE_URL: row(
    { schema: z.url().optional(), takes: 'an address of Teams’ connector in the cloud that BOT_CLOUD names' },
    {
      says: `The address of Teams' connector for these channels, that of the cloud where left out; Teams may name a better one.`,
      decidedBy: 'operators',
      azure: 'force',
    },
  ),
  ALERT_TARGET_LANGUAGE: row(choice(z.enum(languages).default('en')), {
    says: 'The language of the alerts in these channels, "en" or "cy"; a channel set by mention takes that of the one who set it.',
    decidedBy: 'force',
    azure: 'force',
  }),
  ALERT_DETAIL: row(choice(z.enum(['reference', 'kind']).default('reference')), {
    says: '"reference" for the reference alone, "kind" to name the kind of concern as well.',
    decidedBy: 'force',
    azure: 'force',
  }),
  ALERT_TIMING: row(choice(z.enum(['fullHour', 'atOnce']).default('fullHour')), {
    says: '"fullHour" so that an alert that is not urgent does not say when somebody typed, or "atOnce"; development is atOnce.',
    decidedBy: 'force',
    azure: 'force',
    development: 'atOnce',
    example: '',
  }),
  WAITING_LINES: row(yesOrNo('yes'), {
    says: '"no" so that the bot tells nobody, in their own chat with it, that something waits for them in the tab.',
    decidedBy: 'force',
    azure: 'force',
    // The Playground has one chat, which is not that of the people of the tab.
    development: 'no',
  }),
  ALERT_POLL_SECONDS: row(atLeastOne(5), {
    says: 'How often the server looks for alerts that are due, in seconds.',
    decidedBy: 'operators',
    azure: 'force',
    development: '1',
  }),
  STAFFED_HOURS: row(
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
      decidedBy: 'force',
      azure: 'force',
    },
  ),
  HOLIDAYS_CHANGED: row(
    {
      schema: listed.refine((changes) => parseHolidayChanges(changes) !== undefined),
      takes: 'days such as "+2027-06-07 -2027-05-03", with commas or spaces between them',
    },
    {
      says: 'Bank holidays that the rule for England and Wales does not know, and days that are none: "+2027-06-07 -2027-05-03".',
      decidedBy: 'force',
      azure: 'force',
    },
  ),
  URGENT_REPEAT_MINUTES: row(atLeastOne(15), {
    says: 'How long until an urgent alert that nobody acknowledged is posted again, in minutes.',
    decidedBy: 'force',
    azure: 'force',
  }),
  URGENT_REPEATS: row(atLeastOne(12), {
    says: `How often it is posted again like that. Then the admins' channel is told once, and it comes once a day.`,
    decidedBy: 'force',
    azure: 'force',
  }),
  URGENT_OPEN_MINUTES: row(optionalNumber(1, 60), {
    says: 'How long after it was acknowledged an urgent alert is posted again if nobody has opened its case, in minutes: 60 at most. As long as URGENT_REPEAT_MINUTES says where nothing is set.',
    decidedBy: 'force',
    azure: 'force',
  }),
};

const ofCases = {
  ACKNOWLEDGE_TARGET_DAYS: row(limitDays, {
    says: 'Within how many days of receipt a case should be acknowledged; without a limit no deadline runs for it.',
    decidedBy: 'force',
    azure: 'force',
    development: '2',
  }),
  TRIAGE_TARGET_DAYS: row(limitDays, {
    says: 'Within how many days of receipt a case should be triaged.',
    decidedBy: 'force',
    azure: 'force',
    development: '5',
  }),
  UPDATE_TARGET_DAYS: row(limitDays, {
    says: 'Within how many days whoever reported should be able to see something new.',
    decidedBy: 'force',
    azure: 'force',
    development: '14',
  }),
  REFERRAL_TARGET_DAYS: row(limitDays, {
    says: 'Within how many days of the decision a case should be referred to the IOPC. SI 2020/2 (regulation 7 for conduct matters, 4 for complaints) says by when: have whoever decides on referrals confirm the limit before you write it here.',
    decidedBy: 'force',
    azure: 'force',
  }),
  REVIEW_YEARS: row(atLeastOne(6), {
    says: 'After how many years without any action it is looked at whether a case is still needed.',
    decidedBy: 'force',
    azure: 'force',
  }),
  IDENTITY_CUSTODIANS: row(choice(z.enum(['1', '2']).default('1')), {
    says: '"2" so that a second custodian agrees before the first is given a sealed identity; 1 where left out.',
    decidedBy: 'force',
    azure: 'force',
  }),
  IDENTITY_WITHOUT_REQUEST: row(
    {
      schema: z.enum(['yes', 'no']).optional(),
      takes: '"yes" or "no", and "no" where IDENTITY_CUSTODIANS is 2',
    },
    {
      says: '"no" so that no custodian opens an identity without a request, not even if a life is at risk; always so with two.',
      decidedBy: 'force',
      azure: 'force',
      beside: '"no" where IDENTITY_CUSTODIANS is 2',
    },
  ),
  MESSAGES_TO_REPORTERS: row(yesOrNo('no'), {
    says: `"yes" once the force's counsel has agreed that the unit may write to those who reported; until then nobody can.`,
    decidedBy: 'counsel',
    azure: 'force',
    development: 'yes',
    example: '',
  }),
  DAILY_COUNT_HOUR: row(optionalNumber(0, 23), {
    says: `The hour of the day at which the unit's channel is told how many cases are overdue; without it nothing is posted.`,
    decidedBy: 'force',
    azure: 'force',
  }),
  EXPORT_SIGNING_KEY: row(signingKey, {
    says: 'The private key, PKCS #8 in base64, that exported cases are signed with; without it cases cannot be exported.',
    decidedBy: 'ceremony',
    azure: 'vault',
  }),
};

const ofTab = {
  TAB_CLIENT_ID: row(id('the client id of the registration that has the tab’s API'), {
    says: `The client id that the tab's tokens are made for, also in the package; the bot's own. Needed for UserAssignedMSI.`,
    decidedBy: 'operators',
    azure: 'force',
  }),
  TAB_HOSTS: row(choice(z.enum(tabHostNames).default('teams')), {
    says: 'Where the tab is offered: "teams", or "microsoft365" for Outlook and Microsoft 365 as well; frames and tokens alike.',
    decidedBy: 'force',
    azure: 'force',
  }),
  TAB_CLIENTS: row(
    {
      schema: listed.pipe(z.array(z.guid().toLowerCase())),
      takes: 'client ids, each a GUID, with commas or spaces between them',
    },
    {
      says: `The apps that may ask for the tab's tokens, by client id; Microsoft's of TAB_HOSTS where left out.`,
      decidedBy: 'operators',
      azure: 'force',
    },
  ),
  TAB_GUESTS: row(yesOrNo('no'), {
    says: '"yes" to let guests of the tenant into the tab.',
    decidedBy: 'force',
    azure: 'force',
  }),
};

const ofSummary = {
  SUMMARY_SMALL_COUNT: row(numberFrom(5, 10, 5), {
    says: 'Counts under this are hidden from wider readers, from 5 to 10.',
    decidedBy: 'force',
    azure: 'force',
  }),
  SUMMARY_HIDE_ZERO: row(yesOrNo('no'), {
    says: '"yes" to hide zeros from wider readers as well.',
    decidedBy: 'force',
    azure: 'force',
  }),
  SUMMARY_SINCE: row(
    { schema: z.iso.date().pipe(daySchema).optional(), takes: 'a day such as "2026-01-31"' },
    {
      says: 'The day on which Candour went live, such as 2026-01-31; without it summaries say that weeks before count as none.',
      decidedBy: 'force',
      azure: 'force',
    },
  ),
  SUMMARY_DAY: row(choice(z.enum(weekDays).default('monday')), {
    says: 'The day of the week on which the summary of the week before is sent, "monday" to "sunday".',
    decidedBy: 'force',
    azure: 'force',
  }),
  SUMMARY_HOUR: row(numberFrom(1, 23, 9), {
    says: 'The hour of that day from which it is sent, 1 to 23; where no server runs then, it is sent later.',
    decidedBy: 'force',
    azure: 'force',
  }),
  SUMMARY_TARGET_ACU: row(
    { ...channel, takes: 'the channel of ALERT_TARGET_ACU or of ALERT_TARGET_ACU_SECOND' },
    {
      says: `The channel told that the unit's summary is ready: that of ALERT_TARGET_ACU or _ACU_SECOND; none where left out.`,
      decidedBy: 'force',
      azure: 'force',
      beside: true,
    },
  ),
  SUMMARY_TARGET_RESERVE: row(
    { ...channel, takes: 'the channel of ALERT_TARGET_RESERVE' },
    {
      says: 'The same for the reserve: the channel of ALERT_TARGET_RESERVE.',
      decidedBy: 'force',
      azure: 'force',
      beside: true,
    },
  ),
  SUMMARY_TARGET_WIDER: row(
    { ...channel, takes: 'any channel but that of ALERT_TARGET_RESERVE' },
    {
      says: `The channel for the summary of other readers, small counts hidden: any but the reserve's; none where left out.`,
      decidedBy: 'force',
      azure: 'force',
      beside: true,
    },
  ),
};

const ofPartners = {
  PARTNERS: row(yesOrNo('no'), {
    says: `"yes" gives victims' services and other partners a page at /partners/, for the name in PUBLIC_HOST.`,
    decidedBy: 'force',
    azure: 'force',
    development: 'yes',
  }),
};

const ofPackage = {
  TEAMS_APP_ID: row(teamsAppId, {
    says: `The app's own GUID: make one once, and keep it for every later version. The bot's first card links to the page by it.`,
    decidedBy: 'operators',
    azure: 'force',
  }),
  PUBLIC_HOST: row(publicHost, {
    says: 'The name of the server, such as candour.example.org: no scheme, port or path. Sheets and invitations lead there.',
    decidedBy: 'operators',
    azure: 'template',
  }),
};

const ofDevelopment = {
  OPEN_REPORT_AS: row(
    { schema: personIdSchema.optional() },
    {
      says: 'Who opens a report in a terminal where nobody is named; the one who sits at the Playground.',
      decidedBy: 'operators',
      azure: 'never',
    },
  ),
};

/** Settings that no server reads: the Playground's port, and what the contract tests of Cosmos DB are told. */
export const settingsOfOthers = {
  PLAYGROUND_PORT: row(port(56_150), {
    says: 'The port of the Agents Playground.',
    decidedBy: 'operators',
    azure: 'never',
  }),
  COSMOS_TEST_DATABASE: row(text, {
    says: '"npm run test:cosmos" only: a database with "test" in its name, of which everything is removed.',
    decidedBy: 'operators',
    azure: 'never',
  }),
  COSMOS_MANAGED_IDENTITY: row(text, {
    says: '"npm run test:cosmos" only: "true" to use a managed identity and no key.',
    decidedBy: 'operators',
    azure: 'never',
  }),
};

/** The settings by what they are of: each in one row, with its name, its schema with the default, and what else is known. */
export const settingsBySubject = {
  server: ofServer,
  registration: ofRegistration,
  store: ofStore,
  keys: ofKeys,
  roles: ofRoles,
  alerts: ofAlerts,
  cases: ofCases,
  tab: ofTab,
  summary: ofSummary,
  partners: ofPartners,
  package: ofPackage,
  development: ofDevelopment,
};

/** The same rows without their subjects. */
export const settingsTable = {
  ...ofServer,
  ...ofRegistration,
  ...ofStore,
  ...ofKeys,
  ...ofRoles,
  ...ofAlerts,
  ...ofCases,
  ...ofTab,
  ...ofSummary,
  ...ofPartners,
  ...ofPackage,
  ...ofDevelopment,
};
