import { Button } from '@fluentui/react-components';
import { createContext, useContext, useEffect, useRef, useState } from 'react';
import type { EventRecord } from '../../core/model/event-record.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { LabelledText } from '../ui/labelled-text.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';

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

/** Whether someone opened the case to agree, if what opens it is elsewhere than the text that is then to have the focus. */
export const OpenedToAgreeContext = createContext<
  readonly [wasOpened: boolean, setWasOpened: (wasOpened: boolean) => void] | undefined
>(undefined);

/** The words that a colleague asks this person to agree to, or what opens them; once opened, they have the focus. */
export function TextToAgree({ isAsking }: { readonly isAsking: (event: EventRecord) => boolean }) {
  const tab = useTab();
  const { view, decryptedCase, textsByDigest } = useCaseContext();
  const region = useRef<HTMLDivElement>(null);
  const own = useState(false);
  const [wasOpened, setWasOpened] = useContext(OpenedToAgreeContext) ?? own;
  const asked = [...(decryptedCase?.entries ?? []), ...view.events].findLast(isAsking);
  const text = asked?.note && textsByDigest.get(asked.note.digest);

  useEffect(() => {
    if (!wasOpened || text === undefined) return;
    region.current?.focus();
    setWasOpened(false);
  }, [wasOpened, setWasOpened, text]);

  if (text === undefined || asked === undefined) return <OpenToAgree onOpened={() => setWasOpened(true)} />;
  const label = tab.translate('closing.readText', { who: personName(tab, asked.by, view.people) });
  return <LabelledText ref={region} label={label} text={text} isStepStart />;
}
