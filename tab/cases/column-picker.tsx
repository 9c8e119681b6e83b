import { Checkbox, makeStyles } from '@fluentui/react-components';
import { useTab } from '../ui/tab-context.ts';
import { type CaseColumn, caseColumns, caseColumnWords, setColumnShown } from './case-columns.ts';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', margin: 0, padding: 0, border: 'none', minWidth: 0 },
});

export interface ColumnPickerProps {
  readonly shown: readonly CaseColumn[];
  readonly onShow: (columns: readonly CaseColumn[]) => void;
}

export default function ColumnPicker({ shown, onShow }: ColumnPickerProps) {
  const styles = useStyles();
  const { translate } = useTab();
  return (
    <fieldset className={styles.choices} aria-label={translate('list.columns')}>
      {caseColumns.map((column) => (
        <Checkbox
          key={column}
          label={translate(caseColumnWords[column])}
          checked={shown.includes(column)}
          onChange={(_, { checked }) => onShow(setColumnShown(shown, column, checked === true))}
        />
      ))}
    </fieldset>
  );
}
