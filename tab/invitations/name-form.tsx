import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { type PartnerType, partnerTypes } from '../../concerns/terms/routes.ts';
import { type FieldProblem, FormFields, LineField, SelectField } from '../parts/fields.tsx';
import { partnerTypeText } from '../parts/named-in-case.ts';
import { Panel } from '../parts/panel.tsx';
import { useKeysStyles } from '../parts/styles.ts';
import { useTab } from '../parts/tab-context.ts';
import { isOrganisationName } from './organisation-name.ts';
import type { Partners } from './use-partners.ts';

export function NameForm({ partners }: { readonly partners: Partners }) {
  const { say, call, announce } = useTab();
  const styles = useKeysStyles();
  const [name, setName] = useState('');
  const [type, setType] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);

  const save = async () => {
    const kind: PartnerType | undefined = partnerTypes.find((one) => one === type);
    const found = [
      ...(isOrganisationName(name) ? [] : [{ field: 'partner-name', text: say('partners.nameOdd') }]),
      ...(kind === undefined ? [{ field: 'partner-type', text: say('case.choose') }] : []),
    ];
    setProblems(found);
    if (kind === undefined || found.length > 0) {
      document.getElementById(found[0]?.field ?? '')?.focus();
      return;
    }
    if (!(await partners.act(() => call('partners.name', { name: name.trim(), type: kind })))) return;
    setName('');
    setType('');
    announce(say('partners.saved'));
  };
  return (
    <Panel level={2} heading={say('partners.nameHeading')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <FormFields value={problems}>
          <LineField
            id="partner-name"
            label={say('partners.name')}
            hint={say('partners.nameHint')}
            value={name}
            onValue={setName}
          />
          <SelectField
            id="partner-type"
            label={say('partners.type')}
            hint={say('partners.typeHint')}
            value={type}
            onValue={setType}
            options={partnerTypes.map((value) => ({ value, text: partnerTypeText(say, value) }))}
          />
        </FormFields>
        <div>
          <Button type="submit" disabledFocusable={partners.isBusy}>
            {say('partners.save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
