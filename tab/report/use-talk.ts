import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import type { Language } from '../../concerns/terms/language.ts';
import type { Recipients } from '../../concerns/terms/recipients.ts';
import type { ButtonData } from './card-actions.ts';
import type { HeldFiles } from '../files/held-files.ts';
import type { PageTalk, Refused, Told } from './page-talk.ts';

type Flow = 'report' | 'comeBack' | 'guidance';

/** Where a conversation stands. What went wrong stands beside the card: nothing that was typed is lost by it. */
export interface Conversation {
  readonly card: object | undefined;
  readonly isBusy: boolean;
  readonly refusal: Refused | undefined;
  /** Something was answered on an earlier card. */
  readonly hasAnswers: boolean;
  readonly open: (flow: Flow) => void;
  readonly press: (data: ButtonData) => void;
  /** Takes the card away. What is still under way is not shown any more. */
  readonly stop: () => void;
  /** The public lines that are sealed to in this page. */
  readonly recipients: Recipients | undefined;
  /** The files that are held, and to what more may be added now; missing where none may be and none is held. */
  readonly files: ReturnType<PageTalk['files']>;
  /** A chosen file is not sent yet. */
  readonly holdsFiles: boolean;
}

const isAnswered = ({ candour: _candour, ...inputs }: ButtonData): boolean => Object.keys(inputs).length > 0;

/** A talk in a page, one step at a time: a second press waits until the first is done. */
export function useTalk(
  talk: PageTalk,
  language: Language,
  told: {
    /** The files of this talk. */
    readonly held: HeldFiles;
    /** A step is under way. */
    readonly onBusy: () => void;
    /** The conversation is over. */
    readonly onDone: () => void;
  },
): Conversation {
  const { held, onBusy, onDone } = told;
  const holdsFiles = useSyncExternalStore(held.subscribe, held.view).files.length > 0;
  const [card, setCard] = useState<object>();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refused>();
  const [hasAnswers, setAnswered] = useState(false);
  const isUnderWay = useRef(false);
  const round = useRef(0);

  const step = useCallback(
    async (work: () => Promise<Told>, answered: boolean): Promise<void> => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      setBusy(true);
      setRefusal(undefined);
      onBusy();
      const begunIn = round.current;
      const shown = await work();
      if (begunIn !== round.current) return;
      isUnderWay.current = false;
      setBusy(false);
      if (shown.kind === 'stays') return;
      if (shown.kind === 'refused') return setRefusal(shown.code);
      if (shown.kind === 'card') setRefusal(shown.refusal);
      setCard(shown.kind === 'card' ? shown.card : undefined);
      setAnswered((before) => shown.kind === 'card' && (before || answered));
      if (shown.kind === 'done') onDone();
    },
    [onBusy, onDone],
  );
  const press = (data: ButtonData): void => void step(() => talk.press({ ...data }, language), isAnswered(data));
  const stop = useCallback(() => {
    round.current += 1;
    isUnderWay.current = false;
    setBusy(false);
    setCard(undefined);
    setRefusal(undefined);
    setAnswered(false);
    held.clear();
  }, [held]);
  const files = talk.files();
  return {
    card,
    isBusy,
    refusal,
    hasAnswers,
    open: (flow) =>
      flow === 'guidance'
        ? press({ candour: { verb: 'show', card: 'guidance', topic: 'contents', language } })
        : void step(() => talk.open(flow, language), false),
    press,
    stop,
    recipients: talk.recipients(),
    files: files?.takes || holdsFiles ? files : undefined,
    holdsFiles,
  };
}
