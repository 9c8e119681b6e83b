import { canonicalJson } from '../terms/canonical-json.ts';
import { retried } from './repeats.ts';
import type { AlertTarget, AlertTargets, TargetName } from '../records/alert-targets.ts';
import type { Clock } from '../terms/clock.ts';
import type { Role } from '../terms/directory.ts';
import type { SettingsHistory } from '../ports/settings-history.ts';
import { StoreError } from '../ports/store-error.ts';
import { OverBudgetError } from '../ports/work-budget.ts';
import type { PersonId } from '../terms/person-id.ts';
import type { KeyGroup } from '../terms/recipients.ts';
import {
  isReadableBefore,
  type NewSetting,
  nextSetting,
  type NotedPartner,
  type NotedTarget,
  notedTargetSchema,
  type SettingEntry,
  type SettingKind,
} from '../records/setting-record.ts';

export interface SettingsHistoryDependencies {
  readonly targets: AlertTargets;
  readonly settings: SettingsHistory;
  readonly clock: Clock;
  /** Told that the history cannot be read, so that nothing was noted. Alerts go on: an audit finds it. */
  readonly onUnreadable: () => void;
}

/** The channels of alerts, each change of which stands in the history of the settings before it is made. */
export interface NotedTargets extends Pick<AlertTargets, 'read' | 'all'> {
  /** Sets a target. `by` is missing where Teams or the settings say so, and no person. Throws StoreError. */
  write(target: AlertTarget, by?: { readonly objectId: PersonId }): Promise<void>;
  /** Notes that a person has a channel told of its summary no more; the channel itself stays set. Throws StoreError. */
  noteStopped(target: AlertTarget, by: { readonly objectId: PersonId }): Promise<void>;
}

const same = (one: unknown, other: unknown): boolean => canonicalJson([one]) === canonicalJson([other]);

const lastEntry = (entries: readonly SettingEntry[], name: TargetName): SettingEntry | undefined =>
  entries.findLast(({ detail }) => detail.target?.name === name);

/** The channel as the history has it last, `undefined` where it says nothing of it. */
export const lastTarget = (entries: readonly SettingEntry[], name: TargetName): NotedTarget | undefined =>
  lastEntry(entries, name)?.detail.target;

/** Whether a channel stands as the history has it last. */
export const isAsNoted = (entries: readonly SettingEntry[], target: AlertTarget): boolean =>
  same(lastTarget(entries, target.name), notedTargetSchema.parse(target));

function kindOf(before: NotedTarget | undefined, target: NotedTarget): SettingKind {
  if (before?.conversationId !== target.conversationId) return 'targetSet';
  if (before.lost !== target.lost) return target.lost ? 'targetLost' : 'targetFound';
  return 'targetRefreshed';
}

/**
 * Adds what comes of the entries that stand, where something does, and returns its sequence. A history that cannot be read
 * is left as it is.
 */
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

/** A channel that stands by an entry of the history, or by none. */
const standingBy = ({ noted: _before, ...target }: AlertTarget, noted: number | undefined): AlertTarget => ({
  ...target,
  ...(noted !== undefined && { noted }),
});

/** The channels of a store with their history. Where the write fails after its entry, the next start makes it good. */
export const notedTargets = (deps: SettingsHistoryDependencies): NotedTargets => ({
  read: (name) => deps.targets.read(name),
  all: () => deps.targets.all(),
  async write(target, by) {
    const noted = notedTargetSchema.parse(target);
    let alike: number | undefined;
    const added = await note(deps, (entries) => {
      const last = lastEntry(entries, target.name);
      const before = last?.detail.target;
      // Who set a channel anew is noted also where it stays as it was.
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
 * Begins the history of a store's channels, and puts right what stands otherwise than it says: an entry whose write
 * failed, or a channel that somebody changed or removed behind it. A server of before may have set a channel in a history
 * that it could not read: that is the newest setting, stays, and is noted. Returns those that were put right and those
 * that were noted so. Throws StoreError.
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
    // What a server of this version sets says so: without it, it was set by one of before.
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

/** Notes whom reports are sealed to and who holds which role by the settings, where that is not what was noted last. */
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

/** The kinds of entry that a partner leaves. */
export type PartnerSetting = Extract<
  SettingKind,
  'organisationNamed' | 'organisationRenamed' | 'partnerInvited' | 'invitationRenewed' | 'invitationRevoked'
>;

/**
 * Notes what an admin does to a partner, before it is done: nobody invites anybody unseen by the other admins. Throws
 * StoreError.
 */
export const notePartner = (
  deps: Omit<SettingsHistoryDependencies, 'targets'>,
  kind: PartnerSetting,
  by: PersonId,
  partner: NotedPartner,
): Promise<void> => note(deps, () => ({ kind, by: { objectId: by }, detail: { partner } })).then(() => undefined);

/** How long those who wrap keys are counted together, in milliseconds. */
const wrappingMs = 3_600_000;
/** For so many one person wraps keys in that time, far more than a rotation takes: each leaves something in the history. */
const mostWrapped = 500;

/**
 * Notes that somebody puts the key of a group into envelopes for people, before it is done. Returns how many they did in
 * the last hour, these among them, and how many of those were before these. Throws StoreError, and
 * OverBudgetError where they are more than anybody does, and notes nothing then.
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
