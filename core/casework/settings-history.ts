import { canonicalJson } from '../model/digests.ts';
import { retried } from './idempotency.ts';
import type { AlertTarget, AlertTargets, TargetName } from '../model/alert-targets.ts';
import type { Clock } from '../model/calendar.ts';
import type { PersonId, Role } from '../model/directory.ts';
import type { SettingsHistory } from '../ports/store.ts';
import { StoreError } from '../ports/store-error.ts';
import { OverBudgetError } from '../ports/work-budget.ts';
import type { KeyGroup } from '../model/recipients.ts';
import {
  isReadableBefore,
  type NewSetting,
  nextSetting,
  type NotedPartner,
  type NotedTarget,
  notedTargetSchema,
  type SettingEntry,
  type SettingKind,
} from '../model/setting-record.ts';

export interface SettingsHistoryDependencies {
  readonly targets: AlertTargets;
  readonly settings: SettingsHistory;
  readonly clock: Clock;
  /** Called if the history is unreadable and nothing was noted. Alerts go on: an audit finds it. */
  readonly onUnreadable: () => void;
}

/** Writes each change to the settings' history first. */
export interface NotedTargets extends Pick<AlertTargets, 'read' | 'all'> {
  /** `by` is missing if Teams or the settings say so. Throws StoreError. */
  write(target: AlertTarget, by?: { readonly objectId: PersonId }): Promise<void>;
  noteStopped(target: AlertTarget, by: { readonly objectId: PersonId }): Promise<void>;
}

const same = (one: unknown, other: unknown): boolean => canonicalJson([one]) === canonicalJson([other]);

const lastEntry = (entries: readonly SettingEntry[], name: TargetName): SettingEntry | undefined =>
  entries.findLast(({ detail }) => detail.target?.name === name);

export const lastTarget = (entries: readonly SettingEntry[], name: TargetName): NotedTarget | undefined =>
  lastEntry(entries, name)?.detail.target;

export const isAsNoted = (entries: readonly SettingEntry[], target: AlertTarget): boolean =>
  same(lastTarget(entries, target.name), notedTargetSchema.parse(target));

function kindOf(before: NotedTarget | undefined, target: NotedTarget): SettingKind {
  if (before?.conversationId !== target.conversationId) return 'targetSet';
  if (before.lost !== target.lost) return target.lost ? 'targetLost' : 'targetFound';
  return 'targetRefreshed';
}

