import { Body1, Button, Caption1, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isBlank } from '../../concerns/terms/blank.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { ReplyName } from '../../concerns/terms/outcomes.ts';
import { replyText } from '../parts/named-in-case.ts';
import { Notice } from '../parts/notice.tsx';
import { useTab } from '../parts/tab-context.ts';

const useStyles = makeStyles({
  group: { display: 'grid', gap: tokens.spacingVerticalXS },
  replies: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

interface ReplyChoiceProps {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly onReply: (text: string) => void;
  readonly onAnswered: () => void;
}

/**
 * Replaces an empty message or an unchanged reply; typed words only if their writer agrees. Nothing is sent or
 * confirmed.
 */
export function ReplyChoice({ id, language, text, onReply, onAnswered }: ReplyChoiceProps) {
  const { say, me, announce } = useTab();
  const styles = useStyles();
  const [asked, setAsked] = useState<ReplyName>();
  const { replies } = me;
  if (replies === undefined) return null;

  const offered = replies.map(({ name, words }) => ({ name, text: words[language] }));
  const standing = offered.find((one) => one.text === text);
  // A message that was sent or emptied is in no reply's way.
  const waiting = isBlank(text) ? undefined : offered.find(({ name }) => name === asked);
  const put = (reply: string): void => {
    setAsked(undefined);
    onReply(reply);
    announce(say('talk.replyPut'));
  };
  const choose = (chosen: (typeof offered)[number]): void => {
    if (isBlank(text) || standing !== undefined) put(chosen.text);
    else setAsked(chosen.name);
  };
  return (
    <>
      <div role="group" aria-labelledby={id} aria-describedby={`${id}hint`} className={styles.group}>
        <Body1 id={id}>{say('case.optional', { label: say('talk.reply') })}</Body1>
        <div className={styles.replies}>
          {offered.map((reply) => (
            <ToggleButton
              key={reply.name}
              size="small"
              checked={reply === (waiting ?? standing)}
              onClick={() => choose(reply)}
            >
              {replyText(say, reply.name)}
            </ToggleButton>
          ))}
        </div>
        <Caption1 id={`${id}hint`}>{say('talk.replyHint')}</Caption1>
      </div>
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
