import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTab } from '../parts/tab-context.ts';
import { type Column, columns, columnWords, withColumn } from './columns.ts';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', margin: 0, padding: 0, border: 'none', minWidth: 0 },
  summary: { fontWeight: tokens.fontWeightSemibold, paddingBlock: tokens.spacingVerticalXS, cursor: 'pointer' },
});

interface Props {
  readonly shown: readonly Column[];
  readonly onShow: (columns: readonly Column[]) => void;
}

/** Which columns the list has beside the reference. It is remembered while the page is open, and nowhere else. */
export function ColumnChoice({ shown, onShow }: Props) {
  const styles = useStyles();
  const { say } = useTab();
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{say('list.columns')}</summary>
      {/* Only then, so that no field of the page is called as a column is. */}
      {isOpen && (
        <fieldset className={styles.choices} aria-label={say('list.columns')}>
          {columns.map((column) => (
            <Checkbox
              key={column}
              label={say(columnWords[column])}
              checked={shown.includes(column)}
              onChange={(_, { checked }) => onShow(withColumn(shown, column, checked === true))}
            />
          ))}
        </fieldset>
      )}
    </details>
  );
}
