import { useMemo, useState } from 'react';
import { ChangedBar } from '../parts/changed-bar.tsx';
import { useTab } from '../parts/tab-context.ts';
import { useChanges } from '../parts/use-changes.ts';
import type { ListFilter, ListOrderName } from './list-filter.ts';

interface Props {
  readonly filter: ListFilter;
  readonly order: ListOrderName;
  /** The mark of the first rows that are shown: where it is another, this is another part. */
  readonly mark: string;
  readonly onShow: () => Promise<void>;
}

/** Notices that the first rows of the list are no longer as they are shown. */
export function ChangedList({ filter, order, mark, onShow }: Props) {
  const { say } = useTab();
  const [now, setNow] = useState(mark);
  const asked = useMemo(() => ({ list: { filter, order } }), [filter, order]);
  useChanges(asked, (answer) => setNow(answer.list ?? mark));
  return now === mark ? null : <ChangedBar words={say('list.changed')} onShow={onShow} />;
}
