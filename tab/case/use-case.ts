import { useCallback, useEffect, useState } from 'react';
import { useTab } from '../parts/tab-context.ts';
import type { CaseView, Refusal } from '../../contract/answers.ts';
import type { Leaving } from './case-context.ts';

export type ShownCase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly view: CaseView }
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  | { readonly kind: 'left'; readonly how: Leaving };

export function useCase(caseId: string): {
  readonly shown: ShownCase;
  readonly show: (view: CaseView) => void;
  readonly reload: () => Promise<CaseView | undefined>;
  readonly leave: (how: Leaving) => void;
} {
  const { call } = useTab();
  const [shown, setShown] = useState<ShownCase>({ kind: 'loading' });
  const show = useCallback((view: CaseView) => {
    // An answer that was overtaken does not put the page back.
    setShown((before) =>
      before.kind === 'left' ||
      (before.kind === 'shown' && before.view.record.chain.sequence > view.record.chain.sequence)
        ? before
        : { kind: 'shown', view },
    );
  }, []);
  const leave = useCallback((how: Leaving) => setShown({ kind: 'left', how }), []);
  const reload = useCallback(async () => {
    const read = await call('case.view', { caseId });
    if (read.ok) {
      show(read.value);
      return read.value;
    }
    const { refusal } = read;
    if (refusal.code === 'refused') leave('refused');
    else
      setShown((before) => (before.kind === 'shown' || before.kind === 'left' ? before : { kind: 'failed', refusal }));
    return undefined;
  }, [call, caseId, show, leave]);

  useEffect(() => {
    void reload();
  }, [reload]);
  return { shown, show, reload, leave };
}
