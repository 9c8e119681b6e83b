import type { Gate } from '../../contract/answers.ts';
import { gateText } from './named.ts';
import { useTab } from './tab-context.ts';

/** Everything that stands between a case and its end, each with what takes it away; the words before say of which end. */
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
