import { Checkbox } from '@fluentui/react-components';
import { createContext, useContext } from 'react';
import { parseCaseId, showCaseId } from '../../concerns/terms/case-id.ts';
import { useTab } from '../parts/tab-context.ts';

/** The cases of a list that are ticked, to do something to all of them. */
export interface Ticks {
  readonly has: (caseId: string) => boolean;
  readonly set: (caseId: string, isTicked: boolean) => void;
}

/** Nothing can be ticked where it is missing. */
export const TicksContext = createContext<Ticks | undefined>(undefined);

/** The box by which a case of a list is ticked. */
export function TickBox({ caseId }: { readonly caseId: string }) {
  const { say } = useTab();
  const ticks = useContext(TicksContext);
  const parsed = parseCaseId(caseId);
  if (ticks === undefined || parsed === undefined) return null;
  return (
    <Checkbox
      aria-label={say('list.tick', { reference: showCaseId(parsed) })}
      checked={ticks.has(caseId)}
      onChange={(_, { checked }) => ticks.set(caseId, checked === true)}
    />
  );
}
