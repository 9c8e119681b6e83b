import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CaseRow } from '../../contract/answers.ts';
import { LazyPart } from '../parts/lazy-part.tsx';
import { useTab } from '../parts/tab-context.ts';
import type { ListFilter } from './list-filter.ts';
import { bulkBarPart, handOverPart } from './several-parts.ts';
import type { SeveralCases } from './use-several.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalL },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface Props {
  readonly several: SeveralCases;
  readonly rows: readonly CaseRow[];
  readonly handledBy: ListFilter['handledBy'];
  readonly onDone: () => void;
}

export function Several({ several, rows, handledBy, onDone }: Props) {
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
