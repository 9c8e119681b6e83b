import type { AuditedTargets } from '../../core/casework/settings-history.ts';
import type { AlertTiming } from '../../core/model/alert-record.ts';
import { targetDefinitions, isAlertChannel, type TargetName, targetNames } from '../../core/model/alert-targets.ts';
import { parseHolidayChanges, parseStaffedHours, type StaffedHours } from '../../core/model/staffed-hours.ts';
import type { Language } from '../../core/model/language.ts';
import type { SendingTime } from '../../summary/sending-schedule.ts';
import { clouds } from './clouds.ts';
import { type ParsedSettings, requireSetting, type SettingName } from './settings-schema.ts';
import { mayPostSummary, summaryAudience } from '../../core/model/permissions.ts';

export interface AlertSettings {
  readonly channels: ChannelIds & Readonly<Record<'acu', string>>;
  /** Notified if no one of the reserve may see a case of theirs; it gets nothing else. */
  readonly office: string | undefined;
  readonly serviceUrl: string;
  readonly language: Language;
  readonly showsKind: boolean;
  readonly timing: AlertTiming;
  readonly pollSeconds: number;
  /** For an urgent alert that no one acknowledged. */
  readonly repeatMinutes: number;
  readonly repeats: number;
  /** For an acknowledged alert whose case no one opened. */
  readonly openMinutes: number;
  readonly pendingWorkNotices: boolean;
  readonly staffedHours: StaffedHours;
  /** The hour from which daily counts are posted, 0 to 23; `undefined` for none. */
  readonly dailyCountHour: number | undefined;
  readonly summaryTime: SendingTime;
}

export const alertServiceUrl = (settings: Pick<ParsedSettings, 'ALERT_SERVICE_URL' | 'BOT_CLOUD'>): string =>
  settings.ALERT_SERVICE_URL ?? clouds[settings.BOT_CLOUD].serviceUrl;

export const parseStaffedHoursSettings = (
  settings: Pick<ParsedSettings, 'STAFFED_HOURS' | 'HOLIDAYS_CHANGED' | 'TIME_ZONE'>,
): StaffedHours => ({
  rows: settings.STAFFED_HOURS === undefined ? undefined : parseStaffedHours(settings.STAFFED_HOURS),
  holidays: parseHolidayChanges(settings.HOLIDAYS_CHANGED) ?? { added: [], removed: [] },
  timeZone: settings.TIME_ZONE,
});

export const parseAlertSettings = (settings: ParsedSettings): AlertSettings => ({
  channels: {
    ...channelIds(settings),
    acu: requireSetting(settings, 'ALERT_TARGET_ACU'),
  },
  office: settings.ALERT_TARGET_OFFICE,
  serviceUrl: alertServiceUrl(settings),
  language: settings.ALERT_TARGET_LANGUAGE,
  showsKind: settings.ALERT_DETAIL === 'kind',
  timing: settings.ALERT_TIMING,
  pollSeconds: settings.ALERT_POLL_SECONDS,
  repeatMinutes: settings.URGENT_REPEAT_MINUTES,
  repeats: settings.URGENT_REPEATS,
  openMinutes: settings.URGENT_OPEN_MINUTES ?? settings.URGENT_REPEAT_MINUTES,
  staffedHours: parseStaffedHoursSettings(settings),
  pendingWorkNotices: settings.WAITING_LINES === 'yes',
  dailyCountHour: settings.DAILY_COUNT_HOUR,
  summaryTime: { day: settings.SUMMARY_DAY, hour: settings.SUMMARY_HOUR },
});

/** Sets the channels of the settings unless someone set one in Teams. Throws StoreError. */
export async function seedTargets(targets: AuditedTargets, alerts: AlertSettings, tenantId: string): Promise<void> {
  for (const name of targetNames) {
    const conversationId = alerts.channels[name];
    if (conversationId === undefined || (await targets.read(name)) !== undefined) continue;
    await targets.write({
      name,
      conversationId,
      serviceUrl: alerts.serviceUrl,
      tenantId,
      language: alerts.language,
      lost: false,
    });
  }
}

const channelSettingNames = {
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

type ChannelIds = Readonly<Partial<Record<TargetName, string>>>;

type ChannelSettings = Partial<Pick<ParsedSettings, (typeof channelSettingNames)[TargetName] | 'ALERT_TARGET_OFFICE'>>;

function channelIds(settings: ChannelSettings): ChannelIds {
  const named: Partial<Record<TargetName, string>> = {};
  for (const name of targetNames) {
    const id = settings[channelSettingNames[name]];
    if (id !== undefined) named[name] = id;
  }
  return named;
}

/**
 * Settings whose channel breaks the rules of Teams' commands: the reserve's takes nothing else, and a restricted
 * summary goes only where its cases are discussed.
 */
export function checkChannelSettings(settings: ChannelSettings): readonly SettingName[] {
  const named = channelIds(settings);
  const ofAlerts = targetNames.flatMap((name) => {
    const conversationId = named[name];
    return conversationId !== undefined && isAlertChannel(name) ? [{ name, conversationId }] : [];
  });
  const isWrongSummaryChannel = (name: 'summaryAcu' | 'summaryReserve' | 'summaryWider'): boolean => {
    const [audience, conversationId] = [summaryAudience(name), named[name]];
    if (audience === undefined || conversationId === undefined) return false;
    return !mayPostSummary(audience, conversationId, ofAlerts);
  };
  const isShared = (name: 'reserve' | 'reserveOnCall'): boolean =>
    ofAlerts.some(
      (other) => targetDefinitions[other.name].handledBy !== 'reserve' && other.conversationId === named[name],
    );
  const office = settings.ALERT_TARGET_OFFICE;
  const isOfficeShared = office !== undefined && Object.values(named).includes(office);
  return [
    ...(isOfficeShared ? (['ALERT_TARGET_OFFICE'] as const) : []),
    ...(['reserve', 'reserveOnCall'] as const).filter(isShared).map((name) => channelSettingNames[name]),
    ...(['summaryAcu', 'summaryReserve', 'summaryWider'] as const)
      .filter((name) => isWrongSummaryChannel(name))
      .map((name) => channelSettingNames[name]),
  ];
}
