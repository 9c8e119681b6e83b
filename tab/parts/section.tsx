import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
    paddingTop: tokens.spacingVerticalL,
    // Long lines of keys must not widen the page.
    minWidth: 0,
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  title: { margin: 0 },
});

/** A part of the page under a heading of its own. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Subtitle1 as="h2" id={id} className={styles.title}>
        {title}
      </Subtitle1>
      {children}
    </section>
  );
}
