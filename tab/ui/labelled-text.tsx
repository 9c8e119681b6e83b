import { makeStyles, tokens } from '@fluentui/react-components';
import { type Ref, useId } from 'react';

const useStyles = makeStyles({
  text: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    maxHeight: '24rem',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** Text that somebody wrote, as they wrote it, below its label; it takes the focus, so that a long one scrolls by keyboard. */
export function LabelledText(props: {
  readonly label: string;
  readonly text: string;
  readonly lang?: string | undefined;
  /** Where somebody who is led to the next step begins. */
  readonly isStepStart?: boolean;
  readonly ref?: Ref<HTMLDivElement>;
}) {
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <p id={id}>{props.label}</p>
      <div
        ref={props.ref}
        className={styles.text}
        data-step-start={props.isStepStart}
        dir="auto"
        translate="no"
        lang={props.lang}
        role="region"
        aria-labelledby={id}
        tabIndex={0}
      >
        {props.text}
      </div>
    </div>
  );
}
