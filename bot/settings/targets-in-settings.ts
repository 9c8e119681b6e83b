import type { TargetName } from '../../concerns/records/alert-targets.ts';
import type { NotedTargets } from '../../concerns/casework/settings-history.ts';
import type { Config } from './config.ts';

/** Sets the targets that the settings name and nobody has set by mention: what was set in Teams stands. Throws StoreError. */
export async function seedTargets(targets: NotedTargets, config: Config, tenantId: string): Promise<void> {
  const named: readonly (readonly [TargetName, string | undefined])[] = [
    ['acu', config.ALERT_TARGET_ACU],
    ['acuSecond', config.ALERT_TARGET_ACU_SECOND],
    ['reserve', config.ALERT_TARGET_RESERVE],
    ['admins', config.ALERT_TARGET_ADMINS],
  ];
  for (const [name, conversationId] of named) {
    if (conversationId === undefined || (await targets.read(name)) !== undefined) continue;
    await targets.write({
      name,
      conversationId,
      serviceUrl: config.ALERT_SERVICE_URL,
      tenantId,
      language: config.ALERT_TARGET_LANGUAGE,
      lost: false,
    });
  }
}
