import { useMemo, useState } from 'react';
import type { Ticks } from './ticks.tsx';

export interface SeveralCases {
  readonly isTicking: boolean;
  readonly setIsTicking: (isTicking: boolean) => void;
  readonly ticked: ReadonlySet<string>;
  readonly setTicked: (caseIds: Iterable<string>) => void;
  /** `undefined` while nothing is to be ticked. */
  readonly ticks: Ticks | undefined;
}

export function useSeveral(): SeveralCases {
  const [isTicking, setIsTicking] = useState(false);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const ticks = useMemo((): Ticks | undefined => {
    if (!isTicking) return undefined;
    return {
      has: (caseId) => ticked.has(caseId),
      set(caseId, isTicked) {
        const others = [...ticked].filter((one) => one !== caseId);
        setTicked(new Set(isTicked ? [...others, caseId] : others));
      },
    };
  }, [isTicking, ticked]);
  return { isTicking, setIsTicking, ticked, setTicked: (caseIds) => setTicked(new Set(caseIds)), ticks };
}
