import { Button, Field, makeStyles, Spinner, Text, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { nextPaint as drawing } from '../ui/next-paint.ts';
import { minPassphraseLength } from '../../crypto/passphrase-generator.ts';
import { Notice } from '../ui/notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { PassphraseField } from '../crypto/passphrase-field.tsx';
import { wrapWithPassphrase } from '../../crypto/identity-file-writer.ts';
import { createPassphrase, loadPassphraseCheck, passphraseProblem } from './new-passphrase.ts';
import { useFormStyles } from '../ui/use-form-styles.ts';
import { type Language, otherLanguage } from '../../core/model/language.ts';
import type { WordKey } from '../../words/tab/translate.ts';
import { SealError } from '../../core/ports/seal.ts';
import { readKeyFile, KeyFileField } from '../crypto/key-file-field.tsx';
import { readIdentities } from '../../crypto/identity-file-reader.ts';
import { sealErrorWords } from '../crypto/seal-error-words.ts';
import { downloadFile } from '../ui/download-file.ts';

interface BackupFormProps {
  readonly text: string;
  readonly fileName: string;
  readonly onTested: (file: Uint8Array) => void;
}

/** Only a passphrase opens the file; tests it before anything relies on it. */
export function KeyBackupForm({ text, fileName, onTested }: BackupFormProps) {
  const styles = useFormStyles();
  const { translate: say } = useTab();
  const [generated, setDrawn] = useState<GeneratedPassphraseState>();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Awaited<ReturnType<typeof passphraseProblem>>>();
  const [isBusy, setIsBusy] = useState(false);
  const [wrapped, setWrapped] = useState<string>();
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);

  const clearPassphrase = () => {
    setPassphrase('');
    setAgain('');
    setProblem(undefined);
  };
  const onMake = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    const found = generated === undefined ? await passphraseProblem(passphrase, again, loadPassphraseCheck) : undefined;
    setProblem(found);
    if (found) {
      setIsBusy(false);
      return (found === 'differ' ? second : first).current?.focus();
    }
    await drawing();
    setWrapped(await wrapWithPassphrase(text, generated?.passphrase ?? passphrase));
    setIsBusy(false);
    setDrawn(undefined);
    clearPassphrase();
  };

  if (wrapped !== undefined) {
    return (
      <KeyBackupTest
        wrapped={wrapped}
        text={text}
        fileName={fileName}
        onTested={onTested}
        onAgain={() => setWrapped(undefined)}
      />
    );
  }
  return (
    <form className={styles.form} onSubmit={(event) => void onMake(event)} noValidate>
      <Text>{say('keys.passphraseAdvice')}</Text>
      <GeneratedPassphrase
        drawn={generated}
        onDrawn={(now) => {
          setDrawn(now);
          clearPassphrase();
        }}
      />
      {problem === 'missing' && (
        <Notice tone="careful" role="alert">
          <p>{say('shell.partMissing')}</p>
        </Notice>
      )}
      {generated === undefined && (
        <>
          <PassphraseField
            ref={first}
            label={say('keys.newPassphrase')}
            hint={say('keys.newPassphraseHint', { fewest: minPassphraseLength })}
            error={
              problem === 'short' || problem === 'weak'
                ? say(problem === 'short' ? 'keys.passphraseShort' : 'passphrase.weak', {
                    fewest: minPassphraseLength,
                  })
                : undefined
            }
            value={passphrase}
            onValue={setPassphrase}
          />
          <PassphraseField
            ref={second}
            label={say('keys.passphraseAgain')}
            error={problem === 'differ' ? say('keys.passphraseDiffers') : undefined}
            value={again}
            onValue={setAgain}
          />
        </>
      )}
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {say('keys.makeFile')}
        </Button>
        {isBusy && <Spinner size="tiny" label={say('keys.working')} />}
      </div>
    </form>
  );
}

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

const generateButtonWords: Readonly<Record<Language, WordKey>> = {
  en: 'passphrase.drawEnglish',
  cy: 'passphrase.drawWelsh',
};

interface GeneratedPassphraseState {
  readonly passphrase: string;
  readonly language: Language;
}

