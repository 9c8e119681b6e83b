import { Body1, Button, Caption1, makeStyles, Title2, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTab } from '../ui/tab-context.ts';
import { useDoubleEscape } from '../ui/use-double-escape.ts';

export interface Hiding {
  readonly isHidden: boolean;
  readonly hide: () => void;
  readonly show: () => void;
}

/** Hides what a person does from someone who looks over their shoulder. Everything stays in memory, no request is made. */
export function useHiding(isOffered: boolean, lostFocus: () => void): Hiding {
  const [isHidden, setHidden] = useState(false);
  const before = useRef<{ readonly focus: Element | null; readonly scrollY: number }>(undefined);
  const hide = useCallback(() => {
    if (!isOffered || before.current) return;
    before.current = { focus: document.activeElement, scrollY: window.scrollY };
    setHidden(true);
  }, [isOffered]);
  const show = useCallback(() => setHidden(false), []);
  useDoubleEscape(hide);

  // `page.css` takes everything else away, also windows that open meanwhile.
  useLayoutEffect(() => {
    document.documentElement.classList.toggle('shows-neutral', isHidden);
    return () => document.documentElement.classList.remove('shows-neutral');
  }, [isHidden]);
  useEffect(() => {
    if (isHidden || before.current === undefined) return;
    const { focus, scrollY } = before.current;
    before.current = undefined;
    // A step that ended meanwhile has replaced the field.
    if (focus instanceof HTMLElement && focus.isConnected && focus !== document.body) {
      focus.focus({ preventScroll: true });
      window.scrollTo(0, scrollY);
    } else lostFocus();
  }, [isHidden, lostFocus]);
  return { isHidden, hide, show };
}

const useHideStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  neutral: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
  },
});

/** Always in sight. */
export function HideBar({ onHide }: { readonly onHide: () => void }) {
  const styles = useHideStyles();
  const { translate } = useTab();
  const keys = useId();
  return (
    <section aria-label={translate('shell.hide')} className={`${styles.bar} candour-hide screen-only`}>
      {/* The field keeps the focus, which then comes back to it. */}
      <Button size="small" aria-describedby={keys} onMouseDown={(event) => event.preventDefault()} onClick={onHide}>
        {translate('shell.hide')}
      </Button>
      <Caption1 id={keys}>{translate('shell.hideKeys')}</Caption1>
    </section>
  );
}

/** Says nothing about Candour. Its only button has the focus. */
export function NeutralPage({ onReturn }: { readonly onReturn: () => void }) {
  const styles = useHideStyles();
  const { translate } = useTab();
  const heading = useId();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  return (
    <main className={styles.neutral}>
      <Title2 as="h1" id={heading} style={{ margin: 0 }}>
        {translate('shell.neutral')}
      </Title2>
      <Body1 as="p" block style={{ margin: 0 }}>
        {translate('shell.neutralText')}
      </Body1>
      <Button ref={button} aria-describedby={heading} onClick={onReturn}>
        {translate('shell.neutralReturn')}
      </Button>
    </main>
  );
}
