import { type Break, checkAgainst, type Head, verifySettings } from '../concerns/casework/audit.ts';
import { type AlertTargets, type TargetName, targetNames } from '../concerns/records/alert-targets.ts';
import type { SettingsHistory } from '../concerns/ports/settings-history.ts';
import { StoreError } from '../concerns/ports/store-error.ts';
import type { SettingEntry } from '../concerns/records/setting-record.ts';
import { isAsNoted, lastTarget } from '../concerns/casework/settings-history.ts';

export type SettingsFinding =
  | { readonly sequence: number; readonly why: Break | 'unreadable' | 'cut' | 'replaced' }
  | { readonly target: TargetName };

export interface SettingsAudit {
  readonly entries: readonly SettingEntry[];
  readonly findings: readonly SettingsFinding[];
  /** A channel without a history gets one at the server's next start. */
  readonly isToBegin: boolean;
}

export interface SettingsAuditDependencies {
  readonly settings: SettingsHistory;
  readonly targets: AlertTargets;
}

/** The server may write meanwhile: a mismatch is read again before it is called wrong. */
const looks = 3;

async function differing({ settings, targets }: SettingsAuditDependencies): Promise<readonly TargetName[]> {
  const [entries, standing] = [await settings.all(), await targets.all()];
  return targetNames.filter((name) => {
    const target = standing.find((one) => one.name === name);
    return target === undefined ? lastTarget(entries, name) !== undefined : !isAsNoted(entries, target);
  });
}

/** Checks the history of the settings, against its anchored head if there is one. Throws StoreError. */
export async function auditSettings(deps: SettingsAuditDependencies, head: Head | undefined): Promise<SettingsAudit> {
  let entries: readonly SettingEntry[];
  try {
    entries = await deps.settings.all();
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'broken') throw error;
    return { entries: [], findings: [{ sequence: 1, why: 'unreadable' }], isToBegin: false };
  }
  const verdict = verifySettings(entries);
  const against = head && checkAgainst(head, entries);
  let differ = entries.length === 0 ? [] : await differing(deps);
  for (let look = 1; look < looks && differ.length > 0; look += 1) differ = await differing(deps);
  return {
    entries,
    findings: [
      ...(verdict === 'whole' ? [] : [{ sequence: verdict.brokenAt, why: verdict.why }]),
      ...(head && against && against !== 'stands' ? [{ sequence: head.sequence, why: against }] : []),
      ...differ.map((target) => ({ target })),
    ],
    isToBegin: entries.length === 0 && (await deps.targets.all()).length > 0,
  };
}

export function settingLine({ sequence, at, kind, by, detail }: SettingEntry): string {
  const { target, wrapped } = detail;
  const what = target ? ` ${target.name}` : wrapped ? ` ${wrapped.group} for ${wrapped.people.join(', ')}` : '';
  return `${sequence} ${at} ${kind}${what} by ${typeof by === 'string' ? by : by.objectId}`;
}
