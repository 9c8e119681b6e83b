import { useEffect, useId, useRef } from 'react';
import { usePageShell } from './partner-context.ts';

export function UnsavedDialog({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  const { translate } = usePageShell();
  const dialog = useRef<HTMLDialogElement>(null);
  const [heading, text] = [useId(), useId()];
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      aria-describedby={text}
      onCancel={(event) => {
        event.preventDefault();
        onStay();
      }}
    >
      <h2 id={heading}>{translate('frame.unsentHeading')}</h2>
      <p id={text}>{translate('frame.unsent')}</p>
      <div className="row">
        <button type="button" className="first" onClick={onStay}>
          {translate('frame.stay')}
        </button>
        <button type="button" onClick={onLeave}>
          {translate('frame.leaveUnsent')}
        </button>
      </div>
    </dialog>
  );
}
