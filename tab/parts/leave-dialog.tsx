import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useTab } from './tab-context.ts';
import type { Wish } from './unsent.ts';

/** Asks whether to leave a page on which something is written and not sent. */
export function LeaveDialog({ wish }: { readonly wish: Wish | undefined }) {
  const { say } = useTab();
  return (
    <Dialog
      modalType="alert"
      open={wish !== undefined}
      onOpenChange={(_, { open }) => {
        if (!open) wish?.takeBack();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('leave.heading')}</DialogTitle>
          <DialogContent>{say('leave.unsent')}</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={() => wish?.takeBack()}>
              {say('leave.stay')}
            </Button>
            <Button onClick={() => wish?.grant()}>{say('leave.go')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
