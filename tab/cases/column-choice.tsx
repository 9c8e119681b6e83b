import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { LazyPart } from '../parts/lazy-part.tsx';
import { useTab } from '../parts/tab-context.ts';
import type { ColumnFieldsProps } from './column-fields.tsx';
import { columnFields } from './list-parts.ts';

const useStyles = makeStyles({
  summary: { fontWeight: tokens.fontWeightSemibold, paddingBlock: tokens.spacingVerticalXS, cursor: 'pointer' },
});

export function ColumnChoice(props: ColumnFieldsProps) {
  const styles = useStyles();
  const { say } = useTab();
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{say('list.columns')}</summary>
      {/* Only then, so that no field of the page is called as a column is. */}
      {isOpen && <LazyPart part={columnFields} props={props} waiting={say('shell.loading')} />}
    </details>
  );
}
