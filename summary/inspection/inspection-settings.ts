import type { Language } from '../../core/model/language.ts';
import { translate, type WordKey } from '../../words/cards/translate.ts';

export interface InspectionSettings {
  /** Days from receipt; missing if none is set. */
  readonly acknowledgeDays?: number;
  readonly triageDays?: number;
  readonly updateDays?: number;
  /** Days from the decision; missing if none is set. */
  readonly referralDays?: number;
  readonly reviewYears: number;
  readonly custodiansNeeded: number;
  readonly opensWithoutRequest: boolean;
  readonly writesToReporters: boolean;
  readonly handlers?: number;
  readonly reserve?: number;
  readonly custodians?: number;
}
export type InspectionSetting = keyof InspectionSettings;

interface SettingDescription {
  readonly name: string;
  readonly label: WordKey;
  readonly unit?: WordKey;
}
const settingDescriptions: Readonly<Record<InspectionSetting, SettingDescription>> = {
  acknowledgeDays: { name: 'ACKNOWLEDGE_TARGET_DAYS', label: 'inspection.acknowledgeDays', unit: 'inspection.days' },
  triageDays: { name: 'TRIAGE_TARGET_DAYS', label: 'inspection.triageDays', unit: 'inspection.days' },
  updateDays: { name: 'UPDATE_TARGET_DAYS', label: 'inspection.updateDays', unit: 'inspection.days' },
  referralDays: { name: 'REFERRAL_TARGET_DAYS', label: 'inspection.referralDays', unit: 'inspection.days' },
  reviewYears: { name: 'REVIEW_YEARS', label: 'inspection.reviewYears', unit: 'inspection.years' },
  custodiansNeeded: { name: 'IDENTITY_CUSTODIANS', label: 'inspection.custodiansNeeded' },
  opensWithoutRequest: { name: 'IDENTITY_WITHOUT_REQUEST', label: 'inspection.opensWithoutRequest' },
  writesToReporters: { name: 'MESSAGES_TO_REPORTERS', label: 'inspection.writesToReporters' },
  handlers: { name: 'ROLE_HANDLERS', label: 'inspection.handlers' },
  reserve: { name: 'ROLE_RESERVE', label: 'inspection.reserve' },
  custodians: { name: 'ROLE_CUSTODIANS', label: 'inspection.custodians' },
};

export interface SettingAnswer {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

export function settingAnswer(
  settings: InspectionSettings,
  setting: InspectionSetting,
  language: Language,
): SettingAnswer {
  const { name, label, unit } = settingDescriptions[setting];
  const value = settings[setting];
  const text = ((): string => {
    if (value === undefined) return translate(language, 'inspection.notSet');
    if (typeof value === 'boolean') return translate(language, value ? 'inspection.yes' : 'inspection.no');
    return unit === undefined ? String(value) : translate(language, unit, { count: value });
  })();
  return { name, label: translate(language, label), value: text };
}
