import { parseDay } from '../../core/model/calendar.ts';
import type { OperationAnswer } from '../../contract/operations.ts';
import { newRequestId } from '../ui/request-ids.ts';
import type { ChangeResult } from '../ui/change-outcome.ts';
import { type Result, useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { useCaseContext } from './case-context.ts';
import { allowsMessages } from './integrity-alarms.ts';
import { sealMessageToReporter } from './seal-message-to-reporter.ts';
import { countNewMessages, nextMessageNumber } from './message-thread.ts';

interface SealedOutgoingMessage {
  readonly id: string;
  readonly number: number;
  readonly sealed: string;
}

export function useSendMessage() {
  const { translate, me } = useTab();
  const keys = useKeys();
  const { view, decryptedCase, alarms, addSentMessage } = useCaseContext();
  const number = nextMessageNumber(view.passed);

  function blockedText(): string | undefined {
    if (view.messages === 'notAgreed') return translate('talk.notAgreed');
    if (view.messages === 'stopped') return translate('talk.stopped');
    if (decryptedCase === undefined) return translate('talk.openFirst');
    if (!alarms.every(allowsMessages)) return translate('talk.alarmed');
    return countNewMessages(view.passed, decryptedCase.messageCounts) > 0 ? translate('talk.newFirst') : undefined;
  }

  return {
    whyNot: blockedText(),
    sendMessage: async (
      text: string,
      send: (written: SealedOutgoingMessage) => Promise<Result<OperationAnswer<'case.messageReporter'>>>,
    ): Promise<ChangeResult> => {
      const today = parseDay(me.today);
      if (decryptedCase === undefined || today === undefined) throw new Error('sent before it was complete');
      const id = newRequestId();
      const sealed = await sealMessageToReporter({ keys, record: view.record }, decryptedCase, {
        text,
        number,
        id,
        today,
      });
      if (!sealed.ok) return sealed;
      const answer = await send({ id, number, sealed: sealed.value });
      if (answer.ok) addSentMessage({ number, text });
      return answer;
    },
  };
}
