import { useLayoutEffect, useRef } from 'react';
import type { FieldProblem } from '../parts/form-fields.ts';
import { ProblemSummary } from '../parts/problem-summary.tsx';

/** The problems of a form that was tried to be sent, each time in focus; nothing before the first try, or without any. */
export function TriedProblems({
  problems,
  tries,
}: {
  readonly problems: readonly FieldProblem[];
  readonly tries: number;
}) {
  const summary = useRef<HTMLDivElement>(null);
  // With the drawing and not after it: whoever has already gone on by Tab would be taken back.
  useLayoutEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);
  return tries > 0 && problems.length > 0 ? <ProblemSummary ref={summary} problems={problems} /> : null;
}
