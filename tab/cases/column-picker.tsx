import { Checkbox, makeStyles } from '@fluentui/react-components';
import { useTab } from '../ui/tab-context.ts';
import { type Column, columns, columnWords, toggleColumn } from './columns.ts';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', margin: 0, padding: 0, border: 'none', minWidth: 0 },
});

export interface ColumnFieldsProps {
  readonly shown: readonly Column[];
  readonly onShow: (columns: readonly Column[]) => void;
}

export default function ColumnPicker({ shown, onShow }: ColumnFieldsProps) {
  const styles = useStyles();
  const { say } = useTab();
  return (
    <fieldset className={styles.choices} aria-label={say('list.columns')}>
      {columns.map((column) => (
        <Checkbox
          key={column}
          label={say(columnWords[column])}
          checked={shown.includes(column)}
          onChange={(_, { checked }) => onShow(toggleColumn(shown, column, checked === true))}
        />
      ))}
    </fieldset>
  );
}
