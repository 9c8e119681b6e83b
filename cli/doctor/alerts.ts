import { createListedConnections } from '../../bot/teams/allowed-connections.ts';
import type { AtMicrosoft, ProductionSettings } from '../../bot/config/server-settings.ts';
import { createServiceAddresses } from '../../bot/config/service-address.ts';
import { type AuthenticationSurroundings, createAuthentication } from '../../bot/teams/authentication.ts';
import { ChannelError } from '../../bot/teams/channel-connection.ts';
import { triedPost } from '../../bot/teams/channel-post.ts';
import { isPausedBy, type Store } from '../../core/ports/store.ts';
import { alertChannels, isOfAlerts, type TargetName } from '../../core/model/alert-targets.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { isAlwaysStaffed, type StaffedHours } from '../../core/model/staffed-hours.ts';
import { type FindingName, found } from './findings.ts';
import type { Tells } from './run-checks.ts';

const targetWords: Readonly<Record<TargetName, string>> = {
  acu: 'the unit’s alerts',
  acuSecond: 'the unit’s urgent alerts',
  acuOnCall: 'the unit’s alerts for somebody on call',
  reserve: 'the reserve’s alerts',
  reserveOnCall: 'the reserve’s alerts for somebody on call',
  admins: 'what admins are told',
  summaryAcu: 'the unit’s weekly summary',
  summaryReserve: 'the reserve’s weekly summary',
  summaryWider: 'the wider weekly summary',
};

const howMany = 50;

async function lookAtTargets({ targets }: Store, staffed: StaffedHours | undefined, { tell }: Tells): Promise<void> {
  const all = await targets.all();
  for (const name of ['acu', 'reserve'] as const) {
    if (!all.some((target) => target.name === name)) tell(found('target-missing', targetWords[name]));
  }
  if (staffed !== undefined && staffed.rows === undefined) tell(found('hours-unknown'));
  for (const name of ['acuOnCall', 'reserveOnCall'] as const) {
    const isNeeded = staffed?.rows === undefined || !isAlwaysStaffed(staffed.rows);
    if (isNeeded && !all.some((target) => target.name === name)) tell(found('on-call-missing', targetWords[name]));
  }
  for (const { name, lost } of all) if (lost) tell(found('target-lost', targetWords[name]));
  const ofReserve = all.filter(({ name }) => isOfAlerts(name) && alertChannels[name].of === 'reserve');
  for (const { name, conversationId } of all) {
    const isOther = isOfAlerts(name) && alertChannels[name].of !== 'reserve';
    if (isOther && ofReserve.some((one) => one.conversationId === conversationId))
      tell(found('targets-mixed', targetWords[name]));
  }
}

async function lookAtPlaces({ targets }: Store, isOfTeams: (address: string) => boolean, { tell }: Tells) {
  for (const { name, serviceUrl } of await targets.all())
    if (!isOfTeams(serviceUrl)) tell(found('target-elsewhere', targetWords[name]));
}

/** Looks where alerts go, whether some could not be posted, and whether some cannot be read. Posts nothing. */
export async function lookAtAlerts(
  store: Store,
  clock: Clock,
  {
    atMicrosoft: at,
    staffed,
  }: { readonly atMicrosoft: AtMicrosoft | undefined; readonly staffed: StaffedHours | undefined },
  tells: Tells,
): Promise<void> {
  const { tell } = tells;
  await lookAtTargets(store, staffed, tells);
  if (at !== undefined) await lookAtPlaces(store, createServiceAddresses(at.connector), tells);
  for (const group of ['acu', 'reserve'] as const) {
    const { failing } = await store.outbox.health(group);
    if (failing > 0) tell(found('alerts-failing', group === 'acu' ? 'the unit' : 'the reserve'));
  }
  if (isPausedBy((await store.dailyMarks.read('restored'))?.value)) tell(found('restore-paused'));
  if ((await store.outbox.due(clock(), howMany)).unreadable > 0) tell(found('alerts-unreadable'));
}

const byStatus: Readonly<Record<number, FindingName>> = {
  401: 'post-unauthorised',
  403: 'post-forbidden',
  404: 'post-no-channel',
  408: 'post-away',
  429: 'post-too-many',
};
const byCode: Readonly<Record<string, FindingName>> = { noAnswer: 'post-unheard', noSuchAnswer: 'post-odd' };

function findingOf(error: unknown): FindingName {
  if (!(error instanceof ChannelError)) return 'post-unsent';
  const { status, code } = error;
  if (status === undefined) return byCode[code] ?? 'post-unsent';
  return byStatus[status] ?? (status >= 500 ? 'post-away' : 'post-refused');
}

export const beforePosting =
  'As --post asks, one test post goes into each channel that the store has. It says that it is one, and nothing else.';

/** Makes one test post in each channel of the store, by the server's own way and never twice. */
export async function lookAtPosts(
  { targets }: Pick<Store, 'targets'>,
  whole: ProductionSettings,
  surroundings: AuthenticationSurroundings,
  deadlineMs: number,
  { tell, note }: Tells,
): Promise<void> {
  const authentication = createAuthentication(whole, surroundings);
  const connectionTo = createListedConnections(whole, { authentication, deadlineMs });
  const tried = new Set<string>();
  for (const { name, conversationId, serviceUrl, tenantId } of await targets.all()) {
    // Channels that serve several alert targets get one post.
    if (tried.has(conversationId)) continue;
    tried.add(conversationId);
    try {
      await connectionTo(serviceUrl).post(conversationId, tenantId, triedPost());
      note(`A test post is in the channel for ${targetWords[name]}.`);
    } catch (error) {
      tell(found(findingOf(error), targetWords[name]));
    }
  }
}
