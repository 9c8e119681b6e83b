import { alertChannels, isOfAlerts, type TargetName, targetNames } from '../../concerns/records/alert-targets.ts';
import { maySummariseIn, summaryOf } from '../../concerns/records/permissions.ts';
import type { NamedSettings, SettingName } from './settings-schema.ts';

const channelSettings = {
  acu: 'ALERT_TARGET_ACU',
  acuSecond: 'ALERT_TARGET_ACU_SECOND',
  acuOnCall: 'ALERT_TARGET_ACU_ON_CALL',
  reserve: 'ALERT_TARGET_RESERVE',
  reserveOnCall: 'ALERT_TARGET_RESERVE_ON_CALL',
  admins: 'ALERT_TARGET_ADMINS',
  summaryAcu: 'SUMMARY_TARGET_ACU',
  summaryReserve: 'SUMMARY_TARGET_RESERVE',
  summaryWider: 'SUMMARY_TARGET_WIDER',
} as const satisfies Readonly<Record<TargetName, string>>;

export type NamedChannels = Readonly<Partial<Record<TargetName, string>>>;

type ChannelSettings = Partial<Pick<NamedSettings, (typeof channelSettings)[TargetName] | 'ALERT_TARGET_OFFICE'>>;

export function channelsIn(settings: ChannelSettings): NamedChannels {
  const named: Partial<Record<TargetName, string>> = {};
  for (const name of targetNames) {
    const id = settings[channelSettings[name]];
    if (id !== undefined) named[name] = id;
  }
  return named;
}

/**
 * Settings whose channel may not get what they name it for, by the rules of Teams' commands: the reserve's takes
 * nothing else, and a restricted summary goes only where its cases are discussed.
 */
export function problemsWithChannels(settings: ChannelSettings): readonly SettingName[] {
  const named = channelsIn(settings);
  const ofAlerts = targetNames.flatMap((name) => {
    const conversationId = named[name];
    return conversationId !== undefined && isOfAlerts(name) ? [{ name, conversationId }] : [];
  });
  const wrong = (name: 'summaryAcu' | 'summaryReserve' | 'summaryWider'): boolean => {
    const [audience, conversationId] = [summaryOf(name), named[name]];
    if (audience === undefined || conversationId === undefined) return false;
    return !maySummariseIn(audience, conversationId, ofAlerts);
  };
  const isShared = (name: 'reserve' | 'reserveOnCall'): boolean =>
    ofAlerts.some((other) => alertChannels[other.name].of !== 'reserve' && other.conversationId === named[name]);
  const office = settings.ALERT_TARGET_OFFICE;
  const isOfficeShared = office !== undefined && Object.values(named).includes(office);
  return [
    ...(isOfficeShared ? (['ALERT_TARGET_OFFICE'] as const) : []),
    ...(['reserve', 'reserveOnCall'] as const).filter(isShared).map((name) => channelSettings[name]),
    ...(['summaryAcu', 'summaryReserve', 'summaryWider'] as const)
      .filter((name) => wrong(name))
      .map((name) => channelSettings[name]),
  ];
}
