import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Page } from '../../cards/page.ts';
import type { Language } from '../../core/model/language.ts';
import type { Recipients } from '../../core/model/recipients.ts';
import type { HeldFiles } from '../files/pending-files.ts';
import { type ButtonData, dataOfLanguage, dataOfMove } from './page-actions.ts';
import type { PageTalk, Refused, Told } from './report-session.ts';

type Flow = 'report' | 'comeBack' | 'guidance';

export interface Conversation {
  readonly shown: { readonly page: Page; readonly number: number } | undefined;
  readonly isBusy: boolean;
  readonly refusal: Refused | undefined;
  readonly isUnsent: boolean;
  readonly open: (flow: Flow) => void;
  readonly press: (data: ButtonData) => void;
  readonly onInputs: (inputs: ButtonData) => void;
  readonly stop: () => void;
  readonly recipients: Recipients | undefined;
  readonly files: ReturnType<PageTalk['files']>;
}

const isAnswered = ({ candour: _candour, ...inputs }: ButtonData): boolean => Object.keys(inputs).length > 0;

/**
 * A talk in a page, one step at a time: a second press waits for the first. It follows the page into the other language
 * with all that was typed, and the page follows it.
 */
export function useTalk(
  talk: PageTalk,
  language: Language,
  told: {
    readonly held: HeldFiles;
    readonly speak: (language: Language) => void;
    readonly onBusy: () => void;
    readonly onDone: () => void;
  },
): Conversation {
  const { held, speak, onBusy, onDone } = told;
  const holdsFiles = useSyncExternalStore(held.subscribe, held.view).files.length > 0;
  const [shown, setShown] = useState<Conversation['shown']>();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refused>();
  const [hasAnswers, setAnswered] = useState(false);
  const [holdsWords, setHoldsWords] = useState(false);
  const filled = useRef<ButtonData>({});
  const isUnderWay = useRef(false);
  const round = useRef(0);

  const shownSoFar = useRef(0);
  const empty = useCallback(() => {
    setShown(undefined);
    setAnswered(false);
    setHoldsWords(false);
    filled.current = {};
  }, []);

  const step = useCallback(
    async (work: () => Promise<Told>, answered: boolean): Promise<void> => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      setBusy(true);
      setRefusal(undefined);
      onBusy();
      const begunIn = round.current;
      const told = await work();
      if (begunIn !== round.current) return;
      isUnderWay.current = false;
      setBusy(false);
      if (told.kind === 'refused') return told.code === 'heldFiles' ? undefined : setRefusal(told.code);
      if (told.kind === 'done') {
        empty();
        return onDone();
      }
      setRefusal(told.refusal);
      shownSoFar.current += 1;
      setShown({ page: told.page, number: shownSoFar.current });
      setAnswered((before) => before || answered);
    },
    [onBusy, onDone, empty],
  );
  const press = (data: ButtonData): void => void step(() => talk.press({ ...data }, language), isAnswered(data));
  const stop = useCallback(() => {
    round.current += 1;
    isUnderWay.current = false;
    setBusy(false);
    setRefusal(undefined);
    empty();
    held.clear();
  }, [held, empty]);
  const page = shown?.page;
  const onInputs = useCallback(
    (inputs: ButtonData) => {
      filled.current = inputs;
      setHoldsWords((page?.fields ?? []).some(({ id, input }) => input.kind === 'text' && inputs[id] !== undefined));
    },
    [page],
  );
  const spoken = useRef(language);
  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    const data = page && page.language !== language ? dataOfLanguage(page, language) : undefined;
    if (data) press({ ...data, ...filled.current });
  });
  useEffect(() => {
    if (page === undefined || page.language === spoken.current) return;
    spoken.current = page.language;
    speak(page.language);
  }, [page, speak]);

  const isAsking = page !== undefined && hasAnswers && dataOfMove(page, 'done') === undefined;
  const files = talk.files();
  return {
    shown,
    isBusy,
    refusal,
    isUnsent: holdsWords || isAsking || holdsFiles,
    open: (flow) =>
      flow === 'guidance'
        ? press({ candour: { verb: 'show', card: 'guidance', topic: 'contents', language } })
        : void step(() => talk.open(flow, language), false),
    press,
    onInputs,
    stop,
    recipients: talk.recipients(),
    files: files?.takes || holdsFiles ? files : undefined,
  };
}
