import { Body1, Button, makeStyles, mergeClasses, Title2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useNoticeStyles = makeStyles({
  notice: {
    padding: tokens.spacingVerticalM,
    paddingLeft: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeftWidth: '4px',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    '& p, & h2, & h3, & h4, & ul': { margin: 0 },
    '& > :not(:first-child)': { marginTop: tokens.spacingVerticalS },
    '& li': { paddingBlock: tokens.spacingVerticalXS },
  },
  calm: { borderLeftColor: tokens.colorBrandStroke1 },
  good: { borderLeftColor: tokens.colorStatusSuccessBorderActive },
  careful: { borderLeftColor: tokens.colorStatusWarningBorderActive },
  alarm: {
    borderLeftColor: tokens.colorStatusDangerBorderActive,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export function Notice(props: {
  readonly tone: 'calm' | 'good' | 'careful' | 'alarm';
  readonly children: ReactNode;
  readonly role?: 'alert' | 'status' | 'note';
}) {
  const styles = useNoticeStyles();
  const role = props.role ?? (props.tone === 'alarm' ? 'alert' : undefined);
  return (
    <div role={role} className={mergeClasses(styles.notice, styles[props.tone])}>
      {props.children}
    </div>
  );
}

const useNoticePageStyles = makeStyles({
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
  const styles = useNoticePageStyles();
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
