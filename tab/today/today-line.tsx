import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTab } from '../parts/tab-context.ts';
import { countedWords, countText } from '../cases/quick-filters.tsx';
import { hintOf, type TodayName } from './today-rows.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(3.5rem, auto) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'baseline',
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  count: { fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase500, textAlign: 'end' },
  waits: { fontWeight: tokens.fontWeightSemibold },
  words: { display: 'grid', justifyItems: 'start', minWidth: 0 },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly name: TodayName;
  readonly count: number;
  readonly most: number;
  readonly onOpen: () => void;
}

export function TodayLine({ name, count, most, onOpen }: Props) {
  const styles = useStyles();
  const { say } = useTab();
  const id = useId();
  const hint = hintOf(name);
  return (
    <li className={styles.line} data-waits={name}>
      <span id={`${id}count`} className={mergeClasses(styles.count, count > 0 && styles.waits)}>
        {countText(say, count, most)}
      </span>
      <span className={styles.words}>
        <Link as="button" aria-describedby={`${id}count${hint ? ` ${id}hint` : ''}`} onClick={onOpen}>
          {say(name === 'told' ? 'today.told' : countedWords[name])}
        </Link>
        {hint && (
          <Text id={`${id}hint`} size={200} className={styles.hint}>
            {say(hint)}
          </Text>
        )}
      </span>
    </li>
  );
}
