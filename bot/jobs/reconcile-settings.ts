import { keyFingerprint } from '../../core/model/public-keys.ts';
import {
  reconcileTargets,
  createAuditedTargets,
  recordSettings,
  type SettingsHistoryDependencies,
} from '../../core/casework/settings-history.ts';
import { seedTargets } from '../config/alert-settings.ts';
import type { ServerSettings } from '../config/server-settings.ts';
import type { EventLog } from '../runtime/event-log.ts';

/**
 * Before the first turn: corrects channels by their history, sets those that only the settings name, notes changed
 * recipients and roles. Throws StoreError.
 */
export async function reconcileSettings(
  deps: SettingsHistoryDependencies,
  { tenantId, alerts, recipients, roles }: ServerSettings,
  log: EventLog,
): Promise<void> {
  const { mended, found } = await reconcileTargets(deps);
  for (const target of mended) log({ event: 'targetMended', target });
  for (const target of found) log({ event: 'targetSet', target });
  await seedTargets(createAuditedTargets(deps), alerts, tenantId);
  await recordSettings(deps, {
    recipients: {
      acu: recipients.acu.map(keyFingerprint),
      recovery: recipients.recovery.map(keyFingerprint),
      reserve: recipients.reserve.map(keyFingerprint),
      custodians: recipients.custodians.map(keyFingerprint),
    },
    roles,
  });
}
