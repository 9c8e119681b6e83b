import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isBlank } from '../../concerns/terms/blank.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { ReplyName } from '../../concerns/terms/reply-names.ts';
import { SelectField } from '../parts/fields.tsx';
import { replyText } from '../parts/named.ts';
import { Notice } from '../parts/notice.tsx';
import { useTab } from '../parts/tab-context.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

interface ReplyChoiceProps {
  readonly id: string;
  /** That of whoever reads the message. */
  readonly language: Language;
  /** The message as it stands. */
  readonly text: string;
  /** Puts a reply into the message. */
  readonly onReply: (text: string) => void;
  /** Leads back to the message once what was asked is answered. */
  readonly onAnswered: () => void;
}

/**
 * Replies to begin a message with. One takes the place of an empty message or of another reply as it was; of words that
 * somebody typed only once they said so. Nothing is sent and nothing confirmed by it.
 */
export function ReplyChoice({ id, language, text, onReply, onAnswered }: ReplyChoiceProps) {
  const { say, me, announce } = useTab();
  const styles = useStyles();
  const [asked, setAsked] = useState<ReplyName>();
  const { replies } = me;
  if (replies === undefined) return null;

  const offered = replies.map(({ name, words }) => ({ name, text: words[language] }));
  const standing = offered.find((one) => one.text === text);
  // What was sent, or emptied by hand, is in no reply's way.
  const waiting = isBlank(text) ? undefined : offered.find(({ name }) => name === asked);
  const put = (reply: string): void => {
    setAsked(undefined);
    onReply(reply);
    announce(say('talk.replyPut'));
  };
  const choose = (value: string): void => {
    const chosen = offered.find(({ name }) => name === value);
    if (chosen === undefined) setAsked(undefined);
    else if (isBlank(text) || standing !== undefined) put(chosen.text);
    else setAsked(chosen.name);
  };
  return (
    <>
      <SelectField
        id={id}
        label={say('talk.reply')}
        hint={say('talk.replyHint')}
        need="optional"
        value={waiting?.name ?? standing?.name ?? ''}
        onValue={choose}
        options={offered.map(({ name }) => ({ value: name, text: replyText(say, name) }))}
      />
      {waiting !== undefined && (
        <Notice tone="careful" role="alert">
          <p>{say('talk.replyReplaces')}</p>
          <div className={styles.buttons}>
            <Button
              onClick={() => {
                put(waiting.text);
                onAnswered();
              }}
            >
              {say('talk.replyReplace')}
            </Button>
            <Button
              appearance="primary"
              onClick={() => {
                setAsked(undefined);
                onAnswered();
              }}
            >
              {say('talk.replyKeep')}
            </Button>
          </div>
        </Notice>
      )}
    </>
  );
}
