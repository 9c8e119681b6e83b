import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { OrganisationView } from '../../contract/invitations.ts';
import { type FieldProblem, FormFields, LineField } from '../parts/fields.tsx';
import { useKeysStyles } from '../parts/styles.ts';
import { useTab } from '../parts/tab-context.ts';
import { isOrganisationName } from './organisation-name.ts';
import type { Partners } from './use-partners.ts';

/** Typed words stay if the name is not taken. */
export function RenameForm({
  organisation: { id, name: standing },
  partners,
}: {
  readonly organisation: OrganisationView;
  readonly partners: Partners;
}) {
  const { say, call, announce } = useTab();
  const styles = useKeysStyles();
  const [name, setName] = useState<string>();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const field = `rename-${id}`;
  const isOpen = name !== undefined;
  useEffect(() => {
    if (isOpen) document.getElementById(field)?.focus();
    else if (wasOpen.current) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, field]);

  if (name === undefined) {
    return (
      <div>
        <Button
          ref={opener}
          size="small"
          aria-label={`${say('partners.rename')}: ${standing}`}
          onClick={() => setName(standing)}
        >
          {say('partners.rename')}
        </Button>
      </div>
    );
  }
  const close = (): void => {
    setName(undefined);
    setProblems([]);
  };
  const save = async () => {
    const isOdd = !isOrganisationName(name);
    setProblems(isOdd ? [{ field, text: say('partners.nameOdd') }] : []);
    if (isOdd) return document.getElementById(field)?.focus();
    const asked = { organisation: id, was: standing, name: name.trim() };
    if (!(await partners.act(() => call('partners.rename', asked)))) return;
    close();
    announce(say('partners.renamed'));
  };
  return (
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
          id={field}
          label={say('partners.newName')}
          hint={say('partners.renameHint')}
          value={name}
          onValue={setName}
        />
      </FormFields>
      <div className={styles.row}>
        <Button type="submit" size="small" disabledFocusable={partners.isBusy}>
          {say('partners.renameSave')}
        </Button>
        <Button size="small" onClick={close}>
          {say('partners.sureNo')}
        </Button>
      </div>
    </form>
  );
}
