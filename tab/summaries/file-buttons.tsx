import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { base64 } from '@scure/base';
import { useEffect, useId, useRef, useState } from 'react';
import { type SummaryFormat, summaryFormats } from '../../concerns/terms/formats.ts';
import { periodText } from '../../summary/periods.ts';
import type { Summary } from '../../summary/summary.ts';
import { saveFile } from '../parts/save-file.ts';
import { useTab } from '../parts/tab-context.ts';
import { refusedWords } from './refused-words.ts';

const useStyles = makeStyles({
  files: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    paddingBlockEnd: tokens.spacingVerticalXXS,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const formatNames = { csv: 'CSV', xlsx: 'Excel', pdf: 'PDF', json: 'JSON' } as const satisfies Record<
  SummaryFormat,
  string
>;

interface Props {
  readonly summary: Pick<Summary, 'audience' | 'period' | 'language'>;
  /** The reader came for a file, so the focus goes here. */
  readonly isWanted: boolean;
}

/** The server makes the file, and checks the right to it again. */
export function FileButtons({ summary, isWanted }: Props) {
  const styles = useStyles();
  const { say, call } = useTab();
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  const [making, setMaking] = useState<SummaryFormat>();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (isWanted) first.current?.focus();
  }, [isWanted]);

  async function make(format: SummaryFormat): Promise<void> {
    if (making !== undefined) return;
    setMaking(format);
    setSaid(say('summaries.making'));
    const { audience, period, language } = summary;
    const answer = await call('summaries.file', { audience, period: periodText(period), language, format });
    setMaking(undefined);
    if (!answer.ok) return setSaid(refusedWords(say, answer.refusal));
    // Figures may have become unavailable since they were shown; asking for them again says why.
    if (answer.value.kind !== 'file') return setSaid(say('summaries.notMade'));
    const { name } = answer.value;
    saveFile(name, base64.decode(answer.value.base64));
    setSaid(say('summaries.made', { name }));
  }

  return (
    <div className={styles.files}>
      <span id={id} className={styles.label}>
        {say('summaries.files')}
      </span>
      <div role="group" aria-labelledby={id} className={styles.buttons}>
        {summaryFormats.map((format, place) => (
          <Button
            key={format}
            ref={place === 0 ? first : null}
            size="small"
            disabledFocusable={making !== undefined}
            onClick={() => void make(format)}
          >
            {formatNames[format]}
          </Button>
        ))}
      </div>
      <div role="status">{said}</div>
    </div>
  );
}
