import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { CaseRow } from '../../contract/answers.ts';
import { LazyPart } from '../ui/lazy-part.tsx';
import { useTab } from '../ui/tab-context.ts';
import type { Ticks } from './case-table.tsx';
import type { ListFilter } from './list-filter.ts';
import { bulkBarPart, handOverPart } from './lazy-parts.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalL },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export function Several({
  several,
  rows,
  handledBy,
  onDone,
}: {
  readonly several: ReturnType<typeof useSeveral>;
  readonly rows: readonly CaseRow[];
  readonly handledBy: ListFilter['handledBy'];
  readonly onDone: () => void;
}) {
  const styles = useStyles();
  const { say } = useTab();
  const [isHandingOver, setIsHandingOver] = useState(false);
  const { isTicking, setIsTicking, ticked, setTicked } = several;
  return (
    <div className={styles.part}>
      <div className={styles.line}>
        <Button size="small" aria-expanded={isTicking} onClick={() => setIsTicking(!isTicking)}>
          {say('list.several')}
        </Button>
        <Button size="small" aria-expanded={isHandingOver} onClick={() => setIsHandingOver(!isHandingOver)}>
          {say('list.handOver')}
        </Button>
      </div>
      {isTicking && (
        <LazyPart
          part={bulkBarPart}
          props={{
            rows,
            ticked: rows.filter(({ figures }) => ticked.has(figures.caseId)),
            handledBy,
            onTick: setTicked,
            onDone,
          }}
          waiting={say('shell.loading')}
        />
      )}
      {isHandingOver && <LazyPart part={handOverPart} props={{ handledBy, onDone }} waiting={say('shell.loading')} />}
    </div>
  );
}

export function useSeveral() {
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
  return {
    isTicking,
    setIsTicking,
    ticked,
    setTicked: (caseIds: Iterable<string>) => setTicked(new Set(caseIds)),
    ticks,
  };
}
