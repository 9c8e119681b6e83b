import { randomBytes } from 'node:crypto';
import type { Deployment } from '../../bot/settings/checks/deployment.ts';
import { troublesOfStore } from '../../bot/settings/checks/store-troubles.ts';
import { openStore } from '../../bot/settings/open-store.ts';
import type { StoreSettings } from '../../bot/settings/store-settings.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { Store } from '../../concerns/ports/store.ts';
import type { Clock, Monotonic } from '../../concerns/terms/clock.ts';
import { withinDeadline } from '../../conversations/deadline.ts';
import { lookAtAccount } from '../../storage/cosmos/look-at-cosmos.ts';
import { standingLayout } from '../../storage/sqlite/schema.ts';
import { type Finding, found } from './findings.ts';
import { isOpenToOthers } from './look-at-files.ts';
import { refusedBy, type Tells } from './run-checks.ts';

export type OpenedStore =
  | { readonly kind: 'open'; readonly store: Store }
  | { readonly kind: 'shut'; readonly findings: readonly Finding[] };

const shut = (...findings: readonly Finding[]): OpenedStore => ({ kind: 'shut', findings });

async function opened({ store: settings, withoutPlace }: Deployment, clock: Clock): Promise<OpenedStore> {
  if (settings === undefined) return shut(found('not-looked-at', 'a setting for it'));
  const troubles = await troublesOfStore(settings);
  if (troubles.length > 0) return shut(...troubles.map(({ sentence }) => found('store-wrong', withoutPlace(sentence))));
  if (settings.kind === 'sqlite') {
    const layout = standingLayout(settings.path);
    // Opening would make a missing store, and migrate an older one.
    if (layout !== 'ready') return shut(found(layout === 'none' ? 'store-not-made' : 'store-older'));
  }
  try {
    const store = await openStore(settings, clock);
    try {
      await store.expectReadable();
      return { kind: 'open', store };
    } catch (error) {
      await store.close();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return shut(refusedBy(error));
  }
}

/** Opens the store of the settings if it exists. A hang or an error is a finding. Never rejects. */
export const openedStore = (
  deployment: Deployment,
  clock: Clock,
  deadlineMs: number,
  around: (store: Store) => Store = (store) => store,
): Promise<OpenedStore> =>
  withinDeadline(
    deadlineMs,
    async () => {
      const found = await opened(deployment, clock);
      return found.kind === 'open' ? { kind: 'open', store: around(found.store) } : found;
    },
    () => shut(found('check-late')),
  );

/** A person waits for several of these at each card. In milliseconds. */
const slowMs = 750;
const accountMs = 10_000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

async function tryDraft(store: Store, clock: Clock, { tell }: Tells): Promise<void> {
  const id = `doctor-${randomBytes(16).toString('hex')}`;
  const sealed = randomBytes(1_024).toString('base64');
  const expiresAt = new Date(clock().getTime() + 10 * minuteMs);
  await store.drafts.save({ id, sealed, expiresAt });
  try {
    const read = await store.drafts.read(id, clock());
    if (read?.sealed !== sealed) tell(found('store-not-as-written'));
  } finally {
    await store.drafts.remove(id);
  }
  if ((await store.drafts.read(id, clock())) !== undefined) tell(found('store-keeps-removed'));
}

async function tryMark({ paces }: Store, clock: Clock, { tell }: Tells): Promise<void> {
  const name = `doctor-${randomBytes(16).toString('hex')}`;
  const until = clock().getTime() + minuteMs;
  const hour = Math.ceil(until / hourMs) * hourMs;
  await paces.write({ name, until, hour }, undefined);
  const first = await paces.read(name);
  const isWritten = first !== undefined && (await paces.write({ name, until: until + 1, hour }, first.version));
  if (!isWritten || (await paces.read(name))?.value.until !== until + 1) {
    tell(found('store-not-as-written'));
    return;
  }
  if (await paces.write({ name, until: until + 2, hour }, first.version)) tell(found('store-writes-over'));
}

/** The median of five, in milliseconds. */
async function middleOf(look: () => Promise<unknown>, monotonic: Monotonic): Promise<number> {
  const times: number[] = [];
  for (let tries = 0; tries < 5; tries += 1) {
    const begun = monotonic();
    await look();
    times.push(monotonic() - begun);
  }
  return times.sort((one, other) => one - other)[2] ?? 0;
}

export async function lookAtStore(
  store: Store,
  settings: StoreSettings | undefined,
  { clock, monotonic }: { readonly clock: Clock; readonly monotonic: Monotonic },
  tells: Tells,
): Promise<void> {
  const { tell, note } = tells;
  if (settings?.kind === 'sqlite' && isOpenToOthers(settings.path)) tell(found('store-open-to-others'));
  if (settings?.kind === 'cosmos') {
    const { isWeak, hasManyWriters } = await lookAtAccount({ ...settings, deadlineMs: accountMs });
    if (isWeak) tell(found('store-weak'));
    if (hasManyWriters) tell(found('store-many-writers'));
  }
  await store.check();
  await tryDraft(store, clock, tells);
  await tryMark(store, clock, tells);
  const took = await middleOf(() => store.targets.read('acu'), monotonic);
  note(`It answers within ${Math.max(1, Math.round(took))} ms.`);
  if (took > slowMs) tell(found('store-slow'));
}
