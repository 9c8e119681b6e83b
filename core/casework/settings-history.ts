import { canonicalJson } from '../model/digests.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import type { AlertTarget, AlertTargets, TargetName } from '../model/alert-targets.ts';
import type { Clock } from '../model/calendar.ts';
import type { PersonId, Role } from '../model/roles.ts';
import type { SettingsHistory } from '../ports/store.ts';
import { StoreError } from '../ports/store-error.ts';
import { OverBudgetError } from '../ports/work-budget.ts';
import type { CaseSample, RecordedSample, Month } from '../model/case-sample.ts';
import type { KeyGroup } from '../model/public-keys.ts';
import {
  isReadableByOlderVersions,
  type NewSettingEntry,
  nextSettingEntry,
  type SettingPartner,
  type SettingTarget,
  settingTargetSchema,
  type SettingEntry,
  type SettingEntryKind,
} from '../model/setting-entry.ts';

export interface SettingsHistoryDependencies {
  readonly targets: AlertTargets;
  readonly settings: SettingsHistory;
  readonly clock: Clock;
  /** The history is unreadable and nothing was recorded. Alerts go on: an audit finds it. */
  readonly onUnreadable: () => void;
}

/** Writes each change to the settings' history first. */
export interface AuditedTargets extends Pick<AlertTargets, 'read' | 'all'> {
  /** `by` is missing if Teams or the settings say so. Throws StoreError. */
  write(target: AlertTarget, by?: { readonly objectId: PersonId }): Promise<void>;
  recordStopped(target: AlertTarget, by: { readonly objectId: PersonId }): Promise<void>;
}

const isSameJson = (one: unknown, other: unknown): boolean => canonicalJson([one]) === canonicalJson([other]);

const lastEntry = (entries: readonly SettingEntry[], name: TargetName): SettingEntry | undefined =>
  entries.findLast(({ detail }) => detail.target?.name === name);

export const lastRecordedTarget = (entries: readonly SettingEntry[], name: TargetName): SettingTarget | undefined =>
  lastEntry(entries, name)?.detail.target;

export const isTargetAsRecorded = (entries: readonly SettingEntry[], target: AlertTarget): boolean =>
  isSameJson(lastRecordedTarget(entries, target.name), settingTargetSchema.parse(target));

function targetChangeKind(before: SettingTarget | undefined, target: SettingTarget): SettingEntryKind {
  if (before?.conversationId !== target.conversationId) return 'targetSet';
  if (before.lost !== target.lost) return target.lost ? 'targetLost' : 'targetFound';
  return 'targetRefreshed';
}

async function appendSetting(
  { settings, clock, onUnreadable }: Omit<SettingsHistoryDependencies, 'targets'>,
  decide: (entries: readonly SettingEntry[]) => NewSettingEntry | undefined,
): Promise<number | undefined> {
  try {
    let sequence: number | undefined;
    await retryOnConflict(async () => {
      const entries = await settings.all();
      const setting = decide(entries);
      if (setting === undefined) return 'added';
      const entry = nextSettingEntry(entries, setting, clock());
      const outcome = await settings.add(entry);
      sequence = entry.sequence;
      return outcome === 'exists' ? 'conflict' : outcome;
    });
    return sequence;
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'broken') throw error;
    onUnreadable();
    return undefined;
  }
}

const withSequence = ({ noted: _before, ...target }: AlertTarget, sequence: number | undefined): AlertTarget => ({
  ...target,
  ...(sequence !== undefined && { noted: sequence }),
});

/** If the write after an entry fails, the next start repairs it. */
export const createAuditedTargets = (deps: SettingsHistoryDependencies): AuditedTargets => ({
  read: (name) => deps.targets.read(name),
  all: () => deps.targets.all(),
  async write(target, by) {
    const noted = settingTargetSchema.parse(target);
    let unchangedSequence: number | undefined;
    const added = await appendSetting(deps, (entries) => {
      const last = lastEntry(entries, target.name);
      const before = last?.detail.target;
      unchangedSequence = by === undefined && isSameJson(before, noted) ? last?.sequence : undefined;
      if (unchangedSequence !== undefined) return undefined;
      const kind = targetChangeKind(before, noted);
      const isSet = by !== undefined && kind === 'targetRefreshed';
      return { kind: isSet ? 'targetSet' : kind, by: by ?? 'system', detail: { target: noted } };
    });
    await deps.targets.write(withSequence(target, added ?? unchangedSequence));
  },
  async recordStopped(target, by) {
    const detail = { target: settingTargetSchema.parse(target) };
    await appendSetting(deps, () => ({ kind: 'summaryStopped', by, detail }));
  },
});

/**
 * Starts the history of a store's channels, and repairs channels that differ from it. A channel set by an earlier
 * version that could not read the history is newer: it stays and is recorded. Throws StoreError.
 */
