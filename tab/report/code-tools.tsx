import { Body1, Button, Input, Label, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTab } from '../parts/tab-context.ts';
import { useKeptCode } from './use-kept-code.ts';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalM,
  },
  field: { display: 'grid', gap: tokens.spacingVerticalXXS },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export function CodeTools({ code }: { readonly code: string }) {
  const styles = useStyles();
  const { say, announce } = useTab();
  const hint = useId();
  const field = useId();
  const { copied, byHand, copy, print } = useKeptCode(code, (how) =>
    announce(say(how === 'yes' ? 'report.codeCopied' : 'report.codeByHand')),
  );
  return (
    <div className={styles.tools}>
      <div className={styles.ways}>
        <Button aria-describedby={hint} onClick={() => void copy()}>
          {say('report.codeCopy')}
        </Button>
        <Button aria-describedby={hint} onClick={print}>
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
        <div className={styles.field}>
          <Label htmlFor={field}>{say('report.code')}</Label>
          <Input id={field} ref={byHand} readOnly value={code} autoComplete="off" spellCheck={false} />
        </div>
      )}
    </div>
  );
}
