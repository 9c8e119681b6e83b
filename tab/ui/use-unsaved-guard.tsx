import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useContext, useEffect, useId, useRef } from 'react';
import { useTab } from './tab-context.ts';
import { LeaveGuardContext, type LeaveRequest } from './unsaved-changes.ts';

const useStyles = makeStyles({
  box: {
    boxSizing: 'border-box',
    width: 'calc(100% - 2rem)',
    maxWidth: '37.5rem',
    padding: tokens.spacingHorizontalXXL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow64,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  words: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalL}` },
  choices: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});

/** Part of each page with fields, since it must work when nothing more can load. */
function LeaveDialog({ wish: request }: { readonly wish: LeaveRequest | undefined }) {
  const styles = useStyles();
  const { translate } = useTab();
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  const isAsked = request !== undefined;
  useEffect(() => {
    if (isAsked) box.current?.showModal();
    else box.current?.close();
  }, [isAsked]);
  return (
    <dialog
      ref={box}
      role="alertdialog"
      aria-labelledby={`${id}heading`}
      aria-describedby={`${id}words`}
      className={styles.box}
      onCancel={(event) => {
        event.preventDefault();
        request?.cancel();
      }}
    >
      <h2 id={`${id}heading`} className={styles.heading}>
        {translate('leave.heading')}
      </h2>
      <p id={`${id}words`} className={styles.words}>
        {translate('leave.unsent')}
      </p>
      <div className={styles.choices}>
        <Button appearance="primary" onClick={() => request?.cancel()}>
          {translate('leave.stay')}
        </Button>
        <Button onClick={() => request?.confirm()}>{translate('leave.go')}</Button>
      </div>
    </dialog>
  );
}

export function useUnsavedGuard(isUnsent: boolean): void {
  const askBefore = useContext(LeaveGuardContext);
  useEffect(() => (isUnsent ? askBefore(LeaveDialog) : undefined), [isUnsent, askBefore]);
}