export async function reconcileTargets(
  deps: SettingsHistoryDependencies,
): Promise<{ readonly mended: readonly TargetName[]; readonly found: readonly TargetName[] }> {
  const mended: TargetName[] = [];
  const found: TargetName[] = [];
  const entries = await deps.settings.all().catch((error: unknown) => {
    if (!(error instanceof StoreError) || error.code !== 'broken') throw error;
    deps.onUnreadable();
    return undefined;
  });
  if (entries === undefined) return { mended, found };
  const stored = new Map((await deps.targets.all()).map((target) => [target.name, target]));
  const names = new Set([...stored.keys(), ...entries.flatMap(({ detail }) => detail.target?.name ?? [])]);
  for (const name of names) {
    const [target, noted] = [stored.get(name), lastRecordedTarget(entries, name)];
    const isSame = target !== undefined && isTargetAsRecorded(entries, target);
    // A target without an entry's number was set by an earlier version.
    const isSetBefore = target !== undefined && target.noted === undefined && !isReadableByOlderVersions(entries);
    if (target !== undefined && (noted === undefined || isSetBefore || (isSame && target.noted === undefined))) {
      await createAuditedTargets(deps).write(target);
      if (noted !== undefined && !isSame) found.push(name);
      continue;
    }
    if (noted === undefined || isSame) continue;
    const at = await appendSetting(deps, () => ({ kind: 'targetMended', by: 'system', detail: { target: noted } }));
    await deps.targets.write(withSequence(noted, at));
    mended.push(name);
  }
  return { mended, found };
}

const sortLists = <Name extends string>(lists: Readonly<Partial<Record<Name, readonly string[]>>>) =>
  Object.fromEntries(
    Object.entries<readonly string[] | undefined>(lists).map(([name, list]) => [name, [...(list ?? [])].sort()]),
  );

/** A force without supervisors can go back to a version that does not know them. */
const withoutEmptyNewerRoles = ({ supervisor = [], ...roles }: Readonly<Partial<Record<Role, readonly PersonId[]>>>) =>
  supervisor.length === 0 ? roles : { ...roles, supervisor };

export async function recordSettings(
  deps: SettingsHistoryDependencies,
  {
    recipients,
    roles,
  }: {
    readonly recipients: Readonly<Partial<Record<KeyGroup, readonly string[]>>>;
    readonly roles: Readonly<Partial<Record<Role, readonly PersonId[]>>>;
  },
): Promise<void> {
  const read = [
    { kind: 'recipientsRead', detail: { recipients: sortLists(recipients) } },
    { kind: 'rolesRead', detail: { roles: sortLists(withoutEmptyNewerRoles(roles)) } },
  ] as const;
  for (const { kind, detail } of read) {
    await appendSetting(deps, (entries) => {
      const last = entries.findLast((entry) => entry.kind === kind);
      return isSameJson(last?.detail, detail) ? undefined : { kind, by: 'system', detail };
    });
  }
}

export type PartnerSettingKind = Extract<
  SettingEntryKind,
  'organisationNamed' | 'organisationRenamed' | 'partnerInvited' | 'invitationRenewed' | 'invitationRevoked'
>;

/** Records an act on a partner before it is done: no admin invites unseen by the others. Throws StoreError. */
export const recordPartnerChange = (
  deps: Omit<SettingsHistoryDependencies, 'targets'>,
  kind: PartnerSettingKind,
  by: PersonId,
  partner: SettingPartner,
): Promise<void> =>
  appendSetting(deps, () => ({ kind, by: { objectId: by }, detail: { partner } })).then(() => undefined);

const wrapWindowMs = 3_600_000;
const maxWraps = 500;

/**
 * Records, before it is done, that someone wraps a group's key for people. Returns their counts of the last hour, with
 * and without these. Throws StoreError, and OverBudgetError beyond `maxWraps`.
 */
export async function recordKeyWraps(
  deps: Omit<SettingsHistoryDependencies, 'targets'>,
  by: PersonId,
  wrapped: { readonly group: KeyGroup; readonly people: readonly PersonId[] },
): Promise<{ readonly before: number; readonly now: number }> {
  let before = 0;
  await appendSetting(deps, (entries) => {
    const since = deps.clock().getTime() - wrapWindowMs;
    before = entries
      .filter((entry) => typeof entry.by === 'object' && entry.by.objectId === by && Date.parse(entry.at) > since)
      .reduce((count, { detail }) => count + (detail.wrapped?.people.length ?? 0), 0);
    if (before + wrapped.people.length > maxWraps) throw new OverBudgetError();
    return { kind: 'keysWrapped', by: { objectId: by }, detail: { wrapped } };
  });
  return { before, now: before + wrapped.people.length };
}

export const findSample = (entries: readonly SettingEntry[], month: Month): RecordedSample | undefined => {
  const entry = entries.find(({ kind, detail }) => kind === 'sampleDrawn' && detail.sample?.month === month);
  return entry?.detail.sample && typeof entry.by === 'object'
    ? { ...entry.detail.sample, by: entry.by.objectId, at: entry.at }
    : undefined;
};

/**
 * Records which cases were drawn for a month, unless some were: then those stay. The history is chained, so that an
 * audit finds a draw that was changed or taken out. Throws StoreError, `broken` if nothing could be recorded.
 */
export async function recordSample(
  deps: Omit<SettingsHistoryDependencies, 'targets'>,
  by: PersonId,
  sample: CaseSample,
): Promise<RecordedSample> {
  let drawn: RecordedSample | undefined;
  await appendSetting(deps, (entries) => {
    drawn = findSample(entries, sample.month);
    return drawn ? undefined : { kind: 'sampleDrawn', by: { objectId: by }, detail: { sample } };
  });
  drawn ??= findSample(await deps.settings.all(), sample.month);
  if (drawn === undefined) throw new StoreError('broken');
  return drawn;
}
