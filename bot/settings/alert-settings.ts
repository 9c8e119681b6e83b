import type { NotedTargets } from '../../concerns/casework/settings-history.ts';
import type { AlertTiming } from '../../concerns/records/alert-schedule.ts';
import { targetNames } from '../../concerns/records/alert-targets.ts';
import { parseHolidayChanges, parseStaffedHours, type StaffedHours } from '../../concerns/terms/staffed-hours.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { channelsIn, type NamedChannels } from './channel-settings.ts';
import type { SendingTime } from '../../summary/weeks-to-send.ts';
import { clouds } from './clouds.ts';
import { type NamedSettings, needed } from './settings-schema.ts';

/** The settings of alerts. */
export interface AlertSettings {
  /** The channels that they name: that of the unit always. */
  readonly channels: NamedChannels & Readonly<Record<'acu', string>>;
  /** The channel of the office that is told if nobody of the reserve may see a case of theirs; nothing else comes there. */
  readonly office: string | undefined;
  /** The address of the connector that is taken where Teams has named none. */
  readonly serviceUrl: string;
  readonly language: Language;
  /** Whether an alert names the kind of concern beside the reference. */
  readonly namesKind: boolean;
  readonly timing: AlertTiming;
  readonly pollSeconds: number;
  /** When an urgent alert that nobody acknowledged is posted again, and how often. */
  readonly repeatMinutes: number;
  readonly repeats: number;
  /** When an urgent alert comes again that somebody acknowledged if nobody has opened its case, in minutes. */
  readonly openMinutes: number;
  /** Whether the bot tells those with a role, one by one, that something waits for them. */
  readonly waitingLines: boolean;
  /** When those who handle reports look at them. */
  readonly staffed: StaffedHours;
  /** The hour of the day from which daily counts are told, 0 to 23; none are told where it is missing. */
  readonly dailyCountHour: number | undefined;
  /** When the summary of a week that is over is sent. */
  readonly summaryTime: SendingTime;
}

/** Where the connector is asked first: the address that is set, or that of the cloud. */
export const serviceUrlIn = (settings: Pick<NamedSettings, 'ALERT_SERVICE_URL' | 'BOT_CLOUD'>): string =>
  settings.ALERT_SERVICE_URL ?? clouds[settings.BOT_CLOUD].serviceUrl;

/** When those who handle reports look at them, by the settings. */
export const staffedIn = (
  settings: Pick<NamedSettings, 'STAFFED_HOURS' | 'HOLIDAYS_CHANGED' | 'TIME_ZONE'>,
): StaffedHours => ({
  rows: settings.STAFFED_HOURS === undefined ? undefined : parseStaffedHours(settings.STAFFED_HOURS),
  holidays: parseHolidayChanges(settings.HOLIDAYS_CHANGED) ?? { added: [], removed: [] },
  timeZone: settings.TIME_ZONE,
});

/** Reads what the settings say of alerts. Throws SettingsError where a channel that must be set is not. */
export const alertsIn = (settings: NamedSettings): AlertSettings => ({
  channels: {
    ...channelsIn(settings),
    acu: needed(settings, 'ALERT_TARGET_ACU'),
  },
  office: settings.ALERT_TARGET_OFFICE,
  serviceUrl: serviceUrlIn(settings),
  language: settings.ALERT_TARGET_LANGUAGE,
  namesKind: settings.ALERT_DETAIL === 'kind',
  timing: settings.ALERT_TIMING,
  pollSeconds: settings.ALERT_POLL_SECONDS,
  repeatMinutes: settings.URGENT_REPEAT_MINUTES,
  repeats: settings.URGENT_REPEATS,
  openMinutes: settings.URGENT_OPEN_MINUTES ?? settings.URGENT_REPEAT_MINUTES,
  staffed: staffedIn(settings),
  waitingLines: settings.WAITING_LINES === 'yes',
  dailyCountHour: settings.DAILY_COUNT_HOUR,
  summaryTime: { day: settings.SUMMARY_DAY, hour: settings.SUMMARY_HOUR },
});

/** Sets the channels that the settings name and nobody has set by mention: what was set in Teams stands. Throws StoreError. */
export async function seedTargets(targets: NotedTargets, alerts: AlertSettings, tenantId: string): Promise<void> {
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
