import { Link } from '@fluentui/react-components';
import type { Ref } from 'react';
import { useTab } from './tab-context.ts';
import type { FieldProblem } from './form-fields.tsx';
import { Notice } from './notice.tsx';

export function ProblemSummary(props: {
  readonly problems: readonly FieldProblem[];
  readonly ref: Ref<HTMLDivElement>;
}) {
  const { translate } = useTab();
  return (
    <div ref={props.ref} tabIndex={-1}>
      <Notice tone="careful" role="alert">
        <h3>{translate('case.problemsHeading', { count: props.problems.length })}</h3>
        <ul>
          {props.problems.map(({ field, text }) => (
            <li key={field}>
              <Link as="button" type="button" inline onClick={() => document.getElementById(field)?.focus()}>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
