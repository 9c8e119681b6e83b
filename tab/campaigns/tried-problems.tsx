import { useLayoutEffect, useRef } from 'react';
import type { FieldProblem } from '../parts/fields.tsx';
import { ProblemSummary } from '../parts/problem-summary.tsx';

export function TriedProblems({
  problems,
  tries,
}: {
  readonly problems: readonly FieldProblem[];
  readonly tries: number;
}) {
  const summary = useRef<HTMLDivElement>(null);
  // In the layout effect: later, someone who has already gone on by Tab would be taken back.
  useLayoutEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);
  return tries > 0 && problems.length > 0 ? <ProblemSummary ref={summary} problems={problems} /> : null;
}
