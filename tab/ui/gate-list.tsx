import type { Gate } from '../../contract/answers.ts';
import { gateText } from './labels.ts';
import { useTab } from './tab-context.ts';

export function GateList({ first, gates }: { readonly first: string; readonly gates: readonly Gate[] }) {
  const { say } = useTab();
  return (
    <div>
      <p>{first}</p>
      <ul>
        {gates.map((gate) => (
          <li key={gate}>{gateText(say, gate)}</li>
        ))}
      </ul>
    </div>
  );
}
