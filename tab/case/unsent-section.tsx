import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTab } from '../parts/tab-context.ts';
import { useUnsent } from '../parts/leave-dialog.tsx';
import { CopyText } from '../parts/copy-text.tsx';
import { Notice } from '../parts/notice.tsx';
import type { UnsentWords } from '../parts/unsent-words.ts';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    '& > button': { justifySelf: 'start' },
  },
});

export function UnsentSection(props: { readonly left: readonly UnsentWords[]; readonly onDrop: () => void }) {
  const { say } = useTab();
  const styles = useStyles();
  const id = useId();
  useUnsent(true);
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Notice tone="careful" role="alert">
        <h2 id={id}>{say('retention.unsentHeading')}</h2>
        <p>{say('retention.unsentText')}</p>
      </Notice>
      {props.left.map(({ panel, field, text }, place) => (
        <CopyText
          key={place}
          label={panel === undefined ? field : say('retention.unsentField', { panel, field })}
          text={text}
          isProse
        />
      ))}
      <Button onClick={props.onDrop}>{say('retention.unsentDrop')}</Button>
    </section>
  );
}
