import { Button, Input, Label, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import { symbolsWritten } from '../../concerns/terms/codes.ts';
import { useTab } from '../parts/tab-context.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, maxWidth: '28rem' },
  line: { display: 'flex', gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, minWidth: 0 },
  hint: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

/** The server's minimum: with fewer, someone could try out references. */
const fewest = 4;

export function FindForm({ onFind }: { readonly onFind: (text: string) => void }) {
  const styles = useStyles();
  const { say, place } = useTab();
  const isWanted = place.page === 'cases' && place.finds === true;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isShort, setShort] = useState(false);
  return (
    <form
      role="search"
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const enough = (symbolsWritten(text)?.length ?? fewest) >= fewest;
        setShort(!enough);
        if (enough) onFind(text);
        else input.current?.focus();
      }}
    >
      <Label htmlFor={`${id}input`} size="small">
        {say('list.find')}
      </Label>
      {isShort && (
        <span id={`${id}problem`} role="alert" className={styles.problem}>
          {say('list.findShort')}
        </span>
      )}
      <div className={styles.line}>
        <Input
          ref={input}
          id={`${id}input`}
          className={styles.input}
          size="small"
          value={text}
          maxLength={40}
          data-find
          {...(isWanted && { 'data-arrival': true })}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isShort}
          aria-describedby={`${isShort ? `${id}problem ` : ''}${id}hint`}
          onChange={(_, data) => setText(data.value)}
        />
        <Button size="small" type="submit">
          {say('list.findButton')}
        </Button>
      </div>
      <span id={`${id}hint`} className={styles.hint}>
        {say('list.findHint')}
      </span>
    </form>
  );
}
