import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTab } from './tab-context.ts';

const useStyles = makeStyles({
  // Over the page, so that nothing that someone reads or types in moves.
  bar: {
    position: 'fixed',
    insetInline: 0,
    insetBlockEnd: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
    borderTop: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
  },
  words: { flexGrow: 1, flexBasis: '12rem' },
});

export function StaleBar({ words, onShow }: { readonly words: string; readonly onShow: () => Promise<unknown> }) {
  const styles = useStyles();
  const { translate, announce } = useTab();
  const [step, setStep] = useState<'offered' | 'asking' | 'failed'>('offered');
  useEffect(() => {
    announce(words);
  }, [announce]);

  const show = async (): Promise<void> => {
    setStep('asking');
    await onShow();
    setStep('failed');
  };
  return (
    <section className={mergeClasses('changed-bar', styles.bar)} aria-label={translate('shell.changedLabel')}>
      <span className={styles.words}>{words}</span>
      {step === 'failed' && <span role="alert">{translate('shell.changedFailed')}</span>}
      <Button size="small" disabledFocusable={step === 'asking'} onClick={() => void show()}>
        {translate('shell.changedShow')}
      </Button>
    </section>
  );
}
