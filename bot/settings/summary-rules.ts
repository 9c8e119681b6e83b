import type { DisclosureRule } from '../../summary/week-figures.ts';
import type { Config } from './config.ts';

/** The rules of the weekly summary that the settings give. */
export const summaryRules = (
  config: Config,
): { readonly timeZone: string; readonly targetDays: number | undefined; readonly rule: DisclosureRule } => ({
  timeZone: config.TIME_ZONE,
  targetDays: config.ACKNOWLEDGE_TARGET_DAYS,
  rule: { smallCount: config.SUMMARY_SMALL_COUNT, hideZero: config.SUMMARY_HIDE_ZERO === 'yes' },
});
