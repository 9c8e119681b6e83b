import { makeStyles, tokens } from '@fluentui/react-components';
import { createContext, useContext } from 'react';
import { parseCaseId, showCaseId } from '../../concerns/terms/case-id.ts';
import { useTab } from '../parts/tab-context.ts';

const useStyles = makeStyles({
  // The page loads no more for a box that few of its visits need.
  box: {
    width: '24px',
    height: '24px',
    margin: tokens.spacingHorizontalXS,
    verticalAlign: 'middle',
    accentColor: tokens.colorCompoundBrandBackground,
  },
});

/** The cases of a list that are ticked, to do something to all of them. */
export interface Ticks {
  readonly has: (caseId: string) => boolean;
  readonly set: (caseId: string, isTicked: boolean) => void;
}

/** Nothing can be ticked where it is missing. */
export const TicksContext = createContext<Ticks | undefined>(undefined);

/** The box by which a case of a list is ticked. */
export function TickBox({ caseId }: { readonly caseId: string }) {
  const styles = useStyles();
  const { say } = useTab();
  const ticks = useContext(TicksContext);
  const parsed = parseCaseId(caseId);
  if (ticks === undefined || parsed === undefined) return null;
  return (
    <input
      type="checkbox"
      className={styles.box}
      aria-label={say('list.tick', { reference: showCaseId(parsed) })}
      checked={ticks.has(caseId)}
      onChange={(event) => ticks.set(caseId, event.currentTarget.checked)}
    />
  );
}
