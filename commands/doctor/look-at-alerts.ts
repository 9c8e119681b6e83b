import { alertChannels, isOfAlerts } from '../../concerns/records/alert-targets.ts';
import type { AtMicrosoft } from '../../bot/settings/server-settings.ts';
import { isPausedBy } from '../../concerns/ports/restore-mark.ts';
import { createServiceAddresses } from '../../bot/settings/service-address.ts';
import type { Store } from '../../concerns/ports/store.ts';
import { isAlwaysStaffed, type StaffedHours } from '../../concerns/terms/staffed-hours.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { found } from './finding.ts';
import { type OpenedStore, withOpened } from './opened-store.ts';
import type { Tells } from './run-checks.ts';
import { targetWords } from './target-words.ts';

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

/** Looks where alerts go, also while nobody looks at reports, whether some could not be posted, and whether some cannot be read. Nothing is posted. */
export const lookAtAlerts = (
  opening: Promise<OpenedStore>,
  clock: Clock,
  at: AtMicrosoft | undefined,
  staffed: StaffedHours | undefined,
) =>
  withOpened(opening, async (store, tells) => {
    await lookAtTargets(store, staffed, tells);
    if (at !== undefined) await lookAtPlaces(store, createServiceAddresses(at.connector), tells);
    for (const group of ['acu', 'reserve'] as const) {
      const { failing } = await store.outbox.health(group);
      if (failing > 0) tells.tell(found('alerts-failing', group === 'acu' ? 'the unit' : 'the reserve'));
    }
    if (isPausedBy((await store.dailyMarks.read('restored'))?.value)) tells.tell(found('restore-paused'));
    if ((await store.outbox.due(clock(), howMany)).unreadable > 0) tells.tell(found('alerts-unreadable'));
  });
