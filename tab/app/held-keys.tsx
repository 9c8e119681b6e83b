import { lazy, Suspense } from 'react';
import { useKeys } from '../seals/keys-context.tsx';

const LockBar = lazy(async () => ({ default: (await import('../seals/lock-bar.tsx')).LockBar }));

/** Says that keys are unlocked, on every page, so that they can be locked from each. */
export function HeldKeys() {
  const { held } = useKeys();
  if (held.length === 0) return null;
  return (
    <Suspense>
      <LockBar />
    </Suspense>
  );
}
