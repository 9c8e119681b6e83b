import type { PreconditionCode } from '../../contract/operation-answers.ts';
import { preconditionText } from './labels.ts';
import { useTab } from './tab-context.ts';

export function PreconditionList({
  first: intro,
  gates: preconditions,
}: {
  readonly first: string;
  readonly gates: readonly PreconditionCode[];
}) {
  const { translate } = useTab();
  return (
    <div>
      <p>{intro}</p>
      <ul>
        {preconditions.map((precondition) => (
          <li key={precondition}>{preconditionText(translate, precondition)}</li>
        ))}
      </ul>
    </div>
  );
}
