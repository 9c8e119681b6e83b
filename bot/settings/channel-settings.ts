import { z } from 'zod';
import { type TargetName, targetNames } from '../../concerns/records/alert-targets.ts';

/** Which setting names each channel of alerts. */
const channelSettings = {
  acu: 'ALERT_TARGET_ACU',
  acuSecond: 'ALERT_TARGET_ACU_SECOND',
  reserve: 'ALERT_TARGET_RESERVE',
  admins: 'ALERT_TARGET_ADMINS',
  summaryAcu: 'SUMMARY_TARGET_ACU',
  summaryReserve: 'SUMMARY_TARGET_RESERVE',
  summaryWider: 'SUMMARY_TARGET_WIDER',
} as const satisfies Readonly<Record<TargetName, string>>;

const channel = z.string().optional();
/** The schema that reads each of them. */
export const channelsShape = {
  ALERT_TARGET_ACU: channel,
  ALERT_TARGET_ACU_SECOND: channel,
  ALERT_TARGET_RESERVE: channel,
  ALERT_TARGET_ADMINS: channel,
  SUMMARY_TARGET_ACU: channel,
  SUMMARY_TARGET_RESERVE: channel,
  SUMMARY_TARGET_WIDER: channel,
};

export type NamedChannels = Readonly<Partial<Record<TargetName, string>>>;

/** The channels that the settings name, by their ids in Teams. */
export function channelsIn(
  settings: { readonly [Name in keyof typeof channelsShape]?: string | undefined },
): NamedChannels {
  const named: Partial<Record<TargetName, string>> = {};
  for (const name of targetNames) {
    const id = settings[channelSettings[name]];
    if (id !== undefined) named[name] = id;
  }
  return named;
}
