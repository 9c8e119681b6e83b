import { usePageShell } from './partner-context.ts';

/** Above everything but the cards of a report, whose first says it itself. */
export function DangerNotice() {
  const { translate, contacts, language } = usePageShell();
  return (
    <div className="danger">
      <p>
        <strong>{translate('frame.danger', { emergency: contacts.emergency })}</strong>
      </p>
      <p>{translate('frame.helpline', { helpline: contacts.helpline[language], number: contacts.helplinePhone })}</p>
      <p>
        <a href={`tel:${contacts.helplinePhone.replaceAll(/[^\d+]/gu, '')}`}>
          {translate('frame.call', { number: contacts.helplinePhone })}
        </a>
      </p>
    </div>
  );
}

export function DeviceNotes() {
  const { translate } = usePageShell();
  return (
    <div className="foot">
      <h2>{translate('frame.deviceHeading')}</h2>
      <p>{translate('frame.device')}</p>
      <p>{translate('frame.history')}</p>
      <p>{translate('frame.network')}</p>
    </div>
  );
}
