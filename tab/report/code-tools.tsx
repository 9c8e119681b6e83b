import { Body1, Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { useTab } from '../parts/tab-context.ts';
import { printSlip } from './print-slip.ts';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalM,
  },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Ways to keep a return code that is on the card: copied, or alone on paper. It goes nowhere else from here. */
export function CodeTools({ code }: { readonly code: string }) {
  const styles = useStyles();
  const { say, announce } = useTab();
  const hint = useId();
  const [copied, setCopied] = useState<'yes' | 'byHand'>();
  const byHand = useRef<HTMLInputElement>(null);
  const takeBack = useRef<() => void>(undefined);
  useEffect(() => () => takeBack.current?.(), []);
  useEffect(() => {
    if (copied === 'byHand') byHand.current?.select();
  }, [copied]);

  const onCopy = async () => {
    setCopied(undefined);
    try {
      await navigator.clipboard.writeText(code);
      setCopied('yes');
      announce(say('report.codeCopied'));
    } catch {
      // Some clients of Teams give a page no clipboard.
      setCopied('byHand');
      announce(say('report.codeByHand'));
    }
  };
  const onPrint = () => {
    takeBack.current?.();
    takeBack.current = printSlip(code);
  };
  return (
    <div className={styles.tools}>
      <div className={styles.ways}>
        <Button aria-describedby={hint} onClick={() => void onCopy()}>
          {say('report.codeCopy')}
        </Button>
        <Button aria-describedby={hint} onClick={onPrint}>
          {say('report.codePrint')}
        </Button>
      </div>
      <Body1 as="p" block id={hint} style={{ margin: 0 }}>
        {say('report.codeHint')}
      </Body1>
      {copied && (
        <Body1 as="p" block style={{ margin: 0 }}>
          {say(copied === 'yes' ? 'report.codeCopied' : 'report.codeByHand')}
        </Body1>
      )}
      {copied === 'byHand' && (
        <Field label={say('report.code')}>
          <Input ref={byHand} readOnly value={code} autoComplete="off" spellCheck={false} />
        </Field>
      )}
    </div>
  );
}
