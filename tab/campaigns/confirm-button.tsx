import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { useState } from 'react';
import { PageDialog } from '../ui/page-dialog.tsx';
import { useTab } from '../ui/tab-context.ts';

export function ConfirmButton(props: {
  readonly words: string;
  readonly question: string;
  readonly isDisabled: boolean;
  readonly isPrimary?: boolean;
  readonly onConfirmed: () => void;
}) {
  const { translate } = useTab();
  const [isOpen, setOpen] = useState(false);
  return (
    <PageDialog modalType="alert" open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button appearance={props.isPrimary ? 'primary' : 'secondary'} disabledFocusable={props.isDisabled}>
          {props.words}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{props.words}</DialogTitle>
          <DialogContent>{props.question}</DialogContent>
          <DialogActions fluid>
            <Button
              appearance="primary"
              onClick={() => {
                setOpen(false);
                props.onConfirmed();
              }}
            >
              {props.words}
            </Button>
            <Button onClick={() => setOpen(false)}>{translate('campaigns.keep')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </PageDialog>
  );
}
