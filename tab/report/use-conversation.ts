import { useCallback, useRef, useState } from 'react';
import { useTab } from '../parts/tab-context.ts';
import type { Refusal, ShownCard } from '../../contract/answers.ts';
import type { ButtonData } from './card-actions.ts';

type Flow = 'report' | 'comeBack';

/** Where a conversation stands. What went wrong stands beside the card: nothing that was typed is lost by it. */
export interface Conversation {
  readonly card: object | undefined;
  readonly isBusy: boolean;
  readonly refusal: Refusal['code'] | undefined;
  /** Something was answered on an earlier card. */
  readonly hasAnswers: boolean;
  readonly open: (flow: Flow) => void;
  readonly press: (data: ButtonData) => void;
}

const isAnswered = ({ candour: _candour, ...inputs }: ButtonData): boolean => Object.keys(inputs).length > 0;

/** A conversation with Candour's server, one step at a time: a second press waits for the first to be answered. */
export function useConversation(onDone: () => void): Conversation {
  const { call, language, announce, say } = useTab();
  const [card, setCard] = useState<object>();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal['code']>();
  const [hasAnswers, setAnswered] = useState(false);
  const isUnderWay = useRef(false);

  const step = useCallback(
    async (work: () => ReturnType<typeof call<'report.open' | 'report.move'>>, answered: boolean): Promise<void> => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      setBusy(true);
      setRefusal(undefined);
      announce(say('report.busy'));
      const result = await work();
      isUnderWay.current = false;
      setBusy(false);
      if (!result.ok) return setRefusal(result.refusal.code);
      const shown: ShownCard = result.value;
      setCard(shown.kind === 'card' ? shown.card : undefined);
      setAnswered((before) => shown.kind === 'card' && (before || answered));
      if (shown.kind === 'done') onDone();
    },
    [announce, say, onDone],
  );
  return {
    card,
    isBusy,
    refusal,
    hasAnswers,
    open: (flow) => void step(() => call('report.open', { flow, language }), false),
    press: (data) => void step(() => call('report.move', { language, data: { ...data } }), isAnswered(data)),
  };
}
