import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { type Language, otherLanguage } from '../../concerns/terms/language.ts';
import type { WordKey } from '../../words/tab/say.ts';
import { Notice } from '../parts/notice.tsx';
import { useTab } from '../parts/tab-context.ts';
import { drawInPage } from './new-passphrase.ts';
import { useKeysStyles } from '../parts/styles.ts';

const useStyles = makeStyles({
  words: {
    margin: 0,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
});

const drawing: Readonly<Record<Language, WordKey>> = { en: 'passphrase.drawEnglish', cy: 'passphrase.drawWelsh' };

export interface Drawn {
  readonly passphrase: string;
  readonly language: Language;
}

export function DrawnPassphrase(props: {
  readonly drawn: Drawn | undefined;
  readonly onDrawn: (drawn: Drawn | undefined) => void;
}) {
  const { drawn, onDrawn } = props;
  const { say, language } = useTab();
  const styles = useStyles();
  const form = useKeysStyles();
  const [isMissing, setMissing] = useState(false);
  const shown = useRef<HTMLParagraphElement>(null);
  useEffect(() => shown.current?.focus(), [drawn]);

  const draw = async (from: Language) => {
    const passphrase = await drawInPage(from).catch(() => undefined);
    setMissing(passphrase === undefined);
    if (passphrase !== undefined) onDrawn({ passphrase, language: from });
  };
  return (
    <>
      {isMissing && (
        <Notice tone="careful" role="alert">
          <p>{say('shell.partMissing')}</p>
        </Notice>
      )}
      {drawn === undefined ? (
        <div className={form.row}>
          {[language, otherLanguage(language)].map((from) => (
            <Button key={from} onClick={() => void draw(from)}>
              {say(drawing[from])}
            </Button>
          ))}
        </div>
      ) : (
        <>
          <Text id="drawn-passphrase">{say('passphrase.drawn')}</Text>
          <p
            ref={shown}
            tabIndex={-1}
            className={styles.words}
            lang={drawn.language}
            translate="no"
            aria-describedby="drawn-passphrase"
          >
            {drawn.passphrase}
          </p>
          <div className={form.row}>
            <Button size="small" onClick={() => void draw(drawn.language)}>
              {say('passphrase.drawOthers')}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => onDrawn(undefined)}>
              {say('passphrase.own')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
