import { useEffect, useState } from 'react';
import type { Audience } from '../../concerns/records/permissions.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { Refusal } from '../../contract/answers.ts';
import type { SummaryAnswer } from '../../contract/summaries.ts';
import { type Period, periodText } from '../../summary/periods.ts';
import { createNewestAnswer } from '../parts/newest-answer.ts';
import { useTab } from '../parts/tab-context.ts';

/** Without a period, the last closed week. */
export interface SummaryQuestion {
  readonly audience: Audience;
  readonly period?: Period;
}

export type Fetched =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'answered'; readonly answer: SummaryAnswer }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

interface Answered {
  readonly question: SummaryQuestion;
  readonly language: Language;
  readonly tries: number;
  readonly fetched: Fetched;
}

/** Asks again if the question or the language changes. Figures are shown only for the question that they answer. */
export function useSummary(question: SummaryQuestion): { readonly fetched: Fetched; readonly again: () => void } {
  const { call, language } = useTab();
  const [newest] = useState(createNewestAnswer);
  const [tries, setTries] = useState(0);
  const [answered, setAnswered] = useState<Answered>();

  useEffect(() => {
    const { audience, period } = question;
    const body = { audience, language, ...(period && { period: periodText(period) }) };
    void newest(call('summaries.read', body), (answer) =>
      setAnswered({
        question,
        language,
        tries,
        fetched: answer.ok ? { kind: 'answered', answer: answer.value } : { kind: 'refused', refusal: answer.refusal },
      }),
    );
  }, [newest, call, language, question, tries]);

  const isOf = answered?.question === question && answered.language === language && answered.tries === tries;
  return { fetched: isOf ? answered.fetched : { kind: 'waiting' }, again: () => setTries(tries + 1) };
}
