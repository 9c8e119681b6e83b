import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { EventRecord } from '../../core/model/event-record.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';

const useStyles = makeStyles({
  text: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** Opens the case, or leads to the keys that are needed first. */
export function OpenToAgree({ onOpened }: { readonly onOpened?: () => void }) {
  const { translate } = useTab();
  const { isUnlocked } = useKeys();
  const { decryptedCase, openReport } = useCaseContext();
  return (
    <div>
      <Button
        data-step-start
        onClick={() => {
          if (isUnlocked) void openReport().then(onOpened);
          else document.getElementById('case-report')?.focus();
        }}
      >
        {translate(
          !isUnlocked ? 'closing.readUnlock' : decryptedCase === undefined ? 'closing.readOpen' : 'case.openAgain',
        )}
      </Button>
    </div>
  );
}

/** The words that a colleague asks this person to agree to, or what opens them; once opened, they have the focus. */
export function TextToAgree({ isAsking }: { readonly isAsking: (event: EventRecord) => boolean }) {
  const tab = useTab();
  const styles = useStyles();
  const id = useId();
  const { view, decryptedCase, textsByDigest } = useCaseContext();
  const region = useRef<HTMLDivElement>(null);
  const [wasOpened, setWasOpened] = useState(false);
  const asked = [...(decryptedCase?.entries ?? []), ...view.events].findLast(isAsking);
  const text = asked?.note && textsByDigest.get(asked.note.digest);

  useEffect(() => {
    if (!wasOpened || text === undefined) return;
    region.current?.focus();
    setWasOpened(false);
  }, [wasOpened, text]);

  if (text === undefined || asked === undefined) return <OpenToAgree onOpened={() => setWasOpened(true)} />;
  return (
    <div>
      <p id={id}>{tab.translate('closing.readText', { who: personName(tab, asked.by, view.people) })}</p>
      <div
        ref={region}
        className={styles.text}
        data-step-start
        dir="auto"
        translate="no"
        role="region"
        aria-labelledby={id}
        tabIndex={0}
      >
        {text}
      </div>
    </div>
  );
}
