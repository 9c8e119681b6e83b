import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { base64 } from '@scure/base';
import { useState } from 'react';
import type { ContentWords } from '../../concerns/records/content-record.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { type PaperForm, paperForms } from '../../concerns/terms/formats.ts';
import type { ContentPaper } from '../../contract/content.ts';
import { refusalText } from '../parts/refusal-text.ts';
import { saveFile } from '../parts/save-file.ts';
import { useTab } from '../parts/tab-context.ts';

const useStyles = makeStyles({ buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

const formWords = { sheet: 'writing.saveSheet', poster: 'writing.savePoster' } as const;
const notMade = {
  unreadable: 'writing.notYet',
  tooLong: 'writing.paperTooLong',
  noAddress: 'writing.paperNoAddress',
  busy: 'writing.paperBusy',
} as const satisfies Record<Exclude<ContentPaper['kind'], 'file'>, string>;

interface Props {
  readonly topic: string;
  readonly words: ContentWords;
  readonly language: Language;
}

/** The server draws the sheet and the poster as for readers, marked as a draft. */
export function PaperButtons({ topic, words, language }: Props) {
  const styles = useStyles();
  const { say, call } = useTab();
  const [making, setMaking] = useState(false);
  const [said, setSaid] = useState('');

  async function make(form: PaperForm): Promise<void> {
    if (making) return;
    setMaking(true);
    setSaid(say('writing.paperMaking'));
    const answer = await call('content.print', { topic, words, language, form });
    setMaking(false);
    if (!answer.ok) return setSaid(refusalText(say, answer.refusal));
    if (answer.value.kind !== 'file') return setSaid(say(notMade[answer.value.kind]));
    const { name } = answer.value;
    saveFile(name, base64.decode(answer.value.base64));
    setSaid(say('writing.paperMade', { name }));
  }

  return (
    <>
      <div className={styles.buttons}>
        {paperForms.map((form) => (
          <Button key={form} disabledFocusable={making} onClick={() => void make(form)}>
            {say(formWords[form])}
          </Button>
        ))}
      </div>
      <div role="status">{said}</div>
    </>
  );
}
