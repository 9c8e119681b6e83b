import { useCallback, useRef, useState } from 'react';
import { useTab } from '../parts/tab-context.ts';
import type { Refusal, ShownCard } from '../../contract/answers.ts';
import type { ButtonData } from './card-actions.ts';

type Flow = 'report' | 'comeBack' | 'guidance';

/** Where a conversation stands. What went wrong stands beside the card: nothing that was typed is lost by it. */
export interface Conversation {
  readonly card: object | undefined;
  readonly isBusy: boolean;
  readonly refusal: Refusal['code'] | undefined;
  /** Something was answered on an earlier card. */
  readonly hasAnswers: boolean;
  readonly open: (flow: Flow) => void;
  readonly press: (data: ButtonData) => void;
  /** Takes the card away. What is still under way is not shown any more. */
  readonly stop: () => void;
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
  const round = useRef(0);

  const step = useCallback(
    async (work: () => ReturnType<typeof call<'report.open' | 'report.move'>>, answered: boolean): Promise<void> => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      setBusy(true);
      setRefusal(undefined);
      announce(say('report.busy'));
      const begunIn = round.current;
      const result = await work();
      if (begunIn !== round.current) return;
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
  const press = (data: ButtonData): void =>
    void step(() => call('report.move', { language, data: { ...data } }), isAnswered(data));
  const stop = useCallback(() => {
    round.current += 1;
    isUnderWay.current = false;
    setBusy(false);
    setCard(undefined);
    setRefusal(undefined);
    setAnswered(false);
  }, []);
  return {
    card,
    isBusy,
    refusal,
    hasAnswers,
    open: (flow) =>
      flow === 'guidance'
        ? press({ candour: { verb: 'show', card: 'guidance', topic: 'contents', language } })
        : void step(() => call('report.open', { flow, language }), false),
    press,
    stop,
  };
}
