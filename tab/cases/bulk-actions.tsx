import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { CaseRow } from '../../contract/operation-answers.ts';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { useTab } from '../ui/tab-context.ts';
import type { CaseSelection } from './case-table.tsx';
import type { CaseListFilter } from './case-list-filter.ts';
import { lazyBulkBar, lazyHandOverForm } from './lazy-components.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalL },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export function BulkActions({
  several: selection,
  rows,
  handledBy,
  onDone,
}: {
  readonly several: ReturnType<typeof useCaseSelection>;
  readonly rows: readonly CaseRow[];
  readonly handledBy: CaseListFilter['handledBy'];
  readonly onDone: () => void;
}) {
  const styles = useStyles();
  const { translate } = useTab();
  const [isHandOverOpen, setIsHandOverOpen] = useState(false);
  const { isTicking, setIsTicking, ticked, setTicked } = selection;
  return (
    <div className={styles.part}>
      <div className={styles.line}>
        <Button size="small" aria-expanded={isTicking} onClick={() => setIsTicking(!isTicking)}>
          {translate('list.several')}
        </Button>
        <Button size="small" aria-expanded={isHandOverOpen} onClick={() => setIsHandOverOpen(!isHandOverOpen)}>
          {translate('list.handOver')}
        </Button>
      </div>
      {isTicking && (
        <LazyComponent
          module={lazyBulkBar}
          props={{
            rows,
            selected: rows.filter(({ figures }) => ticked.has(figures.caseId)),
            handledBy,
            onSelect: setTicked,
            onDone,
          }}
          loadingLabel={translate('shell.loading')}
        />
      )}
      {isHandOverOpen && (
        <LazyComponent
          module={lazyHandOverForm}
          props={{ handledBy, onDone }}
          loadingLabel={translate('shell.loading')}
        />
      )}
    </div>
  );
}

export function useCaseSelection() {
  const [isSelecting, setIsSelecting] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const selection = useMemo((): CaseSelection | undefined => {
    if (!isSelecting) return undefined;
    return {
      has: (caseId) => selected.has(caseId),
      set(caseId, isTicked) {
        const others = [...selected].filter((one) => one !== caseId);
        setSelected(new Set(isTicked ? [...others, caseId] : others));
      },
    };
  }, [isSelecting, selected]);
  return {
    isTicking: isSelecting,
    setIsTicking: setIsSelecting,
    ticked: selected,
    setTicked: (caseIds: Iterable<string>) => setSelected(new Set(caseIds)),
    ticks: selection,
  };
}
