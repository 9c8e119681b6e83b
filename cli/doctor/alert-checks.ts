import { createAllowedConnections } from '../../bot/teams/allowed-connections.ts';
import type { MicrosoftSettings, ProductionSettings } from '../../bot/config/server-settings.ts';
import { createServiceUrlCheck } from '../../bot/config/service-url.ts';
import { type AuthenticationOptions, createTeamsAuthentication } from '../../bot/teams/teams-authentication.ts';
import { ChannelError } from '../../bot/teams/channel-connection.ts';
import { testPost } from '../../bot/teams/outgoing-activities.ts';
import { isPausedByRestore, type Store } from '../../core/ports/store.ts';
import { targetDefinitions, isAlertChannel, type TargetName } from '../../core/model/alert-targets.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { isAlwaysStaffed, type StaffedHours } from '../../core/model/staffed-hours.ts';
import { type FindingName, createFinding } from './findings.ts';
import type { CheckOutput } from './run-checks.ts';

const targetLabels: Readonly<Record<TargetName, string>> = {
  acu: 'the unit’s alerts',
  acuSecond: 'the unit’s urgent alerts',
  acuOnCall: 'the unit’s alerts for someone on call',
  reserve: 'the reserve officers’ alerts',
  reserveOnCall: 'the reserve officers’ alerts for someone on call',
  admins: 'messages to admins',
  summaryAcu: 'the unit’s weekly summary',
  summaryReserve: 'the reserve officers’ weekly summary',
  summaryWider: 'the wider weekly summary',
};

const dueLimit = 50;

async function checkTargets(
  { targets }: Store,
  staffed: StaffedHours | undefined,
  { addFinding }: CheckOutput,
): Promise<void> {
  const all = await targets.all();
  for (const name of ['acu', 'reserve'] as const) {
    if (!all.some((target) => target.name === name)) addFinding(createFinding('target-missing', targetLabels[name]));
  }
  if (staffed !== undefined && staffed.rows === undefined) addFinding(createFinding('hours-unknown'));
  for (const name of ['acuOnCall', 'reserveOnCall'] as const) {
    const isNeeded = staffed?.rows === undefined || !isAlwaysStaffed(staffed.rows);
    if (isNeeded && !all.some((target) => target.name === name))
      addFinding(createFinding('on-call-missing', targetLabels[name]));
  }
  for (const { name, lost } of all) if (lost) addFinding(createFinding('target-lost', targetLabels[name]));
  const ofReserve = all.filter(({ name }) => isAlertChannel(name) && targetDefinitions[name].handledBy === 'reserve');
  for (const { name, conversationId } of all) {
    const isOther = isAlertChannel(name) && targetDefinitions[name].handledBy !== 'reserve';
    if (isOther && ofReserve.some((one) => one.conversationId === conversationId))
      addFinding(createFinding('targets-mixed', targetLabels[name]));
  }
}

async function checkServiceUrls(
  { targets }: Store,
  isTeamsServiceUrl: (address: string) => boolean,
  { addFinding }: CheckOutput,
) {
  for (const { name, serviceUrl } of await targets.all())
    if (!isTeamsServiceUrl(serviceUrl)) addFinding(createFinding('target-elsewhere', targetLabels[name]));
}

/** Whether alerts have a place, and some could not be posted or read. Posts nothing. */
export async function checkAlerts(
  store: Store,
  clock: Clock,
  {
    microsoft: microsoftSettings,
    staffedHours: staffed,
  }: { readonly microsoft: MicrosoftSettings | undefined; readonly staffedHours: StaffedHours | undefined },
  output: CheckOutput,
): Promise<void> {
  const { addFinding } = output;
  await checkTargets(store, staffed, output);
  if (microsoftSettings !== undefined)
    await checkServiceUrls(store, createServiceUrlCheck(microsoftSettings.connector), output);
  for (const group of ['acu', 'reserve'] as const) {
    const { failing } = await store.outbox.health(group);
    if (failing > 0) addFinding(createFinding('alerts-failing', group === 'acu' ? 'the unit' : 'the reserve officers'));
  }
  if (isPausedByRestore((await store.dailyTaskStates.read('restored'))?.value))
    addFinding(createFinding('restore-paused'));
  if ((await store.outbox.due(clock(), dueLimit)).unreadable > 0) addFinding(createFinding('alerts-unreadable'));
}

const findingByStatus: Readonly<Record<number, FindingName>> = {
  401: 'post-unauthorised',
  403: 'post-forbidden',
  404: 'post-no-channel',
  408: 'post-away',
  429: 'post-too-many',
};
const findingByCode: Readonly<Record<string, FindingName>> = { noAnswer: 'post-unheard', noSuchAnswer: 'post-odd' };

function postErrorFinding(error: unknown): FindingName {
  if (!(error instanceof ChannelError)) return 'post-unsent';
  const { status, code } = error;
  if (status === undefined) return findingByCode[code] ?? 'post-unsent';
  return findingByStatus[status] ?? (status >= 500 ? 'post-away' : 'post-refused');
}

export const testPostNotice =
  'Because of --post, the doctor sends one test post to each channel in the store. It says only that it is a test.';

/** One test post in each channel of the store, as the server does and never twice. */
export async function sendTestPosts(
  { targets }: Pick<Store, 'targets'>,
  settings: ProductionSettings,
  authenticationOptions: AuthenticationOptions,
  deadlineMs: number,
  { addFinding, addFact }: CheckOutput,
): Promise<void> {
  const authentication = createTeamsAuthentication(settings, authenticationOptions);
  const connectionTo = createAllowedConnections(settings, { authentication, deadlineMs });
  const postedConversations = new Set<string>();
  for (const { name, conversationId, serviceUrl, tenantId } of await targets.all()) {
    // A channel of several alert targets gets one post.
    if (postedConversations.has(conversationId)) continue;
    postedConversations.add(conversationId);
    try {
      await connectionTo(serviceUrl).post(conversationId, tenantId, testPost());
      addFact(`A test post arrived in the channel for ${targetLabels[name]}.`);
    } catch (error) {
      addFinding(createFinding(postErrorFinding(error), targetLabels[name]));
    }
  }
}
