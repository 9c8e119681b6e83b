import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Page } from '../../cards/page.ts';
import type { Language } from '../../core/model/language.ts';
import type { Recipients } from '../../core/model/public-keys.ts';
import type { PendingFiles } from '../files/pending-files.ts';
import { type ButtonData, findLanguageData, findMoveData } from './page-actions.ts';
import type { ReportSession, ReportSessionRefusal, ReportSessionResult } from './report-session.ts';

type Flow = 'report' | 'comeBack' | 'guidance';

export interface ReportSessionControls {
  /** `refusal`: why the last step was not taken, if that is another page. */
  readonly shown:
    | { readonly page: Page; readonly number: number; readonly refusal: ReportSessionRefusal | undefined }
    | undefined;
  readonly isBusy: boolean;
  /** Why the page is still the one before. */
  readonly refusal: ReportSessionRefusal | undefined;
  readonly isUnsaved: boolean;
  readonly open: (flow: Flow) => void;
  readonly press: (data: ButtonData) => void;
  readonly onInputs: (inputs: ButtonData) => void;
  readonly stop: () => void;
  readonly recipients: Recipients | undefined;
  readonly files: ReturnType<ReportSession['files']>;
}

const hasInputs = ({ candour: _candour, ...inputs }: ButtonData): boolean => Object.keys(inputs).length > 0;

/**
 * A second press waits for the first. Session and page follow each other into the other language, with all typed words.
 */
export function useReportSession(
  session: ReportSession,
  language: Language,
  options: {
    readonly held: PendingFiles;
    readonly speak: (language: Language) => void;
    readonly onBusy: (isBusy: boolean) => void;
    readonly onDone: () => void;
  },
): ReportSessionControls {
  const { held, speak, onBusy, onDone } = options;
  const holdsFiles = useSyncExternalStore(held.subscribe, held.view).files.length > 0;
  const [shown, setShown] = useState<ReportSessionControls['shown']>();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ReportSessionRefusal>();
  const [hasAnswers, setAnswered] = useState(false);
  const [holdsWords, setHoldsWords] = useState(false);
  const filled = useRef<ButtonData>({});
  const isUnderWay = useRef(false);
  const round = useRef(0);

  const shownSoFar = useRef(0);
  const reset = useCallback(() => {
    setShown(undefined);
    setAnswered(false);
    setHoldsWords(false);
    filled.current = {};
  }, []);

  const runStep = useCallback(
    async (work: () => Promise<ReportSessionResult>, answered: boolean): Promise<void> => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      setBusy(true);
      setRefusal(undefined);
      onBusy(true);
      const begunIn = round.current;
      const result = await work();
      if (begunIn !== round.current) return;
      isUnderWay.current = false;
      setBusy(false);
      onBusy(false);
      if (result.kind === 'refused') return result.code === 'heldFiles' ? undefined : setRefusal(result.code);
      if (result.kind === 'done') {
        reset();
        return onDone();
      }
      shownSoFar.current += 1;
      setShown({ page: result.page, number: shownSoFar.current, refusal: result.refusal });
      setAnswered((before) => before || answered);
    },
    [onBusy, onDone, reset],
  );
  const press = (data: ButtonData): void => void runStep(() => session.press({ ...data }, language), hasInputs(data));
  const stop = useCallback(() => {
    round.current += 1;
    isUnderWay.current = false;
    setBusy(false);
    setRefusal(undefined);
    reset();
    held.clear();
  }, [held, reset]);
  const page = shown?.page;
  const onInputs = useCallback(
    (inputs: ButtonData) => {
      filled.current = inputs;
      setHoldsWords((page?.fields ?? []).some(({ id, input }) => input.kind === 'text' && inputs[id] !== undefined));
    },
    [page],
  );
  const lastLanguage = useRef(language);
  useEffect(() => {
    // A step under way comes first: its page is then turned over as well.
    if (lastLanguage.current === language || isUnderWay.current) return;
    lastLanguage.current = language;
    const data = page && page.language !== language ? findLanguageData(page, language) : undefined;
    if (data) press({ ...data, ...filled.current });
  });
  useEffect(() => {
    if (page === undefined || page.language === lastLanguage.current || isUnderWay.current) return;
    lastLanguage.current = page.language;
    speak(page.language);
  }, [page, speak]);

  const isAsking = page !== undefined && hasAnswers && findMoveData(page, 'done') === undefined;
  const files = session.files();
  return {
    shown,
    isBusy,
    refusal,
    isUnsaved: holdsWords || isAsking || holdsFiles,
    open: (flow) =>
      flow === 'guidance'
        ? press({ candour: { verb: 'show', card: 'guidance', topic: 'contents', language } })
        : void runStep(() => session.open(flow, language), false),
    press,
    onInputs,
    stop,
    recipients: session.recipients(),
    files: files?.takes || holdsFiles ? files : undefined,
  };
}