function GeneratedPassphrase(props: {
  readonly drawn: GeneratedPassphraseState | undefined;
  readonly onDrawn: (generated: GeneratedPassphraseState | undefined) => void;
}) {
  const { drawn: generated, onDrawn: onGenerated } = props;
  const { translate: say, language } = useTab();
  const styles = useStyles();
  const form = useFormStyles();
  const [isMissing, setMissing] = useState(false);
  const shown = useRef<HTMLParagraphElement>(null);
  useEffect(() => shown.current?.focus(), [generated]);

  const generate = async (from: Language) => {
    const passphrase = await createPassphrase(from).catch(() => undefined);
    setMissing(passphrase === undefined);
    if (passphrase !== undefined) onGenerated({ passphrase, language: from });
  };
  return (
    <>
      {isMissing && (
        <Notice tone="careful" role="alert">
          <p>{say('shell.partMissing')}</p>
        </Notice>
      )}
      {generated === undefined ? (
        <div className={form.row}>
          {[language, otherLanguage(language)].map((from) => (
            <Button key={from} onClick={() => void generate(from)}>
              {say(generateButtonWords[from])}
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
            lang={generated.language}
            translate="no"
            aria-describedby="drawn-passphrase"
          >
            {generated.passphrase}
          </p>
          <div className={form.row}>
            <Button size="small" onClick={() => void generate(generated.language)}>
              {say('passphrase.drawOthers')}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => onGenerated(undefined)}>
              {say('passphrase.own')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

interface BackupTestProps {
  readonly wrapped: string;
  readonly text: string;
  readonly fileName: string;
  readonly onTested: (file: Uint8Array) => void;
  readonly onAgain: () => void;
}

function KeyBackupTest({ wrapped, text, fileName, onTested, onAgain }: BackupTestProps) {
  const styles = useFormStyles();
  const { translate: say } = useTab();
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<WordKey>();
  const [isBusy, setIsBusy] = useState(false);
  const download = useRef<HTMLButtonElement>(null);
  const fileInput = useRef<HTMLInputElement>(null);
  const passphraseInput = useRef<HTMLInputElement>(null);
  useEffect(() => download.current?.focus(), []);

  const fail = (key: WordKey, at: typeof fileInput) => {
    setError(key);
    at.current?.focus();
  };
  const onTest = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    setError(undefined);
    const file = await readKeyFile(fileInput.current);
    if (!file) {
      setIsBusy(false);
      return fail('keys.errorNoFile', fileInput);
    }
    const opened = await readIdentities(file, { passphrase }).catch((thrown: unknown) => {
      if (!(thrown instanceof SealError)) throw thrown;
      return thrown.code;
    });
    setIsBusy(false);
    if (typeof opened !== 'string') {
      return opened.text === text ? onTested(file) : fail('keys.errorOtherFile', fileInput);
    }
    const isPassphrase = opened === 'wrongPassphrase' || opened === 'passphraseNeeded';
    return fail(sealErrorWords[opened], isPassphrase ? passphraseInput : fileInput);
  };

  const message = error && say(error);
  const isAboutPassphrase = error === 'keys.errorPassphrase' || error === 'keys.errorPassphraseNeeded';
  return (
    <form className={styles.form} onSubmit={(event) => void onTest(event)} noValidate>
      <Text>{say('keys.saveWhy')}</Text>
      <div className={styles.row}>
        <Button ref={download} onClick={() => downloadFile(fileName, wrapped)}>
          {say('keys.saveFile', { name: fileName })}
        </Button>
        <Button appearance="subtle" onClick={onAgain}>
          {say('keys.otherPassphrase')}
        </Button>
      </div>
      <details>
        <summary>{say('keys.notSaved')}</summary>
        <Field label={say('keys.fileText')} hint={say('keys.fileTextHint', { name: fileName })}>
          <Textarea readOnly rows={6} value={wrapped} textarea={{ className: styles.code }} spellCheck={false} />
        </Field>
      </details>
      <KeyFileField
        ref={fileInput}
        label={say('keys.savedFile')}
        hint={say('keys.savedFileHint')}
        error={isAboutPassphrase ? undefined : message}
      />
      <PassphraseField
        ref={passphraseInput}
        label={say('keys.passphraseTest')}
        error={isAboutPassphrase ? message : undefined}
        value={passphrase}
        onValue={setPassphrase}
      />
      <div className={styles.row}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {say('keys.testFile')}
        </Button>
        {isBusy && <Spinner size="tiny" label={say('keys.working')} />}
      </div>
    </form>
  );
}
