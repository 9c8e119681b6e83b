import { randomBytes } from 'node:crypto';
import type { Deployment } from '../../bot/settings/checks/deployment.ts';
import type { Store } from '../../concerns/ports/store.ts';
import type { Clock, Monotonic } from '../../concerns/terms/clock.ts';
import { lookAtAccount } from '../../storage/cosmos/look-at-account.ts';
import { found } from './finding.ts';
import { isOpenToOthers } from './open-to-others.ts';
import { type OpenedStore, withOpened } from './opened-store.ts';
import type { Tells } from './run-checks.ts';

/** A person waits for several of these at each card. In milliseconds. */
const slowMs = 750;
const accountMs = 10_000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Writes a draft of nobody, reads it and removes it. */
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

/** Writes a mark of nobody, and tries to write over what it was before. The servers remove it with those of their own. */
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

/** How long one look takes, in milliseconds: the middle of five. */
async function middleOf(look: () => Promise<unknown>, monotonic: Monotonic): Promise<number> {
  const times: number[] = [];
  for (let tries = 0; tries < 5; tries += 1) {
    const begun = monotonic();
    await look();
    times.push(monotonic() - begun);
  }
  return times.sort((one, other) => one - other)[2] ?? 0;
}

/** Looks whether the store can be used, gives back what is written, removes what is removed, and how long it takes. */
export const lookAtStore =
  ({ store: settings }: Pick<Deployment, 'store'>, opening: Promise<OpenedStore>, clock: Clock, monotonic: Monotonic) =>
  async (tells: Tells): Promise<void> => {
    const opened = await opening;
    if (opened.kind === 'shut') {
      for (const finding of opened.findings) tells.tell(finding);
      return;
    }
    await withOpened(opening, async (store) => {
      if (settings?.kind === 'sqlite' && isOpenToOthers(settings.path)) tells.tell(found('store-open-to-others'));
      if (settings?.kind === 'cosmos') {
        const { isWeak, hasManyWriters } = await lookAtAccount({ ...settings, deadlineMs: accountMs });
        if (isWeak) tells.tell(found('store-weak'));
        if (hasManyWriters) tells.tell(found('store-many-writers'));
      }
      await store.check();
      await tryDraft(store, clock, tells);
      await tryMark(store, clock, tells);
      const took = await middleOf(() => store.targets.read('acu'), monotonic);
      tells.note(`It answers within ${Math.max(1, Math.round(took))} ms.`);
      if (took > slowMs) tells.tell(found('store-slow'));
    })(tells);
  };
