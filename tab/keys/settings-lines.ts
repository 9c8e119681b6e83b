import type { Recipients } from '../../concerns/terms/recipients.ts';
import type { HeldGroup } from './role-of-group.ts';

const settings = {
  acu: 'RECIPIENTS_ACU',
  reserve: 'RECIPIENTS_RESERVE',
  custodians: 'RECIPIENTS_CUSTODIANS',
} as const satisfies Record<HeldGroup, string>;

export function settingsLines(
  group: HeldGroup,
  recipient: string,
  { recipients, retired }: { readonly recipients: Recipients; readonly retired: readonly string[] },
): { readonly now: string; readonly before: string } {
  const past = new Set([...retired, ...recipients[group]]);
  past.delete(recipient);
  return { now: `${settings[group]}=${recipient}`, before: `RECIPIENTS_RETIRED=${[...past].join(',')}` };
}
