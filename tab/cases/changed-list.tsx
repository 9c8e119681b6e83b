import { useMemo, useState } from 'react';
import { ChangedBar } from '../parts/changed-bar.tsx';
import { useTab } from '../parts/tab-context.ts';
import { useChanges } from '../parts/change-watch.ts';
import type { ListFilter, ListOrderName } from './list-filter.ts';

interface Props {
  readonly filter: ListFilter;
  readonly order: ListOrderName;
  readonly mark: string;
  readonly onShow: () => Promise<void>;
}

export function ChangedList({ filter, order, mark, onShow }: Props) {
  const { say } = useTab();
  const [now, setNow] = useState(mark);
  const asked = useMemo(() => ({ list: { filter, order } }), [filter, order]);
  useChanges(asked, (answer) => setNow(answer.list ?? mark));
  return now === mark ? null : <ChangedBar words={say('list.changed')} onShow={onShow} />;
}
