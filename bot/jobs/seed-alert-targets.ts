import { fingerprintOf } from '../../core/model/recipients.ts';
import {
  mendTargets,
  notedTargets,
  noteSettings,
  type SettingsHistoryDependencies,
} from '../../core/casework/settings-history.ts';
import { seedTargets } from '../config/alert-settings.ts';
import type { ServerSettings } from '../config/server-settings.ts';
import type { EventLog } from '../runtime/event-log.ts';

/**
 * Before the first turn: puts right the channels that differ from their history, sets those that only the settings
 * name, notes changed recipients and roles. Throws StoreError.
 */
export async function beginSettings(
  deps: SettingsHistoryDependencies,
  { tenantId, alerts, recipients, roles }: ServerSettings,
  log: EventLog,
): Promise<void> {
  const { mended, found } = await mendTargets(deps);
  for (const target of mended) log({ event: 'targetMended', target });
  for (const target of found) log({ event: 'targetSet', target });
  await seedTargets(notedTargets(deps), alerts, tenantId);
  await noteSettings(deps, {
    recipients: {
      acu: recipients.acu.map(fingerprintOf),
      recovery: recipients.recovery.map(fingerprintOf),
      reserve: recipients.reserve.map(fingerprintOf),
      custodians: recipients.custodians.map(fingerprintOf),
    },
    roles,
  });
}
