import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
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
    // Far enough apart for a finger.
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
  const styles = useStyles();
  const role = props.role ?? (props.tone === 'alarm' ? 'alert' : undefined);
  return (
    <div role={role} className={mergeClasses(styles.notice, styles[props.tone])}>
      {props.children}
    </div>
  );
}
