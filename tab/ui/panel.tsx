import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';
import { PanelHeadingContext } from './unsaved-changes.ts';

const useStyles = makeStyles({
  panel: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  button: {
    display: 'flex',
    alignItems: 'baseline',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '& svg': { alignSelf: 'center', flexShrink: 0 },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  summary: { fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    '&[hidden]': { display: 'none' },
    '& p': { margin: 0 },
  },
});

/** The content stays mounted while closed, so that no typed words are lost. */
export function Panel(props: {
  readonly heading: string;
  readonly summary?: string;
  readonly level?: 2 | 3;
  readonly isInitiallyOpen?: boolean;
  readonly openRequest?: number;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const id = useId();
  const isInitiallyOpen = props.isInitiallyOpen ?? false;
  const [isOpen, setOpen] = useState(isInitiallyOpen);
  const [wasInitiallyOpen, setWasInitiallyOpen] = useState(isInitiallyOpen);
  if (isInitiallyOpen !== wasInitiallyOpen) {
    setWasInitiallyOpen(isInitiallyOpen);
    if (isInitiallyOpen) setOpen(true);
  }
  const [lastOpenRequest, setLastOpenRequest] = useState(props.openRequest);
  if (props.openRequest !== lastOpenRequest) {
    setLastOpenRequest(props.openRequest);
    setOpen(true);
  }
  const Heading = props.level === 2 ? 'h2' : 'h3';
  return (
    <div className={styles.panel}>
      <Heading className={styles.heading}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            setOpen(!isOpen);
            if (!isOpen) props.onOpen?.();
          }}
        >
          {isOpen ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
          <span className={styles.title}>{props.heading}</span>
          {props.summary !== undefined && <span className={styles.summary}>{props.summary}</span>}
        </button>
      </Heading>
      <div id={id} className={styles.body} hidden={!isOpen}>
        <PanelHeadingContext value={props.heading}>{props.children}</PanelHeadingContext>
      </div>
    </div>
  );
}