async function note(
  { settings, clock, onUnreadable }: Omit<SettingsHistoryDependencies, 'targets'>,
  decide: (entries: readonly SettingEntry[]) => NewSetting | undefined,
): Promise<number | undefined> {
  try {
    let sequence: number | undefined;
    await retried(async () => {
      const entries = await settings.all();
      const setting = decide(entries);
      if (setting === undefined) return 'added';
      const entry = nextSetting(entries, setting, clock());
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

const standingBy = ({ noted: _before, ...target }: AlertTarget, noted: number | undefined): AlertTarget => ({
  ...target,
  ...(noted !== undefined && { noted }),
});

/** If the write after an entry fails, the next start repairs it. */
export const notedTargets = (deps: SettingsHistoryDependencies): NotedTargets => ({
  read: (name) => deps.targets.read(name),
  all: () => deps.targets.all(),
  async write(target, by) {
    const noted = notedTargetSchema.parse(target);
    let alike: number | undefined;
    const added = await note(deps, (entries) => {
      const last = lastEntry(entries, target.name);
      const before = last?.detail.target;
      alike = by === undefined && same(before, noted) ? last?.sequence : undefined;
      if (alike !== undefined) return undefined;
      const kind = kindOf(before, noted);
      const isSet = by !== undefined && kind === 'targetRefreshed';
      return { kind: isSet ? 'targetSet' : kind, by: by ?? 'system', detail: { target: noted } };
    });
    await deps.targets.write(standingBy(target, added ?? alike));
  },
  async noteStopped(target, by) {
    const detail = { target: notedTargetSchema.parse(target) };
    await note(deps, () => ({ kind: 'summaryStopped', by, detail }));
  },
});

/**
 * Starts the history of a store's channels, and repairs channels that differ from it. A channel set by an earlier
 * version that could not read the history is the newest setting, stays, and is noted. Throws StoreError.
 */
export async function mendTargets(
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
  const standing = new Map((await deps.targets.all()).map((target) => [target.name, target]));
  const names = new Set([...standing.keys(), ...entries.flatMap(({ detail }) => detail.target?.name ?? [])]);
  for (const name of names) {
    const [target, noted] = [standing.get(name), lastTarget(entries, name)];
    const isSame = target !== undefined && isAsNoted(entries, target);
    // Without an entry's number, an earlier version set it.
    const isSetBefore = target !== undefined && target.noted === undefined && !isReadableBefore(entries);
    if (target !== undefined && (noted === undefined || isSetBefore || (isSame && target.noted === undefined))) {
      await notedTargets(deps).write(target);
      if (noted !== undefined && !isSame) found.push(name);
      continue;
    }
    if (noted === undefined || isSame) continue;
    const at = await note(deps, () => ({ kind: 'targetMended', by: 'system', detail: { target: noted } }));
    await deps.targets.write(standingBy(noted, at));
    mended.push(name);
  }
  return { mended, found };
}

const sortedLists = <Name extends string>(lists: Readonly<Partial<Record<Name, readonly string[]>>>) =>
  Object.fromEntries(
    Object.entries<readonly string[] | undefined>(lists).map(([name, list]) => [name, [...(list ?? [])].sort()]),
  );

export async function noteSettings(
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
    { kind: 'recipientsRead', detail: { recipients: sortedLists(recipients) } },
    { kind: 'rolesRead', detail: { roles: sortedLists(roles) } },
  ] as const;
  for (const { kind, detail } of read) {
    await note(deps, (entries) => {
      const last = entries.findLast((entry) => entry.kind === kind);
      return same(last?.detail, detail) ? undefined : { kind, by: 'system', detail };
    });
  }
}

export type PartnerSetting = Extract<
  SettingKind,
  'organisationNamed' | 'organisationRenamed' | 'partnerInvited' | 'invitationRenewed' | 'invitationRevoked'
>;

/** Notes an act on a partner before it is done: no admin invites unseen by the others. Throws StoreError. */
export const notePartner = (
  deps: Omit<SettingsHistoryDependencies, 'targets'>,
  kind: PartnerSetting,
  by: PersonId,
  partner: NotedPartner,
): Promise<void> => note(deps, () => ({ kind, by: { objectId: by }, detail: { partner } })).then(() => undefined);

const wrappingMs = 3_600_000;
const mostWrapped = 500;

/**
 * Notes, before it is done, that someone wraps a group's key for people. Returns their count of the last hour, with and
 * without these. Throws StoreError, and OverBudgetError beyond `mostWrapped`.
 */
export async function noteWrapped(
  deps: Omit<SettingsHistoryDependencies, 'targets'>,
  by: PersonId,
  wrapped: { readonly group: KeyGroup; readonly people: readonly PersonId[] },
): Promise<{ readonly before: number; readonly now: number }> {
  let before = 0;
  await note(deps, (entries) => {
    const since = deps.clock().getTime() - wrappingMs;
    before = entries
      .filter((entry) => typeof entry.by === 'object' && entry.by.objectId === by && Date.parse(entry.at) > since)
      .reduce((count, { detail }) => count + (detail.wrapped?.people.length ?? 0), 0);
    if (before + wrapped.people.length > mostWrapped) throw new OverBudgetError();
    return { kind: 'keysWrapped', by: { objectId: by }, detail: { wrapped } };
  });
  return { before, now: before + wrapped.people.length };
}
