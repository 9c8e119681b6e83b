import type { CaseView } from '../../contract/operation-answers.ts';
import { RadioField } from '../ui/form-fields.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useCaseContext } from './case-context.ts';

export type AgreementReader = 'handlers' | 'oversight';

/** Only about the unit’s case, and only if someone of the reserve is left who could be told. */
export const mayAskReserve = ({ record, reserveRefusal }: Pick<CaseView, 'record' | 'reserveRefusal'>): boolean =>
  record.handledBy === 'acu' && reserveRefusal === undefined;

/** Who is asked to agree; if the reserve cannot be, why not. */
export function AgreementReaderField(props: {
  readonly id: string;
  readonly value: AgreementReader;
  readonly onValue: (value: AgreementReader) => void;
}) {
  const { translate } = useTab();
  const { view } = useCaseContext();
  if (view.record.handledBy !== 'acu') return null;
  if (!mayAskReserve(view)) return <p>{translate('closing.agreeNoReserve')}</p>;
  return (
    <RadioField
      id={props.id}
      label={translate('closing.agreeAsk')}
      value={props.value}
      onValue={(value) => props.onValue(value === 'oversight' ? 'oversight' : 'handlers')}
      need="required"
      options={[
        { value: 'handlers', text: translate('closing.agreeColleague') },
        { value: 'oversight', text: translate('closing.agreeReserve') },
      ]}
    />
  );
}
