import { openStore } from '../../bot/settings/open-store.ts';
import type { Deployment } from '../../bot/settings/checks/deployment.ts';
import { troublesOfStore } from '../../bot/settings/checks/store-troubles.ts';
import { storeSentence } from '../../bot/settings/store-sentence.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { Store } from '../../concerns/ports/store.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import { withinDeadline } from '../../conversations/deadline.ts';
import { standingLayout } from '../../storage/sqlite/standing-layout.ts';
import { type Finding, found } from './finding.ts';
import type { Tells } from './run-checks.ts';

/** The store of a deployment: open, or why it is not. */
export type OpenedStore =
  | { readonly kind: 'open'; readonly store: Store }
  | { readonly kind: 'shut'; readonly findings: readonly Finding[] };

const shut = (...findings: readonly Finding[]): OpenedStore => ({ kind: 'shut', findings });

/** The finding of a store that cannot answer, without where it is. */
export const refusedBy = ({ code }: StoreError): Finding => found('store-refused', storeSentence(new StoreError(code)));

async function opened({ store: settings, withoutPlace }: Deployment, clock: Clock): Promise<OpenedStore> {
  if (settings === undefined) return shut(found('not-looked-at', 'a setting for it'));
  const troubles = await troublesOfStore(settings);
  if (troubles.length > 0) return shut(...troubles.map(({ sentence }) => found('store-wrong', withoutPlace(sentence))));
  if (settings.kind === 'sqlite') {
    const layout = standingLayout(settings.path);
    // Opening it would make the one, and change the other.
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

/** Opens the store that the settings name, where it is there already. What hangs or throws is a finding. Never rejects. */
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

/** Looks at something in the store; says that it was not looked at where that is shut, and what it refuses. */
export const withOpened =
  (opening: Promise<OpenedStore>, look: (store: Store, tells: Tells) => Promise<void>) =>
  async (tells: Tells): Promise<void> => {
    const opened = await opening;
    if (opened.kind === 'shut') {
      tells.tell(found('not-looked-at', 'the store'));
      return;
    }
    try {
      await look(opened.store, tells);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      tells.tell(refusedBy(error));
    }
  };
