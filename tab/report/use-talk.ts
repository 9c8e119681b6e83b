import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Page } from '../../cards/page.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { Recipients } from '../../concerns/terms/recipients.ts';
import type { HeldFiles } from '../files/held-files.ts';
import { type ButtonData, dataOfLanguage, dataOfMove } from './page-actions.ts';
import type { PageTalk, Refused, Told } from './page-talk.ts';

type Flow = 'report' | 'comeBack' | 'guidance';

/** Where a conversation stands. What went wrong stands beside the page: nothing that was typed is lost by it. */
export interface Conversation {
  /** The page that is shown, with a number that no other page of this conversation has. */
  readonly shown: { readonly page: Page; readonly number: number } | undefined;
  readonly isBusy: boolean;
  readonly refusal: Refused | undefined;
  /** Something would be lost by leaving now: words in a field, answers of earlier pages, or a chosen file. */
  readonly isUnsent: boolean;
  readonly open: (flow: Flow) => void;
  readonly press: (data: ButtonData) => void;
  /** Takes note of the values in the fields of the page now. */
  readonly onInputs: (inputs: ButtonData) => void;
  /** Takes the page away. What is still under way is not shown any more. */
  readonly stop: () => void;
  /** The public lines that are sealed to in this page. */
  readonly recipients: Recipients | undefined;
  /** The files that are held, and to what more may be added now; missing where none may be and none is held. */
  readonly files: ReturnType<PageTalk['files']>;
}

const isAnswered = ({ candour: _candour, ...inputs }: ButtonData): boolean => Object.keys(inputs).length > 0;

/**
 * A talk in a page, one step at a time: a second press waits until the first is done. What is shown follows the page around
 * it into the other language, with everything that was typed, and that page follows the button that turns what is shown.
 */
export function useTalk(
  talk: PageTalk,
  language: Language,
  told: {
    /** The files of this talk. */
    readonly held: HeldFiles;
    /** Turns the page around it to a language. */
    readonly speak: (language: Language) => void;
    /** A step is under way. */
    readonly onBusy: () => void;
    /** The conversation is over. */
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

  // A page that offers to finish has nothing unsent behind it but what stands in its own field.
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
