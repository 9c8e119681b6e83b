import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { type FieldProblem, FieldProblemsProvider } from '../ui/form-fields.tsx';
import { ProblemSummary } from '../ui/problem-summary.tsx';

/** Shows problems, in focus, at each try to send; calls `onSend` only without any. */
export function ValidatedForm({
  label,
  className,
  problems,
  onSend,
  children,
}: {
  readonly label?: string;
  readonly className: string;
  readonly problems: readonly FieldProblem[];
  readonly onSend: () => void;
  readonly children: ReactNode;
}) {
  const [tries, setTries] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  // A passive effect would take back someone who has already tabbed on.
  useLayoutEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);
  const shown = tries > 0 ? problems : [];
  return (
    <form
      noValidate
      className={className}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        setTries(tries + 1);
        if (problems.length === 0) onSend();
      }}
    >
      {shown.length > 0 && <ProblemSummary ref={summary} problems={shown} />}
      <FieldProblemsProvider value={shown}>{children}</FieldProblemsProvider>
    </form>
  );
}
