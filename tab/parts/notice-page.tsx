import { Body1, Button, makeStyles, Title2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    maxWidth: '40rem',
    padding: tokens.spacingHorizontalXXL,
    boxSizing: 'border-box',
  },
  plain: { margin: 0 },
});

interface Props {
  readonly heading: string;
  readonly children: ReactNode;
  readonly action?: { readonly words: string; readonly run: () => void };
}

export function NoticePage({ heading, children, action }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <Title2 as="h1" className={styles.plain}>
        {heading}
      </Title2>
      <Body1 as="p" block className={styles.plain}>
        {children}
      </Body1>
      {action && (
        <Button appearance="primary" onClick={action.run}>
          {action.words}
        </Button>
      )}
    </div>
  );
}
