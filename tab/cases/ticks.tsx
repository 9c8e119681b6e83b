import { makeStyles, tokens } from '@fluentui/react-components';
import { createContext, useContext } from 'react';
import { parseCaseId, showCaseId } from '../../concerns/terms/codes.ts';
import { useTab } from '../parts/tab-context.ts';

const useStyles = makeStyles({
  // A native box: the list need not load another component for what few visits use.
  box: {
    width: '24px',
    height: '24px',
    margin: tokens.spacingHorizontalXS,
    verticalAlign: 'middle',
    accentColor: tokens.colorCompoundBrandBackground,
  },
});

export interface Ticks {
  readonly has: (caseId: string) => boolean;
  readonly set: (caseId: string, isTicked: boolean) => void;
}

/** Without it nothing can be ticked. */
export const TicksContext = createContext<Ticks | undefined>(undefined);

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
